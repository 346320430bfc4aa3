using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Sending;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Sending;

/// <summary>Each file and text of a command is checked once, and against the campaign that it goes to.</summary>
public sealed class ContentChecksTests : IDisposable
{
    private const string List = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string Twice = "2025550101,Hello\n2025550101,Hello\n";
    private const string Elsewhere = "33334444-5555-6666-7777-888899990000";

    private readonly SendingDesk _desk = new() { Options = new BatchSendOptions { AllowRepeat = true } };

    public ContentChecksTests()
    {
        _desk.Has["/v1/recipients/lists/" + List] = $$"""{"id":"{{List}}","recipientsAmount":10}""";
        _desk.Has["/v1/batches/" + SendingDesk.Other] = SendingDesk.Created.Replace(SendingDesk.Batch, SendingDesk.Other, StringComparison.Ordinal);
        Register(SendingDesk.Campaign, "\"embeddedLink\":false,\"subscriberOptout\":true");
    }

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task File_for_several_batches_is_checked_once_as_long_as_it_is_as_it_was()
    {
        BatchSender sender = _desk.Sender();
        await sender.AddAsync(new BatchTarget(SendingDesk.Batch, false), _desk.FileDraft(Twice), TestClient.Stop);
        await sender.AddAsync(new BatchTarget(SendingDesk.Other, false), _desk.FileDraft(Twice), TestClient.Stop);
        string once = $"verbose: {_desk.File(Twice).Path}: 1 warning (RC102 1; Test-RcBatchCsv shows them)";
        Assert.Single(_desk.Told, told => told == once);
        await sender.AddAsync(new BatchTarget(SendingDesk.Campaign, true), _desk.FileDraft(Twice + "2025550102,Hello\n") with { ExternalId = "n", StartDate = new DateTime(2027, 2, 1) }, TestClient.Stop);
        Assert.Equal(2, _desk.Told.Count(told => told == once));
    }

