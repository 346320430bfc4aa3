using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Segments;
using RocketComs.Core.Sending;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Sending;

/// <summary>What goes to the platform, to the user and into the journal, from the draft to the answer.</summary>
public sealed class BatchSenderTests : IDisposable
{
    private static readonly BatchTarget s_update = new(SendingDesk.Batch, false);
    private static readonly BatchTarget s_new = new(SendingDesk.Campaign, true);

    private readonly SendingDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Update_is_looked_up_asked_for_noted_and_sent()
    {
        _desk.Options = new BatchSendOptions { Measure = new MeasureOptions { PricePerSegment = 0.01m }, Currency = "USD" };
        Assert.Empty(await _desk.UpdateAsync(_desk.FileDraft()));

        Assert.Equal(["GET /v1/batches/" + SendingDesk.Batch, "GET /v1/campaigns/" + SendingDesk.Campaign, "GET /v1/batches", "GET /v1/batches/" + SendingDesk.Batch, "GET /v1/batches", "PATCH /v1/batches/" + SendingDesk.Batch], _desk.Requests);
        Assert.Equal("/v1/batches/" + SendingDesk.Batch + "?action=SCHEDULE&operationType=CSV_FILE", _desk.Writes[0].Target);
        Assert.Contains(SendingDesk.Rows, _desk.Writes[0].Text, StringComparison.Ordinal);
        string path = _desk.File().Path!;
        Assert.Equal(
            [
                $"risky ask: Schedule batch {SendingDesk.Batch} at rocket.test (ExternalId 'spring-1') with file '{path}' (first text: 'Hello'): 2 recipients, 2 segments, cost 0.02 USD (0.01 a segment); from 2027-02-01. It will be sent and charged; once scheduled, nothing documented stops it.",
                $"emit: {SendingDesk.Batch} PENDING",
            ],
            _desk.Told);
        RcJournalEntry[] entries = await _desk.EntriesAsync();
        Assert.Equal([RcJournalOutcome.Begun, RcJournalOutcome.Done], entries.Select(entry => entry.Outcome));
        Assert.Equal(entries[0] with { Outcome = RcJournalOutcome.Done }, entries[1]);
        Assert.Matches("^[0-9a-f]{32}$", entries[0].WriteId);
        Assert.Matches("^[0-9A-Fa-f]{64}$", entries[0].ContentHash);
        Assert.Matches("^[0-9A-Fa-f]{16}$", entries[0].RowsHash);
        Assert.Equal(
            new RcJournalEntry
            {
                Time = LeapingClock.Noon,
                Outcome = RcJournalOutcome.Begun,
                WriteId = entries[0].WriteId,
                Command = "Update-RcBatch",
                Target = "rocket.test",
                UserName = "me",
                BatchId = SendingDesk.Batch,
                LastChangeSeen = new DateTimeOffset(2027, 1, 14, 9, 0, 0, TimeSpan.Zero),
                CampaignId = SendingDesk.Campaign,
                ExternalId = "spring-1",
                Action = RcBatchAction.Schedule,
                ContentHash = entries[0].ContentHash,
                RowsHash = entries[0].RowsHash,
                FileName = "spring.csv",
                RecipientCount = 2,
                SegmentCount = 2,
                EstimatedCost = 0.02m,
                Consent = RcJournalConsent.Asked,
            },
            entries[0]);
    }

