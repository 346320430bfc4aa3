using System.Globalization;
using System.Text.RegularExpressions;
using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Tests.Csv;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Api;

/// <summary>What create and update put on the wire, to the byte. The boundary is written as B.</summary>
public sealed class UploadWireTests : IDisposable
{
    private const string TextHead = "Content-Type: text/plain; charset=utf-8\r\nContent-Disposition: form-data; name=";
    private const string Campaign = "05ee2300-51cd-4021-b28d-11597cf9a175";
    private const string Template = "4a968230-dd15-41fa-9e38-a0abade08b27";
    private const string List1 = "cf3775f1-ea90-4378-bdb5-8788f8d1d041";
    private const string List2 = "cf3775f1-ea90-4378-bdb5-8788f8d1d042";

    private readonly TemporaryFolder _folder = new();
    private readonly LoopbackServer _server = new(WireAnswer.Of(200, TestClient.Batch));

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task File_update_sends_only_action_kind_and_the_file()
    {
        WireRequest request = await UpdateAsync(new BatchDraft { File = File("2025554444,Grüße\r\n\n"), Action = RcBatchAction.Validate });
        Assert.Equal(("PATCH", $"/v1/batches/{TestClient.BatchId}?action=VALIDATE&operationType=CSV_FILE"), (request.Method, request.Target));
        Assert.Equal("--B\r\nContent-Type: text/csv\r\nContent-Disposition: form-data; name=\"file\"; filename=\"plan.csv\"\r\n\r\n2025554444,Grüße\r\n\n\r\n--B--\r\n", Multipart.Body(request));
    }

    [Fact]
    public async Task Boundary_is_not_quoted_and_the_length_is_known()
    {
        WireRequest request = await UpdateAsync(new BatchDraft { File = File("2025554444,Hi\n") });
        Assert.Matches("^multipart/form-data; boundary=rocketcoms-[0-9a-f]{32}$", request.Header("Content-Type"));
        Assert.Equal(request.Body.Length.ToString(CultureInfo.InvariantCulture), request.Header("Content-Length"));
        Assert.Equal(("", "", "close"), (request.Header("Transfer-Encoding"), request.Header("Expect"), request.Header("Connection")));
        Assert.Equal($"/v1/batches/{TestClient.BatchId}?action=SCHEDULE&operationType=CSV_FILE", request.Target);
    }

    [Fact]
    public async Task Create_sends_every_scalar_in_the_query_in_one_order()
    {
        await CreateAsync(Full());
        WireRequest request = _server.Requests[0];
        Assert.Equal("POST", request.Method);
        Assert.Equal(
            $"/v1/batches?campaignId={Campaign}&externalId=a%2078%2696&description=Fr%C3%BChling%20%2B%20%F0%9F%98%80&startDate=2027-01-31&endDate=2027-02-28"
            + "&startTime=09%3A00&endTime=17%3A30&shortlink=true&action=VALIDATE&operationType=MESSAGE_TEMPLATE",
            request.Target);
        Assert.Equal(
            $"--B\r\n{TextHead}\"messageTemplateId\"\r\n\r\n{Template}\r\n--B\r\n{TextHead}\"namedRecipientsListIds\"\r\n\r\n{List1}\r\n"
            + $"--B\r\n{TextHead}\"namedRecipientsListIds\"\r\n\r\n{List2}\r\n--B--\r\n",
            Multipart.Body(request));
    }

    [Fact]
    public async Task Form_placement_moves_the_scalars_into_the_body_before_the_rest()
    {
        await CreateAsync(Full() with { Action = RcBatchAction.Schedule, ShortLink = false }, RcParameterPlacement.Form);
        WireRequest request = _server.Requests[0];
        Assert.Equal("/v1/batches", request.Target);
        Assert.Equal(
            [
                ("campaignId", Campaign), ("externalId", "a 78&96"), ("description", "Frühling + 😀"), ("startDate", "2027-01-31"), ("endDate", "2027-02-28"),
                ("startTime", "09:00"), ("endTime", "17:30"), ("shortlink", "false"), ("action", "SCHEDULE"), ("operationType", "MESSAGE_TEMPLATE"),
                ("messageTemplateId", Template), ("namedRecipientsListIds", List1), ("namedRecipientsListIds", List2),
            ],
            Fields(Multipart.Body(request)));
    }

