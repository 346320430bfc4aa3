using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Accounts;

/// <summary>A probe leaves nothing on the platform, or says what and by when it has to be removed.</summary>
public sealed class ProbeLeftoverTests : IDisposable
{
    private const string Batch = AccountDesk.Batch;
    private const string Path = ProbedDesk.Path;
    private const string List = "/v1/batches?campaignId=" + AccountDesk.Campaign;
    private const string Look = $" Look at it with 'Get-RcBatch {Batch}', and remove it with 'Remove-RcBatch {Batch}' or in the portal ";
    private const string BeforeDay = "before 2028-01-15, its first day.";

    private readonly ProbedDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("204", ProbedDesk.Updated, "The probe batch " + Batch + " is still there." + Look + BeforeDay, "Contradicted: The removal was answered with success, and the batch is still there.")]
    [InlineData("500", ProbedDesk.Updated, "The probe batch " + Batch + " is still there." + Look + BeforeDay, "Contradicted: The batch could not be removed (HTTP 500).")]
    [InlineData("drop", ProbedDesk.Updated, "The probe batch " + Batch + " is still there." + Look + BeforeDay, "Contradicted: The batch could not be removed (the answer was lost).")]
    [InlineData("204", "403", "Whether the probe batch " + Batch + " was removed is not known (HTTP 403)." + Look + BeforeDay, "NotKnown: The look after the removal does not show whether the batch has gone (HTTP 403).")]
    [InlineData("500", "403", "Whether the probe batch " + Batch + " was removed is not known (HTTP 403)." + Look + BeforeDay, "NotKnown: The look after the removal does not show whether the batch has gone (HTTP 403).")]
    [InlineData("500", "404", null, "Confirmed: The batch is no longer there (HTTP 404).")]
    [InlineData("drop", "404", null, "Confirmed: The batch is no longer there (HTTP 404).")]
    public async Task Only_a_batch_that_is_not_found_has_gone(string removal, string look, string? leftover, string expected)
    {
        _desk.Account.Answers("DELETE " + Path, removal);
        _desk.Account.Answers(Path, ProbedDesk.Created, ProbedDesk.Updated, look);
        Assert.Equal(expected, (await _desk.RunAsync())["Removal"]);
        Assert.Equal(leftover, _desk.Probe.Leftover);
        Assert.Equal(removal == "204" ? 0 : 1, _desk.Account.Told.Count(line => line.StartsWith("The removal of the probe batch failed: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Batch_that_was_never_found_is_not_shown_to_have_gone()
    {
        _desk.Account.Answers(Path, "404");
        Assert.Equal("NotKnown: The look after the removal does not show whether the batch has gone (HTTP 404).", (await _desk.RunAsync())["Removal"]);
        Assert.Equal($"Whether the probe batch {Batch} was removed is not known (HTTP 404).{Look}{BeforeDay}", _desk.Probe.Leftover);
    }

    // What the platform showed last counts.
    [Theory]
    [InlineData("CREATED", "2028-01-15", "PENDING", "2028-01-16", "500", "at once: it is PENDING, with 2028-01-16 as its first day, and may be sent and charged.")]
    [InlineData("PENDING", "2028-01-16", "CREATED", "2028-01-17", "500", "before 2028-01-17, its first day.")]
    [InlineData("CREATED", "2028-01-15", "PENDING", "2028-01-16", """{"status":"created","startDate":"2028-01-18"}""", "before 2028-01-18, its first day.")]
    [InlineData("CREATED", "2028-01-15", "CREATED", "2028-01-16", """{"status":"SENT 1","startDate":"soon"}""", "at once: it is of another status, with 2028-01-15 as its first day, and may be sent and charged.")]
    [InlineData("CREATED", "2028-01-15", "PENDING", "2028-01-16", """{"startDate":"2028-01-18"}""", "before 2028-01-18, its first day.")]
    [InlineData("CREATED", "2028-01-15", "PENDING", "2028-01-16", "[]", "at once: it is PENDING, with 2028-01-16 as its first day, and may be sent and charged.")]
    public async Task Batch_that_is_left_has_to_go_before_the_day_that_it_shows(string status, string day, string thenStatus, string thenDay, string last, string when)
    {
        _desk.Account.Answers(Path, $$"""{"status":"{{status}}","startDate":"{{day}}"}""", $$"""{"status":"{{thenStatus}}","startDate":"{{thenDay}}"}""", last);
        await _desk.RunAsync();
        Assert.EndsWith(Look + when, _desk.Probe.Leftover, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("400", "HTTP 400")]
    [InlineData("422", "HTTP 422")]
    public async Task Creation_that_was_refused_leaves_nothing(string status, string why)
    {
        _desk.Account.Answers("POST /v1/batches", status);
        Dictionary<string, string> checks = await _desk.RunAsync();
        Assert.All(checks.Values, line => Assert.Equal($"NotKnown: The probe does not show it: the batch was not made ({why}; -Verbose shows more).", line));
        Assert.Null(_desk.Probe.Leftover);
        Assert.Empty(_desk.Probe.Shown);
        Assert.DoesNotContain(_desk.Account.Asked, line => line.StartsWith("DELETE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("drop", "the answer was lost")]
    [InlineData("500", "HTTP 500")]
    [InlineData("400", "HTTP 400")]
    [InlineData("{}", "an answer that is not what is documented")]
    [InlineData("204", "an answer that is not what is documented")]
    public async Task Batch_of_a_lost_answer_is_found_by_its_reference_and_removed(string answer, string why)
    {
        _desk.Account.Answers("POST /v1/batches", answer);
        _desk.Account.Answers("/v1/batches", """{"content":[{"id":"other","externalId":"account-check-00000000"},{"id":"32df8770-ee48-46e7-a8c7-9ec478883076","externalId":"REF"}],"total":2}""");
        _desk.Account.Answers(Path, "404");
        Dictionary<string, string> checks = await _desk.RunAsync();
        Assert.StartsWith("GET " + List, _desk.Account.Asked[1], StringComparison.Ordinal);
        Assert.Equal(["DELETE " + Path, "GET " + Path], _desk.Account.Asked[^2..]);
        Assert.Equal("Confirmed: The batch is no longer there (HTTP 404).", checks["Removal"]);
        Assert.Equal($"NotKnown: The probe does not show it: the batch was not made ({why}; -Verbose shows more).", checks["Place of parameters"]);
        Assert.Null(_desk.Probe.Leftover);
    }

    [Theory]
    [InlineData("drop", """{"content":[],"total":0}""", "The campaign's list does not show the probe batch, which may still show later. ", null)]
    [InlineData("500", """{"content":[],"total":0}""", "The campaign's list does not show the probe batch, which may still show later. ", null)]
    [InlineData("drop", "500", "Whether the probe batch was created is not known. ", "HTTP 500")]
    public async Task Batch_of_which_nothing_is_known_is_named_by_its_reference(string answer, string list, string begins, string? failure)
    {
        _desk.Account.Answers("POST /v1/batches", answer);
        _desk.Account.Answers("/v1/batches", list);
        Dictionary<string, string> checks = await _desk.RunAsync();
        string reference = _desk.Account.Asked[0].Split("externalId=")[1].Split('&')[0];
        Assert.Equal($"{begins}Look for ExternalId '{reference}' with 'Get-RcBatch -CampaignId {AccountDesk.Campaign}'. If it is there, remove it with Remove-RcBatch {BeforeDay}", _desk.Probe.Leftover);
        Assert.Equal(failure is null ? checks["Lines of errors"] : $"NotKnown: The batch could not be looked at ({failure}).", checks["Removal"]);
        Assert.Equal(failure is not null, _desk.Account.Told.Any(line => line.StartsWith("The probe batch was not removed: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Probe_that_was_never_sent_leaves_nothing_and_looks_for_nothing()
    {
        _desk.Account.CloseTransport();
        Dictionary<string, string> checks = await _desk.RunAsync();
        Assert.Equal("NotKnown: The probe does not show it: the batch was not made (ConnectionClosedException; -Verbose shows more).", checks["Removal"]);
        Assert.Null(_desk.Probe.Leftover);
        Assert.StartsWith("The probe ended early: ", Assert.Single(_desk.Account.Told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removal_that_takes_too_long_is_given_up_and_the_batch_named()
    {
        _desk.Account.Answers("DELETE " + Path, "hang");
        Task<Dictionary<string, string>> running = _desk.RunAsync();
        await ArrivalsAsync(7);
        Assert.False(running.IsCompleted);
        _desk.Account.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("NotKnown: The batch could not be looked at (no answer in time).", (await running)["Removal"]);
        Assert.Equal($"The probe batch {Batch} could not be removed: nothing documented says that it was.{Look}{BeforeDay}", _desk.Probe.Leftover);
        Assert.StartsWith("The probe batch was not removed: ", Assert.Single(_desk.Account.Told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Probe_is_removed_after_a_stop()
    {
        _desk.Account.Answers("PATCH " + Path, "hang");
        _desk.Account.Answers(Path, ProbedDesk.Created, "404");
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestClient.Stop);
        Task<Dictionary<string, string>> running = AccountDesk.RunAsync(_desk.Probe, stop: stop.Token);
        await ArrivalsAsync(4);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(["DELETE " + Path, "GET " + Path], _desk.Account.Asked[^2..]);
        Assert.Null(_desk.Probe.Leftover);
        Assert.Empty(_desk.Account.Told);
        Assert.Equal(
            ["Begun", "Done", "Begun", "Unknown", "Begun", "Done"], (await _desk.Account.Journal.ReadAsync(TestClient.Stop)).Select(entry => entry.Outcome.ToString()));
    }

    private async Task ArrivalsAsync(int count)
    {
        for (int i = 0; i < count; i++)
        {
            await _desk.Account.ArrivalAsync();
        }
    }
}