    [Fact]
    public async Task New_batch_is_noted_with_the_latest_that_the_campaign_showed_and_with_its_id()
    {
        _desk.Has["/v1/batches"] = SendingDesk.List(
            $$"""{"id":"{{SendingDesk.Other}}","externalId":"x","status":"COMPLETED","createdAt":"2027-01-10T00:00:00Z"}""", """{"externalId":"y","status":"CREATED","createdAt":"2027-01-12T00:00:00Z"}""");
        Assert.Empty(await _desk.CreateAsync(_desk.FileDraft() with { ExternalId = "spring-1", StartDate = new DateTime(2027, 2, 1) }));

        RcJournalEntry[] entries = await _desk.EntriesAsync();
        Assert.Equal([(null, RcJournalOutcome.Begun), (SendingDesk.Batch, RcJournalOutcome.Done)], entries.Select(entry => (entry.BatchId, entry.Outcome)));
        Assert.Equal((SendingDesk.Campaign, "spring-1", new DateTimeOffset(2027, 1, 12, 0, 0, 0, TimeSpan.Zero)), (entries[0].CampaignId, entries[0].ExternalId, entries[0].LastChangeSeen));
        Assert.StartsWith($"risky ask: Schedule a new batch of campaign {SendingDesk.Campaign} at rocket.test (ExternalId 'spring-1') with file", _desk.Told[0], StringComparison.Ordinal);
        Assert.Equal(["GET /v1/campaigns/" + SendingDesk.Campaign, "GET /v1/batches", "GET /v1/batches", "POST /v1/batches"], _desk.Requests);
    }

    [Theory]
    [InlineData("ExternalId")]
    [InlineData("StartDate")]
    public async Task New_batch_without_what_the_documents_require_is_refused_before_any_request(string missing)
    {
        BatchDraft draft = _desk.FileDraft() with { ExternalId = missing == "ExternalId" ? null : "x", StartDate = missing == "StartDate" ? null : new DateTime(2027, 2, 1) };
        Assert.Equal(missing, (await Assert.ThrowsAsync<InvalidParameterException>(() => _desk.CreateAsync(draft))).ParameterName);
        Assert.Empty(_desk.Requests);
        Assert.Empty(await _desk.CreateAsync(draft with { Action = RcBatchAction.Validate }));
    }

    [Fact]
    public async Task No_sends_nothing_and_leaves_no_line()
    {
        _desk.Answer = null;
        Assert.Empty(await _desk.UpdateAsync(_desk.FileDraft()));
        Assert.Empty(_desk.Writes);
        Assert.Empty(await _desk.EntriesAsync());
    }

    [Fact]
    public async Task Validation_says_so_shows_no_text_and_asks_without_risk()
    {
        _desk.Write = _ => WireAnswer.Of(200, SendingDesk.Created);
        Assert.Empty(await _desk.UpdateAsync(_desk.FileDraft(action: RcBatchAction.Validate)));
        Assert.StartsWith($"ask: Validate batch {SendingDesk.Batch} at rocket.test (ExternalId 'spring-1') with file", _desk.Told[0], StringComparison.Ordinal);
        Assert.EndsWith("spring.csv': 2 recipients, 2 segments, cost not known (give -PricePerSegment). Nothing is sent to recipients.", _desk.Told[0], StringComparison.Ordinal);
        Assert.Equal(["GET /v1/batches/" + SendingDesk.Batch, "PATCH /v1/batches/" + SendingDesk.Batch], _desk.Requests);
    }