    [Fact]
    public async Task Manual_message_is_sent_as_written()
    {
        WireRequest request = await UpdateAsync(new BatchDraft { Operation = BatchOperation.ManualMessage, Message = "a\\nb\r\nc 😀\"", RecipientListIds = [List1] });
        Assert.EndsWith("?action=SCHEDULE&operationType=MANUAL_MESSAGE_INPUT", request.Target, StringComparison.Ordinal);
        Assert.Equal($"--B\r\n{TextHead}\"namedRecipientsListIds\"\r\n\r\n{List1}\r\n--B\r\n{TextHead}\"message\"\r\n\r\na\\nb\r\nc 😀\"\r\n--B--\r\n", Multipart.Body(request));
    }

    /// <summary>Every documented parameter but the file: its name, whether it is always a part, a draft that sets it alone, and its text.</summary>
    internal static readonly (string Name, bool IsPart, BatchDraft Draft, string Text)[] Documented =
    [
        ("campaignId", false, new() { CampaignId = Campaign }, Campaign),
        ("externalId", false, new() { ExternalId = "Iİı i&=+%20 é" }, "Iİı i&=+%20 é"),
        ("description", false, new() { Description = "١٢٣ ✓\u200F" }, "١٢٣ ✓\u200F"),
        ("startDate", false, new() { StartDate = new DateTime(2027, 1, 9, 23, 59, 59) }, "2027-01-09"),
        ("endDate", false, new() { EndDate = new DateTime(2027, 12, 31) }, "2027-12-31"),
        ("startTime", false, new() { StartTime = new TimeSpan(0, 5, 0) }, "00:05"),
        ("endTime", false, new() { EndTime = new TimeSpan(23, 59, 0) }, "23:59"),
        ("shortlink", false, new() { ShortLink = true }, "true"),
        ("shortlink", false, new() { ShortLink = false }, "false"),
        ("action", false, new() { Action = RcBatchAction.Validate }, "VALIDATE"),
        ("action", false, new() { Action = RcBatchAction.Schedule }, "SCHEDULE"),
        ("operationType", false, new() { Operation = BatchOperation.CsvFile }, "CSV_FILE"),
        ("operationType", false, new() { Operation = BatchOperation.MessageTemplate }, "MESSAGE_TEMPLATE"),
        ("operationType", false, new() { Operation = BatchOperation.ManualMessage }, "MANUAL_MESSAGE_INPUT"),
        ("messageTemplateId", true, new() { MessageTemplateId = Template }, Template),
        ("namedRecipientsListIds", true, new() { RecipientListIds = [List1] }, List1),
        ("message", true, new() { Message = "Iİı\\n١\"\r\n--B--" }, "Iİı\\n١\"\r\n--B--"),
    ];

