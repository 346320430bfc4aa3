using RocketComs.Core.Accounts;
using RocketComs.Core.Errors;
using RocketComs.Core.Tests.Api;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Accounts;

/// <summary>What a probe asks of the platform, and what it writes down of that.</summary>
public sealed class ProbeTests : IDisposable
{
    private const string Path = "/v1/batches/" + AccountDesk.Batch;
    private const string Errors = Path + "/errors?verbose=true&page=0&pageSize=100";
    private const string Text = "Test of the account: please ignore this message, it has a comma in it";

    private readonly ProbedDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Batch_is_made_looked_at_updated_looked_at_and_removed()
    {
        Dictionary<string, string> checks = await _desk.RunAsync();
        Assert.Equal(
            ["POST /v1/batches", "GET " + Path, "GET " + Errors, "PATCH " + Path, "GET " + Path, "GET " + Errors, "DELETE " + Path, "GET " + Path],
            _desk.Account.Asked.Select((line, i) => i is 0 or 3 ? line.Split('?')[0] : line));
        Assert.All(checks.Values, line => Assert.StartsWith("Confirmed", line, StringComparison.Ordinal));
        Assert.Equal((7, null), (checks.Count, _desk.Probe.Leftover));
        Assert.Empty(_desk.Account.Told);
        Assert.Empty(_desk.Account.Clock.Delays);
        Assert.Equal([ProbedDesk.Created, ProbedDesk.Updated], _desk.Probe.Shown.Select(shown => shown.GetRawText()));
    }

    [Fact]
    public async Task Both_writes_give_all_in_query_and_form_alike_but_the_description()
    {
        await _desk.RunAsync();
        (WireRequest made, WireRequest updated) = (_desk.Account.Requests[0], _desk.Account.Requests[3]);
        string reference = Query(made)["externalId"];
        Assert.Matches("^account-check-[0-9a-f]{8}$", reference);
        (string Name, string Value)[] common =
        [
            ("externalId", reference), ("startDate", "2028-01-15"), ("endDate", "2028-01-16"), ("startTime", "09:00"), ("endTime", "17:00"), ("action", "VALIDATE"), ("operationType", "CSV_FILE"),
        ];
        Assert.Equal(Sorted([("campaignId", AccountDesk.Campaign), ("description", "Test-RcAccount query"), .. common]), Sorted(Query(made)));
        Assert.Equal(Sorted([("campaignId", AccountDesk.Campaign), ("description", "Test-RcAccount form"), .. common]), Sorted(Form(made)));
        Assert.Equal(Sorted([("description", "Test-RcAccount updated query"), .. common]), Sorted(Query(updated)));
        Assert.Equal(Sorted([("description", "Test-RcAccount updated form"), .. common]), Sorted(Form(updated)));
        Assert.Equal($"{AccountDesk.Number},\"{Text}\"\n", Multipart.Parts(made)[^1].Text.Replace("\r\n", "\n", StringComparison.Ordinal));
        Assert.Equal($"{AccountDesk.Number},\"{Text}\"\n{AccountDesk.Number},\n", Multipart.Parts(updated)[^1].Text.Replace("\r\n", "\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Journal_has_a_beginning_and_an_end_of_each_write()
    {
        await _desk.RunAsync();
        RcJournalEntry[] entries = [.. await _desk.Account.Journal.ReadAsync(TestClient.Stop)];
        Assert.Equal(
            [("Begun", "Validate", null), ("Done", "Validate", null), ("Begun", "Validate", AccountDesk.Batch), ("Done", "Validate", AccountDesk.Batch), ("Begun", null, AccountDesk.Batch), ("Done", null, AccountDesk.Batch)],
            entries.Select(entry => (entry.Outcome.ToString(), entry.Action?.ToString(), entry.BatchId)));
        Assert.All(entries, entry => Assert.Equal((AccountDesk.Campaign, Query(_desk.Account.Requests[0])["externalId"], 1, RcJournalConsent.Force), (entry.CampaignId, entry.ExternalId, entry.RecipientCount, entry.Consent)));
    }

    [Theory]
    [InlineData(1, "Confirmed: A new batch with VALIDATE is CREATED, and can be updated.")]
    [InlineData(5, "Confirmed: A new batch with VALIDATE is CREATED, and can be updated.")]
    [InlineData(6, "NotKnown: A new batch with VALIDATE is UPLOADING, which may pass.")]
    public async Task Batch_whose_file_is_being_taken_in_is_looked_at_six_times(int uploading, string expected)
    {
        string[] looks = [.. Enumerable.Repeat(ProbedDesk.Created.Replace("CREATED", "UPLOADING", StringComparison.Ordinal), uploading), ProbedDesk.Created];
        _desk.Account.Answers(Path, [.. looks.Take(6), ProbedDesk.Updated, "404"]);
        Assert.Equal(expected, (await _desk.RunAsync())["Validate sends nothing"]);
        Assert.Equal(Enumerable.Repeat(2.0, Math.Min(uploading, 5)), _desk.Account.Clock.Delays);
        Assert.Equal(Math.Min(uploading + 1, 6), _desk.Account.Asked.TakeWhile(line => line != "GET " + Errors).Count(line => line == "GET " + Path));
    }

    [Theory]
    [InlineData("12025550123", null)]
    [InlineData("+1 202 555 0123", "•")]
    [InlineData("123", "123")]
    [InlineData("1237774444", "7774444")]
    [InlineData("", "0123")]
    public void Number_that_no_text_could_reach_is_refused_and_not_shown(string number, string? hidden)
    {
        if (hidden is null)
        {
            AccountProbe.RequireNumber("ProbeNumber", number);
            return;
        }

        InvalidParameterException exception = Assert.Throws<InvalidParameterException>(() => AccountProbe.RequireNumber("ProbeNumber", number));
        Assert.Equal("ProbeNumber", exception.ParameterName);
        Assert.StartsWith("-ProbeNumber: ", exception.Message, StringComparison.Ordinal);
        Assert.Matches("^Give your own mobile number. .{10}", exception.RecommendedAction);
        Assert.DoesNotContain(hidden == "•" ? "5550123" : hidden, $"{exception.Message} {exception.RecommendedAction} {exception.Value}", StringComparison.Ordinal);
    }

    [Fact]
    public void Number_is_shown_by_its_last_two_digits() => Assert.Equal("•••••••••23", AccountProbe.Masked(AccountDesk.Number));

    private static Dictionary<string, string> Query(WireRequest request) =>
        request.Target.Split('?')[1].Split('&').ToDictionary(pair => pair.Split('=')[0], pair => Uri.UnescapeDataString(pair.Split('=')[1].Replace('+', ' ')));

    private static Dictionary<string, string> Form(WireRequest request) =>
        Multipart.Parts(request)[..^1].ToDictionary(part => part.Head.Split("name=")[1].Split(';', '\r')[0].Trim('"'), part => part.Text);

    private static IEnumerable<string> Sorted(IEnumerable<(string Name, string Value)> pairs) => pairs.Select(pair => $"{pair.Name}={pair.Value}").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Sorted(Dictionary<string, string> pairs) => Sorted(pairs.Select(pair => (pair.Key, pair.Value)));
}