    [Fact]
    public async Task Each_batch_of_several_is_told_its_place_and_what_they_are_together()
    {
        _desk.Has["/v1/batches/" + SendingDesk.Other] = SendingDesk.Created.Replace(SendingDesk.Batch, SendingDesk.Other, StringComparison.Ordinal).Replace("spring-1", "spring-2", StringComparison.Ordinal);
        Func<WireRequest, WireAnswer> write = _desk.Write;
        _desk.Write = request => request.Target.Contains(SendingDesk.Batch, StringComparison.Ordinal) ? WireAnswer.Of(400, """{"status":"0400","message":"no"}""")
            : write(request);
        RocketComsException[] failures = await _desk.SendAsync((s_update, _desk.FileDraft()), (new BatchTarget(SendingDesk.Other, false), new BatchDraft { File = _desk.File("2025550103,Other\n", "b.csv") }));

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, Assert.IsType<ApiException>(Assert.Single(failures)).StatusCode);
        string[] asked = [.. _desk.Told.Where(told => told.StartsWith("risky ask", StringComparison.Ordinal))];
        Assert.Contains(". Batch 1 of 2; all that are scheduled: 3 recipients, 3 segments, cost not known (give -PricePerSegment). It will be sent", asked[0], StringComparison.Ordinal);
        Assert.Contains(". Batch 2 of 2; all", asked[1], StringComparison.Ordinal);
        Assert.Equal([RcJournalOutcome.Begun, RcJournalOutcome.Refused, RcJournalOutcome.Begun, RcJournalOutcome.Done], (await _desk.EntriesAsync()).Select(entry => entry.Outcome));
    }

    [Fact]
    public async Task Of_several_that_are_validated_no_sum_is_told()
    {
        _desk.Has["/v1/batches/" + SendingDesk.Other] = SendingDesk.Created.Replace(SendingDesk.Batch, SendingDesk.Other, StringComparison.Ordinal);
        await _desk.SendAsync(
            (s_update, _desk.FileDraft(action: RcBatchAction.Validate)),
            (new BatchTarget(SendingDesk.Other, false), new BatchDraft { File = _desk.File("2025550103,Other\n", "b.csv"), Action = RcBatchAction.Validate }));

        string[] asked = [.. _desk.Told.Where(told => told.StartsWith("ask", StringComparison.Ordinal))];
        Assert.Equal(2, asked.Length);
        Assert.EndsWith(". Batch 1 of 2; none is scheduled. Nothing is sent to recipients.", asked[0], StringComparison.Ordinal);
        Assert.EndsWith(". Batch 2 of 2; none is scheduled. Nothing is sent to recipients.", asked[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_batch_twice_with_the_same_is_one_update_and_with_other_input_is_refused()
    {
        BatchSender sender = _desk.Sender();
        BatchDraft draft = _desk.FileDraft();
        await sender.AddAsync(s_update, draft, TestClient.Stop);
        await sender.AddAsync(new BatchTarget(SendingDesk.Batch.ToUpperInvariant(), false), draft with { File = new FileSource(draft.File!.Path!) }, TestClient.Stop);
        Assert.Contains($"verbose: Batch {SendingDesk.Batch.ToUpperInvariant()} was given with the same content already.", _desk.Told);
        foreach (BatchDraft other in (BatchDraft[])
        [
            draft with { ExternalId = "y" }, draft with { File = _desk.File(name: "other.csv") }, draft with { File = null }, draft with { RecipientListIds = [SendingDesk.Other] },
        ])
        {
            Assert.Contains("given twice", (await Assert.ThrowsAsync<InvalidParameterException>(() => sender.AddAsync(s_update, other, TestClient.Stop))).Message, StringComparison.Ordinal);
        }

        await sender.SendAllAsync((_, _, _) => { }, TestClient.Stop);
        Assert.Single(_desk.Writes);
    }

    [Fact]
    public async Task Batch_of_which_a_part_is_in_error_goes_nowhere()
    {
        BatchSender sender = _desk.Sender();
        await sender.AddAsync(s_update, _desk.FileDraft(), TestClient.Stop);
        await sender.AddAsync(s_new, new BatchDraft { File = _desk.File("2025550109,Else\n", "else.csv"), ExternalId = "n", StartDate = new DateTime(2027, 2, 1) }, TestClient.Stop);
        sender.Refuse(SendingDesk.Batch.ToUpperInvariant());
        await sender.SendAllAsync((_, _, _) => { }, TestClient.Stop);
        Assert.Equal("POST", Assert.Single(_desk.Writes).Method);

        BatchSender early = _desk.Sender();
        early.Refuse(SendingDesk.Batch);
        Assert.Contains("in error", (await Assert.ThrowsAsync<InvalidParameterException>(() => early.AddAsync(s_update, _desk.FileDraft(), TestClient.Stop))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ceiling_holds_over_all_that_is_scheduled()
    {
        _desk.Options = new BatchSendOptions { Ceiling = new Ceiling(null, 1) };
        await Assert.ThrowsAsync<CeilingExceededException>(() => _desk.UpdateAsync(_desk.FileDraft()));
        Assert.Empty(_desk.Writes);
        Assert.Empty(await _desk.UpdateAsync(_desk.FileDraft(action: RcBatchAction.Validate)));
        _desk.Options = new BatchSendOptions { Ceiling = new Ceiling(null, 2), AllowRepeat = true };
        Assert.Empty(await _desk.UpdateAsync(_desk.FileDraft()));
    }

    [Fact]
    public async Task File_with_an_error_is_refused_before_any_request_and_goes_unchecked_when_told_to()
    {
        await Assert.ThrowsAsync<BatchCsvInvalidException>(() => _desk.UpdateAsync(_desk.FileDraft("abc,Hello\n")));
        Assert.Empty(_desk.Requests);
        _desk.Options = new BatchSendOptions { SkipValidation = true };
        Assert.Empty(await _desk.UpdateAsync(_desk.FileDraft("abc,Hello\n")));
        Assert.Contains("recipients not known, segments not known, cost not known (give -PricePerSegment); from 2027-02-01. The file was not checked (-SkipValidation). It will", _desk.Told[0], StringComparison.Ordinal);
        Assert.Equal((null, null), ((await _desk.EntriesAsync())[0].RowsHash, (await _desk.EntriesAsync())[0].RecipientCount));
    }

    [Theory]
    [InlineData("PENDING")]
    [InlineData("COMPLETED")]
    public async Task Batch_that_has_gone_out_is_not_updated(string status)
    {
        _desk.Has["/v1/batches/" + SendingDesk.Batch] = SendingDesk.Created.Replace("CREATED", status, StringComparison.Ordinal);
        await Assert.ThrowsAsync<BatchNotUpdatableException>(() => _desk.UpdateAsync(_desk.FileDraft()));
        Assert.Empty(_desk.Writes);
    }

    [Theory]
    [InlineData("+12025550102")]
    [InlineData("+2025550102")]
    public async Task Opt_outs_of_the_campaign_that_the_batch_names_are_compared(string optOut)
    {
        _desk.Has[$"/v1/campaigns/{SendingDesk.Campaign}/optouts"] = SendingDesk.List($$"""{"destination":"{{optOut}}"}""");
        _desk.Options = new BatchSendOptions { CheckOptOut = true };
        BatchCsvInvalidException refused = await Assert.ThrowsAsync<BatchCsvInvalidException>(() => _desk.UpdateAsync(_desk.FileDraft()));
        Assert.Contains("opted out", refused.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains($"verbose: The numbers are compared with 1 opt-outs of campaign {SendingDesk.Campaign}.", _desk.Told);
        Assert.Empty(await _desk.UpdateAsync(_desk.FileDraft("2025550101,Hello\n")));

        _desk.Has["/v1/batches/" + SendingDesk.Batch] = $$"""{"id":"{{SendingDesk.Batch}}","status":"CREATED"}""";
        Assert.Contains("does not show its campaign", (await Assert.ThrowsAsync<UnexpectedResponseException>(() => _desk.UpdateAsync(_desk.FileDraft("2025550101,Hi\n")))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RcJournalConsent.Force, true)]
    [InlineData(RcJournalConsent.Asked, false)]
    public async Task Costly_warnings_are_repeated_where_nobody_was_asked(RcJournalConsent consent, bool isWarned)
    {
        _desk.Answer = consent;
        _desk.Options = new BatchSendOptions { Force = consent == RcJournalConsent.Force };
        Assert.Empty(await _desk.UpdateAsync(_desk.FileDraft("2025550101,Hello\n2025550101,Hello\n")));
        Assert.Equal(isWarned, _desk.Told.Any(told => told.StartsWith("warn: ", StringComparison.Ordinal) && told.Contains("goes out with 1 warning (RC102 1; Test-RcBatchCsv shows them).", StringComparison.Ordinal)));
        Assert.Equal(isWarned, _desk.Told.Single(told => told.Contains("ask: ", StringComparison.Ordinal)).StartsWith("forced risky ask: Schedule", StringComparison.Ordinal));
        Assert.Equal(!isWarned, _desk.Told.Any(told => told.Contains("(first text: 'Hello')", StringComparison.Ordinal)));
        Assert.Contains("; 1 warning (RC102 1; Test-RcBatchCsv shows them).", _desk.Told.Single(told => told.Contains("ask: ", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    public async Task Text_of_what_is_forced_is_shown_to_who_is_asked_or_told_all_the_same(bool isWhatIf, bool isAsked, bool isShown)
    {
        (_desk.IsWhatIf, _desk.IsAlwaysAsked, _desk.Options) = (isWhatIf, isAsked, new BatchSendOptions { Force = true });
        Assert.Empty(await _desk.UpdateAsync(_desk.FileDraft("2025550101,Hello\n")));
        Assert.Equal(isShown, _desk.Told.Single(told => told.Contains("ask: ", StringComparison.Ordinal)).Contains(" (first text: 'Hello')", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Piped_batch_that_shows_something_else_is_refused()
    {
        BatchTarget piped = s_update with { Piped = new PipedBatch(SendingDesk.Batch, new BatchDraft { ExternalId = "changed" }) };
        Assert.Equal("ExternalId", (await Assert.ThrowsAsync<InvalidParameterException>(() => _desk.SendAsync((piped, _desk.FileDraft())))).ParameterName);
        Assert.Empty(_desk.Writes);
    }

    [Fact]
    public async Task Batch_that_has_finished_is_not_updated_whatever_its_status_is_called()
    {
        _desk.Has["/v1/batches/" + SendingDesk.Batch] = SendingDesk.Created.Replace("\"startDate\"", "\"finishedAt\":\"2027-01-14T09:00:00Z\",\"startDate\"", StringComparison.Ordinal);
        Assert.Contains("is CREATED, and finished at 2027-01-14 09:00:00 UTC", (await Assert.ThrowsAsync<BatchNotUpdatableException>(() => _desk.UpdateAsync(_desk.FileDraft()))).Message, StringComparison.Ordinal);
        Assert.Empty(_desk.Writes);
    }

    [Theory]
    [InlineData("\"batchId\"")]
    [InlineData("\"id\":null,\"x\"")]
    [InlineData("\"x\":1,\"id\":[1],\"y\"")]
    public async Task Batch_that_does_not_show_its_id_is_not_updated(string id)
    {
        _desk.Has["/v1/batches/" + SendingDesk.Batch] = SendingDesk.Created.Replace("\"id\"", id, StringComparison.Ordinal);
        Assert.True((await Assert.ThrowsAsync<UnexpectedResponseException>(() => _desk.UpdateAsync(_desk.FileDraft()))).IsAboutAnother);
        Assert.Empty(_desk.Writes);
    }

    [Fact]
    public async Task Campaign_that_does_not_show_its_id_keeps_the_batch_back()
    {
        _desk.Has["/v1/campaigns/" + SendingDesk.Campaign] = """{"campaignName":"Spring","status":"ACTIVE"}""";
        Assert.True((await Assert.ThrowsAsync<UnexpectedResponseException>(() => _desk.UpdateAsync(_desk.FileDraft()))).IsAboutAnother);
        Assert.Empty(_desk.Writes);
    }

    [Theory]
    [InlineData("\"status\":\"REJECTED\"", "was to be scheduled, but is REJECTED")]
    [InlineData("\"status\":\"PENDING\",\"errors\":[\"no balance\"]", "came back with errors: no balance.")]
    [InlineData("\"status\":\"PENDING\",\"action\":\"VALIDATE\"", "shows the action VALIDATE")]
    [InlineData("\"status\":\"PENDING\",\"campaignId\":\"" + SendingDesk.Other + "\"", "shows '" + SendingDesk.Other + "' now.")]
    public async Task Schedule_that_is_answered_with_something_else_is_warned_of(string shown, string words)
    {
        _desk.Write = _ => WireAnswer.Of(200, SendingDesk.Created.Replace("\"status\":\"CREATED\"", shown, StringComparison.Ordinal));
        Assert.Empty(await _desk.UpdateAsync(_desk.FileDraft()));
        Assert.Contains(words, Assert.Single(_desk.Told, told => told.StartsWith("warn: ", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_that_differs_is_emitted_before_its_warnings()
    {
        Assert.Empty(await _desk.UpdateAsync(_desk.FileDraft() with { Description = "mine" }));
        Assert.Equal([$"emit: {SendingDesk.Batch} PENDING", $"warn: Description 'mine' was sent, but batch {SendingDesk.Batch} shows none."], _desk.Told[1..]);
    }
}