    [Fact]
    public void Table_holds_every_documented_parameter() =>
        Assert.Equal(Documented.Select(row => row.Name).Distinct().Order(StringComparer.Ordinal), BatchParameters.All.Select(parameter => parameter.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("tr-TR", RcParameterPlacement.Query)]
    [InlineData("tr-TR", RcParameterPlacement.Form)]
    [InlineData("ar-SA", RcParameterPlacement.Query)]
    [InlineData("ar-SA", RcParameterPlacement.Form)]
    [InlineData("fa-IR", RcParameterPlacement.Query)]
    [InlineData("th-TH", RcParameterPlacement.Query)]
    [InlineData("", RcParameterPlacement.Query)]
    public async Task Each_parameter_travels_alone_in_its_place_with_its_text_whatever_the_culture(string culture, RcParameterPlacement placement)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        using TestClient client = new(_server.BaseUri, placement: placement);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            foreach ((_, _, BatchDraft draft, _) in Documented)
            {
                await client.Batches.CreateAsync(draft, null, TestClient.Stop);
                await client.UpdateAsync(draft);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Equal(2 * Documented.Length, _server.Requests.Length);
        for (int i = 0; i < _server.Requests.Length; i++)
        {
            (string name, bool isPart, BatchDraft draft, string text) = Documented[i / 2];
            WireRequest request = _server.Requests[i];
            Assert.Equal(i % 2 == 0 ? ("POST", "/v1/batches") : ("PATCH", $"/v1/batches/{TestClient.BatchId}"), (request.Method, request.Target.Split('?')[0]));

            // Nothing but what was set, and the two that are always sent.
            (string, string)[] always = [("action", draft.Action == RcBatchAction.Validate ? "VALIDATE" : "SCHEDULE"), ("operationType", OperationText(draft))];
            (string, string)[] sent = name is "action" or "operationType" ? always : isPart ? [.. always, (name, text)] : [(name, text), .. always];
            (string, string)[] scalars = [.. sent.Where(pair => !isPart || pair.Item1 != name)];
            (string, string)[] body = [.. sent.Where(pair => isPart && pair.Item1 == name)];
            Assert.Equal(placement == RcParameterPlacement.Query ? scalars : [], Query(request));
            Assert.Equal(placement == RcParameterPlacement.Query ? body : [.. scalars, .. body], Parts(request));
            Assert.Equal((request.Body.Length.ToString(CultureInfo.InvariantCulture), ""), (request.Header("Content-Length"), request.Header("Transfer-Encoding")));
        }
    }

    private static BatchDraft Full() => new()
    {
        Operation = BatchOperation.MessageTemplate,
        Action = RcBatchAction.Validate,
        CampaignId = Campaign,
        ExternalId = "a 78&96",
        Description = "Frühling + 😀",
        StartDate = new DateTime(2027, 1, 31, 23, 59, 0),
        EndDate = new DateTime(2027, 2, 28),
        StartTime = new TimeSpan(9, 0, 0),
        EndTime = new TimeSpan(17, 30, 0),
        ShortLink = true,
        MessageTemplateId = Template,
        RecipientListIds = [List1, List2],
    };

    private static string OperationText(BatchDraft draft) => draft.Operation switch
    {
        BatchOperation.CsvFile => "CSV_FILE",
        BatchOperation.MessageTemplate => "MESSAGE_TEMPLATE",
        _ => "MANUAL_MESSAGE_INPUT",
    };

    private static (string Name, string Value)[] Query(WireRequest request) => request.Target.Contains('?', StringComparison.Ordinal)
        ? [.. request.Target.Split('?')[1].Split('&').Select(pair => pair.Split('=')).Select(pair => (pair[0], Uri.UnescapeDataString(pair[1])))]
        : [];

    private static (string Name, string Value)[] Parts(WireRequest request) => [.. Multipart.Parts(request).Select(part =>
    {
        Assert.StartsWith(TextHead + "\"", part.Head, StringComparison.Ordinal);
        return (part.Head[(TextHead.Length + 1)..^1], part.Text);
    })];

    private static (string Name, string Value)[] Fields(string body) =>
        [.. Regex.Matches(body, "name=\"(\\w+)\"\r\n\r\n(.*)\r\n--B").Select(match => (match.Groups[1].Value, match.Groups[2].Value))];

    private FileSource File(string text) => new(_folder.Write("plan.csv", text));

    private async Task<WireRequest> UpdateAsync(BatchDraft draft)
    {
        using TestClient client = new(_server.BaseUri);
        await client.UpdateAsync(draft);
        return Assert.Single(_server.Requests);
    }

    private async Task CreateAsync(BatchDraft draft, RcParameterPlacement placement = RcParameterPlacement.Query)
    {
        using TestClient client = new(_server.BaseUri, placement: placement);
        await client.Batches.CreateAsync(draft, null, TestClient.Stop);
    }
}