    [Theory]
    [InlineData(false, "Message")]
    [InlineData(true, "MessageTemplateId")]
    public async Task Text_with_an_error_is_not_sent(bool isOfTemplate, string parameter)
    {
        InvalidParameterException refused = await Assert.ThrowsAsync<InvalidParameterException>(() => _desk.UpdateAsync(Draft("Caf\uFFFD", isOfTemplate)));
        Assert.Equal((parameter, "Caf\uFFFD"), (refused.ParameterName, refused.Value));
        Assert.Contains("(RC008). Nothing was sent.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(isOfTemplate, _desk.Requests.Length > 0);
        Assert.Empty(_desk.Writes);
    }

    [Fact]
    public async Task Text_is_warned_of_once_for_all_batches()
    {
        await AddAsync(Draft("Call {{name}} now", isOfTemplate: false));
        Assert.Single(_desk.Told, told => told.StartsWith("warn: ", StringComparison.Ordinal) && told.Contains("(RC113)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "Message template " + SendingDesk.Other + ": ")]
    public async Task Text_is_held_against_the_registration_of_each_campaign_once(bool isOfTemplate, string whose)
    {
        BatchDraft draft = Draft("See www.example.com", isOfTemplate);
        await AddAsync(draft);
        Assert.Equal(("warn", "verbose"), Assert.Single(Told(_desk, whose)));
        Register(Elsewhere, "\"embeddedLink\":false");
        BatchSender sender = _desk.Sender();
        await sender.AddAsync(new BatchTarget(SendingDesk.Campaign, true), draft, TestClient.Stop);
        await sender.AddAsync(new BatchTarget(Elsewhere, true), draft with { ExternalId = "m" }, TestClient.Stop);
        Assert.Equal(3, _desk.Told.Count(told => told.StartsWith("warn: " + whose, StringComparison.Ordinal) && told.Contains("(RC116)", StringComparison.Ordinal)));

        using SendingDesk other = new() { Options = new BatchSendOptions { SkipValidation = true } };
        foreach ((string path, string json) in _desk.Has)
        {
            other.Has[path] = json;
        }

        Assert.Empty(await other.CreateAsync(draft));
        Assert.Empty(Told(other, whose));
    }

    [Fact]
    public async Task File_is_held_against_the_registration_of_its_campaign_once()
    {
        await AddAsync(_desk.FileDraft("2025550101,See www.example.com\n") with { ExternalId = "n", StartDate = new DateTime(2027, 2, 1) });
        string path = _desk.File("2025550101,See www.example.com\n").Path!;
        Assert.Single(_desk.Told, told => told.StartsWith($"verbose: {path}: ", StringComparison.Ordinal) && told.EndsWith(" (RC118)", StringComparison.Ordinal));
        Assert.DoesNotContain(_desk.Told, told => told.Contains("(RC116)", StringComparison.Ordinal));
        using RowsSource rows = new();
        rows.Add("2025550101", "Hello");
        await _desk.Sender().AddAsync(new BatchTarget(SendingDesk.Campaign, true), new BatchDraft { File = rows, ExternalId = "n", StartDate = new DateTime(2027, 2, 1) }, TestClient.Stop);
        Assert.Single(_desk.Told, told => told.StartsWith("verbose: The rows: ", StringComparison.Ordinal) && told.EndsWith(" (RC118)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Advice_is_about_opt_outs_only_where_one_is_in_the_file()
    {
        _desk.Has[$"/v1/campaigns/{SendingDesk.Campaign}/optouts"] = SendingDesk.List("""{"destination":"+12025550101"}""");
        _desk.Options = new BatchSendOptions { CheckOptOut = true };
        BatchCsvInvalidException optedOut = await Assert.ThrowsAsync<BatchCsvInvalidException>(() => _desk.UpdateAsync(_desk.FileDraft()));
        Assert.StartsWith("Take the numbers that have opted out (RC012) out of it: Test-RcBatchCsv with -OptOutNumber", optedOut.RecommendedAction, StringComparison.Ordinal);
        BatchCsvInvalidException wrong = await Assert.ThrowsAsync<BatchCsvInvalidException>(() => _desk.UpdateAsync(_desk.FileDraft("abc,Hello\n")));
        Assert.StartsWith("Run 'Test-RcBatchCsv ", wrong.RecommendedAction, StringComparison.Ordinal);
    }

    // By the prefix of what was told of the registration: the link that is warned of, the missing opt-out word that is only noted.
    private static IEnumerable<(string Link, string OptOut)> Told(SendingDesk desk, string whose) =>
        from link in desk.Told
        where link.Contains("(RC116)", StringComparison.Ordinal) && link.Contains(": " + whose, StringComparison.Ordinal)
        from word in desk.Told
        where word.Contains("(RC118)", StringComparison.Ordinal) && word.Contains(": " + whose, StringComparison.Ordinal)
        select (link.Split(':')[0], word.Split(':')[0]);

    private void Register(string campaign, string fields) => _desk.Has["/v1/campaigns/" + campaign] = $$"""{"id":"{{campaign}}","status":"ACTIVE",{{fields}}}""";

    private BatchDraft Draft(string text, bool isOfTemplate)
    {
        _desk.Has["/v1/message-templates"] = SendingDesk.List($$"""{"id":"{{SendingDesk.Other}}","message":"{{text}}"}""");
        BatchDraft draft = new() { Operation = BatchOperation.ManualMessage, Message = text, RecipientListIds = [List], ExternalId = "n", StartDate = new DateTime(2027, 2, 1) };
        return isOfTemplate ? draft with { Operation = BatchOperation.MessageTemplate, Message = null, MessageTemplateId = SendingDesk.Other } : draft;
    }

    // Two batches of one campaign with one content.
    private async Task AddAsync(BatchDraft draft)
    {
        BatchSender sender = _desk.Sender();
        await sender.AddAsync(new BatchTarget(SendingDesk.Campaign, true), draft, TestClient.Stop);
        await sender.AddAsync(new BatchTarget(SendingDesk.Campaign, true), draft with { ExternalId = "o" }, TestClient.Stop);
    }
}
