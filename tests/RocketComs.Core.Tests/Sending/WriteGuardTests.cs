using RocketComs.Core.Errors;
using RocketComs.Core.Journal;
using RocketComs.Core.Sending;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Sending;

/// <summary>After every end it can be said what was done, what was not, and what is not known.</summary>
public sealed class WriteGuardTests : IDisposable
{
    private readonly SendingDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Sum_is_told_by_what_each_write_came_to()
    {
        WriteGuard guard = _desk.Guard();
        guard.Expect(["a", "b", "c", "d", "e", "f", "g", "h"]);
        WriteGuard five = _desk.Guard();
        five.Expect(["a", "b", "c", "d", "e"]);
        Assert.Equal("Not done: a, b, c, d, e. Nothing was changed on the platform.", five.SumUp());
        Assert.Equal((true, "Not done: a, b, c, d, e and 3 more. Nothing was changed on the platform."), (guard.IsUnderWay, guard.SumUp()));
        await guard.RunAsync(new WriteIntent("a", "Look at a."), sent => Task.FromResult(true), TestClient.Stop);
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => guard.RunAsync<bool>(new WriteIntent("b", "Look at b."), _ => throw new OutcomeUnknownException("r", "lost", "h"), TestClient.Stop));
        await Assert.ThrowsAsync<InvalidParameterException>(() => guard.RunAsync<bool>(new WriteIntent("c", "Look at c."), _ => throw new InvalidParameterException("p", null, "m", "a"), TestClient.Stop));
        Assert.Equal("Done: a. Not done: c, d, e, f, g and 1 more. Not known, whether it was done: b. Look at b. Nothing else was changed.", guard.SumUp());
        Assert.Equal(["Begun", "Done", "Begun", "Unknown", "Begun", "Refused"], (await _desk.EntriesAsync()).Select(entry => entry.Outcome.ToString()));
    }

    [Theory]
    [InlineData(true, false, RcJournalOutcome.Unknown)]
    [InlineData(true, true, RcJournalOutcome.Refused)]
    [InlineData(false, false, RcJournalOutcome.Refused)]
    public async Task Stop_leaves_unknown_what_has_begun_to_go_and_was_not_refused(bool isSent, bool isRefused, RcJournalOutcome outcome)
    {
        WriteGuard guard = _desk.Guard();
        Assert.False(guard.IsUnderWay);
        await Assert.ThrowsAsync<OperationCanceledException>(() => guard.RunAsync<bool>(
            new WriteIntent("one", "Look."),
            sent =>
            {
                if (isSent)
                {
                    sent(0, null);
                }

                if (isRefused)
                {
                    guard.NoteRefusal();
                }

                throw new OperationCanceledException();
            },
            TestClient.Stop));
        RcJournalEntry last = (await _desk.EntriesAsync())[^1];
        Assert.Equal((outcome, "stopped"), (last.Outcome, last.Message));
        Assert.Equal(outcome == RcJournalOutcome.Unknown ? "Not known, whether it was done: one. Look. Nothing else was changed." : "Not done: one. Nothing was changed on the platform.", guard.SumUp());
        Assert.False(guard.IsUnderWay);
        await Assert.ThrowsAsync<NotSupportedException>(() => guard.RunAsync<bool>(new WriteIntent("two", "Look."), _ => throw new NotSupportedException(), TestClient.Stop));
        Assert.Equal("NotSupportedException", (await _desk.EntriesAsync())[^1].Message);
        Assert.True(guard.IsUnderWay);
    }

    [Fact]
    public async Task Journal_that_cannot_be_written_is_told_of_once_and_stops_nothing()
    {
        List<string> warned = [];
        WriteGuard guard = new(new JournalFile(Path.Combine(_desk.File().Path!, "journal.jsonl")), new RcJournalEntry { Target = "t" }, _desk.Clock, warned.Add);
        Assert.True(await guard.RunAsync(new WriteIntent("one", "Look."), _ => Task.FromResult(true), TestClient.Stop));
        Assert.True(await guard.RunAsync(new WriteIntent("two", "Look."), _ => Task.FromResult(true), TestClient.Stop));
        Assert.Contains("What this command sends is not noted, and a repeat of it would not be noticed by it.", Assert.Single(warned), StringComparison.Ordinal);
        Assert.Equal("Done: one, two. Nothing else was changed.", guard.SumUp());
    }

    [Fact]
    public async Task Damaged_line_is_told_of_once()
    {
        await File.WriteAllTextAsync(_desk.Journal.Path, "damaged\n", TestClient.Stop);
        Assert.Empty(await _desk.UpdateAsync(_desk.FileDraft()));
        Assert.EndsWith("A repeat of it would not be noticed. Mend what is there, or take it out.", Assert.Single(_desk.Told, told => told.StartsWith("warn", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData(null, 9L, "10 segments would be sent; -MaxSegmentCount allows 9.", "9")]
    [InlineData(null, 10L, null, null)]
    [InlineData("0.99", null, "The cost would be 1.00; -MaxCost allows 0.99.", "0.99")]
    [InlineData("1", null, null, null)]
    [InlineData("1", 10L, null, null)]
    public void Ceiling_takes_what_is_as_much(string? cost, long? segments, string? said, string? limit)
    {
        Ceiling ceiling = new(cost is null ? null : decimal.Parse(cost, System.Globalization.CultureInfo.InvariantCulture), segments);
        CeilingExceededException? refused = Xunit.Record.Exception(() => ceiling.Require(new BatchForecast(10, 10, 0.1m))) as CeilingExceededException;
        Assert.Equal((said is null ? null : said + " Nothing was sent.", limit), (refused?.Message, refused is null ? null : Convert.ToString(refused.Limit, System.Globalization.CultureInfo.InvariantCulture)));
        CeilingExceededException? unknown = Xunit.Record.Exception(() => ceiling.Require(new BatchForecast(10, null, 0.1m))) as CeilingExceededException;
        Assert.Equal(cost is null && segments is null ? null : "How many segments would be sent is not known, so they cannot be held to a ceiling. Nothing was sent.", unknown?.Message);
        Assert.Equal(cost ?? segments?.ToString(System.Globalization.CultureInfo.InvariantCulture), unknown is null ? null : Convert.ToString(unknown.Limit, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Ceiling_of_the_cost_needs_a_price()
    {
        Assert.Equal("-MaxCost needs the price of a segment. Nothing was sent.", Assert.Throws<InvalidParameterException>(() => new Ceiling(5, null).RequirePrice(null)).Message);
        InvalidParameterException refused = Assert.Throws<InvalidParameterException>(() => new Ceiling(5, null).RequirePrice(0));
        Assert.Equal(("MaxCost", 5m, "-MaxCost needs the price of a segment, and it was given as 0. Nothing was sent."), (refused.ParameterName, refused.Value, refused.Message));
        new Ceiling(null, 5).RequirePrice(0);
        new Ceiling(5, null).RequirePrice(1);
        new Ceiling(null, 5).RequirePrice(null);
    }

    [Fact]
    public void Rows_of_a_pipeline_become_one_upload_a_batch()
    {
        PendingUploads uploads = new();
        uploads.AddRow(new BatchTarget("a", false), "1", "x");
        uploads.AddRow(new BatchTarget("b", true), "2", "y");
        uploads.AddRow(new BatchTarget("A", false), "3", "z");
        Assert.Equal([("a", false), ("b", true)], uploads.Rows.Select(rows => (rows.Target.Id, rows.Target.IsNew)));
        Assert.Equal(["1,x\n3,z\n", "2,y\n"], uploads.Rows.Select(rows => new StreamReader(rows.Rows.Open()).ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal)));
        uploads.Dispose();
        Assert.All(uploads.Rows, rows => Assert.Throws<ObjectDisposedException>(() => rows.Rows.Open()));
    }

    [Theory]
    [InlineData("rocket.test", "ROCKET.TEST", true)]
    [InlineData("rocket.test", "rocket.test.", true)]
    [InlineData("rocket.test", "rocket.test:443", true)]
    [InlineData("rocket.test", "rocket.test:8443", false)]
    [InlineData("rocket.test", "www.rocket.test", false)]
    [InlineData("rocket.test", null, false)]
    [InlineData("localhost:5000", "127.0.0.1:5000", true)]
    [InlineData("[::1]:5000", "LOCALHOST:5000", true)]
    [InlineData("localhost:5000", "localhost:5001", false)]
    [InlineData("no host", "no host", true)]
    [InlineData("no host", "other host", false)]
    public void Host_of_the_account_is_known_however_it_is_spelled(string own, string? noted, bool isSame) =>
        Assert.Equal(isSame, new WriteGuard(null, new RcJournalEntry { Target = own }, _desk.Clock, _ => { }).IsOfAccount(new RcJournalEntry { Target = noted }));

    [Theory]
    [InlineData(null, "PENDING", RcBatchAction.Validate, SendingDesk.Other, RcBatchAction.Schedule)]
    [InlineData(SendingDesk.Campaign, "CREATED", RcBatchAction.Validate, SendingDesk.Campaign, RcBatchAction.Validate)]
    [InlineData(SendingDesk.Campaign, "CREATED", RcBatchAction.Schedule, SendingDesk.Campaign, RcBatchAction.Schedule)]
    [InlineData(SendingDesk.Campaign, "PENDING", null, SendingDesk.Campaign, null)]
    public async Task Batch_that_comes_back_completes_the_line(string? campaign, string status, RcBatchAction? action, string noted, RcBatchAction? done)
    {
        WriteIntent intent = new("one", "Look.") { Entry = new RcJournalEntry { CampaignId = campaign, Action = action } };
        await _desk.Guard().RunAsync(intent, _ => Task.FromResult(new RcBatch { Id = SendingDesk.Batch, CampaignId = SendingDesk.Other, Status = status }), TestClient.Stop);
        RcJournalEntry last = (await _desk.EntriesAsync())[^1];
        Assert.Equal((SendingDesk.Batch, noted, done), (last.BatchId, last.CampaignId, last.Action));
    }

    [Theory]
    [InlineData(RcJournalOutcome.Done, "accepted, not shown")]
    [InlineData(RcJournalOutcome.Refused, "refused in a success")]
    [InlineData(RcJournalOutcome.Unknown, "answer not understood")]
    [InlineData(null, "answer not understood")]
    public void Unexpected_answer_ends_a_write_as_it_says(RcJournalOutcome? outcome, string words) =>
        Assert.Equal((outcome ?? RcJournalOutcome.Unknown, words), WriteEnding.Of(new UnexpectedResponseException("m", "a") { Outcome = outcome }));

    [Fact]
    public void Trace_id_is_noted_without_what_could_be_a_number() => Assert.Equal(
        (RcJournalOutcome.Refused, "HTTP 400, traceId t ***, 123456 and 32df8770-1234567-x"),
        WriteEnding.Of(new ApiException(System.Net.HttpStatusCode.BadRequest, "r", new ApiErrorBody(null, null, "t +12025550101, 123456 and 32df8770-1234567-x"), null, "a")));
}
