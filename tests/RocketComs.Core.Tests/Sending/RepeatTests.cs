using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Sending;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Sending;

/// <summary>What has gone out before, or may have, does not go out again unasked.</summary>
public sealed class RepeatTests : IDisposable
{
    private const string Sent = $$"""{"id":"{{SendingDesk.Other}}","campaignId":"{{SendingDesk.Campaign}}","externalId":" spring-1 ","status":"COMPLETED","createdAt":"2027-01-10T00:00:00Z"}""";

    private readonly SendingDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Same_content_for_two_batches_of_a_command_is_refused()
    {
        BatchSender sender = _desk.Sender();
        await sender.AddAsync(new BatchTarget(SendingDesk.Batch, false), _desk.FileDraft(), TestClient.Stop);
        AlreadySentException refused = await Assert.ThrowsAsync<AlreadySentException>(() => sender.AddAsync(new BatchTarget(SendingDesk.Campaign, true), NewDraft("other"), TestClient.Stop));
        Assert.Equal($"The same content for campaign {SendingDesk.Campaign} is sent by this command already. It was not sent.", refused.Message);

        // To somebody else, only validated, or with leave it is no repeat.
        await sender.AddAsync(new BatchTarget(SendingDesk.Campaign, true), NewDraft("validated") with { Action = RcBatchAction.Validate }, TestClient.Stop);
        await sender.AddAsync(new BatchTarget(SendingDesk.Campaign, true), NewDraft("else") with { File = _desk.File("2025550109,Else\n", "else.csv") }, TestClient.Stop);
        AlreadySentException named = await Assert.ThrowsAsync<AlreadySentException>(() =>
            sender.AddAsync(new BatchTarget(SendingDesk.Campaign, true), NewDraft("else") with { File = _desk.File("2025550110,More\n", "more.csv") }, TestClient.Stop));
        Assert.Equal($"ExternalId 'else' of campaign {SendingDesk.Campaign} is sent by this command already. It was not sent.", named.Message);
    }

    [Theory]
    [InlineData("2025550102,Hello\n+12025550101,Hello\n")]
    [InlineData("2025550101,\"Hello\"\r\n2025550102,Hello")]
    public async Task Rows_that_say_the_same_to_the_same_are_a_repeat_by_the_journal(string again)
    {
        Assert.Empty(await _desk.CreateAsync(NewDraft("first")));
        AlreadySentException refused = await Assert.ThrowsAsync<AlreadySentException>(() => _desk.CreateAsync(NewDraft("second") with { File = _desk.File(again, "again.csv") }));
        Assert.Equal($"The same content for campaign {SendingDesk.Campaign} was sent on 2027-01-15 12:00 UTC as batch {SendingDesk.Batch}, by the journal. It was not sent.", refused.Message);
        Assert.Contains($"Look at it with 'Get-RcBatch {SendingDesk.Batch}'. ", refused.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain("of its own", refused.RecommendedAction, StringComparison.Ordinal);
        _desk.Options = new BatchSendOptions { AllowRepeat = true };
        Assert.Empty(await _desk.CreateAsync(NewDraft("second")));
    }

    [Fact]
    public async Task File_that_is_not_checked_is_a_repeat_too_where_its_rows_say_the_same()
    {
        Assert.Empty(await _desk.CreateAsync(NewDraft("first")));
        _desk.Options = new BatchSendOptions { SkipValidation = true };
        await Assert.ThrowsAsync<AlreadySentException>(() => _desk.CreateAsync(NewDraft("second") with { File = _desk.File("2025550101,\"Hello\"\r\n2025550102,Hello", "again.csv") }));
        Assert.Empty(await _desk.CreateAsync(NewDraft("third") with { File = _desk.File("2025550101,\"Hello\"\r\n2025550102,Hello!", "other.csv") }));
    }

    [Theory]
    [InlineData(RcJournalOutcome.Done, -1, "was sent on 2027-01-15 11:00")]
    [InlineData(RcJournalOutcome.Begun, -1, "was about to be sent, and may be on its way, on 2027-01-15 11:00")]
    [InlineData(RcJournalOutcome.Unknown, -1, "may have been sent (its outcome is not known) on 2027-01-15 11:00")]
    [InlineData(RcJournalOutcome.Refused, -1, null)]
    [InlineData(RcJournalOutcome.Done, -30 * 24 + 1, "was sent on 2026-12-16 13:00")]
    [InlineData(RcJournalOutcome.Done, -30 * 24, null)]
    public async Task Reference_that_the_journal_has_is_refused_for_30_days(RcJournalOutcome outcome, int hours, string? said)
    {
        await _desk.NoteAsync(entry => entry with { ExternalId = " autumn ", Outcome = outcome, Time = LeapingClock.Noon.AddHours(hours), LastChangeSeen = LeapingClock.Noon });
        if (said is null)
        {
            Assert.Empty(await _desk.CreateAsync(NewDraft("autumn")));
            return;
        }

        AlreadySentException refused = await Assert.ThrowsAsync<AlreadySentException>(() => _desk.CreateAsync(NewDraft("autumn")));
        Assert.Equal($"ExternalId 'autumn' of campaign {SendingDesk.Campaign} {said} UTC, by the journal. It was not sent.", refused.Message);
        string ended = outcome == RcJournalOutcome.Begun ? " If it is not there and no other command is at work on it, that one was ended from outside before it could send." : string.Empty;
        Assert.Equal(
            $"Look for it with 'Get-RcBatch -CampaignId {SendingDesk.Campaign}' (ExternalId 'autumn').{ended} If it is something else, give it an ExternalId of its own; a plan has a column for it. If it shall be sent again, say so with -AllowRepeat.",
            refused.RecommendedAction);
        Assert.Empty(_desk.Writes);
    }

    [Theory]
    [InlineData("New-RcBatch", "morning", null, " as ExternalId 'morning'", "Look for it with 'Get-RcBatch -CampaignId {0}' (ExternalId 'morning').")]
    [InlineData("New-RcBatch", null, null, "", "Look for it with 'Get-RcBatch -CampaignId {0}' (it has no ExternalId).")]
    [InlineData("Update-RcBatch", "morning", "32df8770-ee48-46e7-a8c7-9ec478883076", " as batch 32df8770-ee48-46e7-a8c7-9ec478883076", "Look at it with 'Get-RcBatch 32df8770-ee48-46e7-a8c7-9ec478883076'.")]
    [InlineData("Send-RcMessage", null, null, " as a single message", "Look with 'Get-RcMessage -CampaignId {0} -SingleOnly' for number and text before you send it again.")]
    public async Task What_is_looked_for_is_what_was_sent_then(string command, string? reference, string? batch, string which, string advice)
    {
        _desk.Write = _ => WireAnswer.Of(400, """{"status":"0400","message":"no"}""");
        Assert.IsType<ApiException>(Assert.Single(await _desk.CreateAsync(NewDraft("before"))));
        RcJournalEntry sent = (await _desk.EntriesAsync())[^1];
        await _desk.NoteAsync(_ => sent with { Command = command, ExternalId = reference, BatchId = batch, WriteId = "lost", Outcome = RcJournalOutcome.Done, Time = sent.Time.AddMinutes(1) });

        AlreadySentException refused = await Assert.ThrowsAsync<AlreadySentException>(() => _desk.CreateAsync(NewDraft("evening")));

        Assert.EndsWith($" was sent on {sent.Time.AddMinutes(1).UtcDateTime:yyyy-MM-dd HH:mm} UTC{which}, by the journal. It was not sent.", refused.Message, StringComparison.Ordinal);
        Assert.StartsWith(string.Format(System.Globalization.CultureInfo.InvariantCulture, advice, SendingDesk.Campaign), refused.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Creation_that_is_seen_not_to_have_been_carried_out_is_made_again_at_once()
    {
        await _desk.NoteAsync(entry => entry with { ExternalId = "autumn", LastChangeSeen = LeapingClock.Noon.AddDays(-1) });
        Assert.Empty(await _desk.CreateAsync(NewDraft("autumn")));
        Assert.Equal(
            [RcJournalOutcome.Unknown, RcJournalOutcome.Refused, RcJournalOutcome.Begun, RcJournalOutcome.Done], (await _desk.EntriesAsync()).Select(entry => entry.Outcome));
    }

    [Fact]
    public async Task Lines_of_another_host_campaign_action_or_reference_say_nothing()
    {
        await _desk.NoteAsync(entry => entry with { ExternalId = "autumn", Target = "elsewhere.test", Outcome = RcJournalOutcome.Done });
        await _desk.NoteAsync(entry => entry with { ExternalId = "autumn", CampaignId = SendingDesk.Other, Outcome = RcJournalOutcome.Done });
        await _desk.NoteAsync(entry => entry with { ExternalId = "autumn", Action = RcBatchAction.Validate, Outcome = RcJournalOutcome.Done });
        await _desk.NoteAsync(entry => entry with { ExternalId = "AUTUMN", Outcome = RcJournalOutcome.Done });
        Assert.Empty(await _desk.CreateAsync(NewDraft("autumn")));
    }

    [Fact]
    public async Task Line_without_a_campaign_may_be_of_the_same_one_by_its_content_only()
    {
        Assert.Empty(await _desk.CreateAsync(NewDraft("first")));
        RcJournalEntry sent = (await _desk.EntriesAsync())[^1];
        using SendingDesk desk = new();
        await desk.NoteAsync(_ => sent with { CampaignId = null, RowsHash = null });
        Assert.StartsWith("The same content for campaign", (await Assert.ThrowsAsync<AlreadySentException>(() => desk.CreateAsync(NewDraft("second")))).Message, StringComparison.Ordinal);
        using SendingDesk other = new();
        await other.NoteAsync(_ => sent with { CampaignId = null, RowsHash = null, ContentHash = null });
        Assert.Empty(await other.CreateAsync(NewDraft("first")));
        using SendingDesk elsewhere = new();
        await elsewhere.NoteAsync(_ => sent with { CampaignId = SendingDesk.Other });
        Assert.Empty(await elsewhere.CreateAsync(NewDraft("second")));
    }

    [Fact]
    public async Task Batch_that_shows_no_campaign_may_be_of_the_same_one_by_its_content_only()
    {
        Assert.Empty(await _desk.CreateAsync(NewDraft("first")));
        _desk.Has["/v1/batches/" + SendingDesk.Other] = $$"""{"id":"{{SendingDesk.Other}}","status":"CREATED","startDate":"2027-02-01"}""";
        BatchTarget target = new(SendingDesk.Other, false);
        AlreadySentException refused = await Assert.ThrowsAsync<AlreadySentException>(() => _desk.SendAsync((target, _desk.FileDraft())));
        Assert.Equal($"The same content was sent on 2027-01-15 12:00 UTC as batch {SendingDesk.Batch}, by the journal. It was not sent.", refused.Message);
        Assert.Empty(await _desk.SendAsync((target, _desk.FileDraft("2025550109,Else\n"))));
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(1, false)]
    public async Task Update_of_a_batch_that_was_sent_counts_only_when_it_was_sent_since_it_was_seen(int minutes, bool goes)
    {
        await _desk.NoteAsync(entry => entry with { BatchId = SendingDesk.Batch.ToUpperInvariant(), Outcome = RcJournalOutcome.Done, Time = LeapingClock.Noon.AddMinutes(minutes) });
        if (goes)
        {
            Assert.Empty(await _desk.UpdateAsync(_desk.FileDraft()));
            return;
        }

        AlreadySentException refused = await Assert.ThrowsAsync<AlreadySentException>(() => _desk.UpdateAsync(_desk.FileDraft()));
        Assert.StartsWith($"Batch {SendingDesk.Batch.ToUpperInvariant()} was sent on 2027-01-15 12:01 UTC", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reference_of_a_batch_that_has_gone_out_is_refused_by_the_list()
    {
        _desk.Has["/v1/batches"] = SendingDesk.List(Sent);
        AlreadySentException refused = await Assert.ThrowsAsync<AlreadySentException>(() => _desk.UpdateAsync(_desk.FileDraft()));
        Assert.Equal($"ExternalId 'spring-1' of campaign {SendingDesk.Campaign} is that of batch {SendingDesk.Other}, which is COMPLETED. It was not sent.", refused.Message);
        _desk.Options = new BatchSendOptions { AllowRepeat = true };
        Assert.Empty(await _desk.UpdateAsync(_desk.FileDraft()));
        _desk.Has["/v1/batches"] = SendingDesk.List(Sent.Replace("spring-1", "SPRING-1", StringComparison.Ordinal), SendingDesk.Created.Replace("CREATED", "PENDING", StringComparison.Ordinal));
        _desk.Options = new BatchSendOptions();
        Assert.Empty(await _desk.UpdateAsync(_desk.FileDraft("2025550109,Else\n")));
    }

    [Fact]
    public async Task Reference_of_a_batch_that_has_not_gone_out_is_told_of_a_new_one_only()
    {
        _desk.Has["/v1/batches"] = SendingDesk.List(Sent.Replace("COMPLETED", "created", StringComparison.Ordinal));
        Assert.Empty(await _desk.CreateAsync(NewDraft("spring-1")));
        Assert.Single(_desk.Told, told => told == $"warn: Batch {SendingDesk.Other} of the campaign has the ExternalId 'spring-1' too, and is CREATED: it has not gone out. To send that one, use Update-RcBatch.");
        using SendingDesk desk = new();
        desk.Has["/v1/batches"] = _desk.Has["/v1/batches"];
        Assert.Empty(await desk.UpdateAsync(desk.FileDraft()));
        Assert.DoesNotContain(desk.Told, told => told.StartsWith("warn", StringComparison.Ordinal));
    }

    // It was read again twice, and an ExternalId of another kind may be the one.
    [Theory]
    [InlineData("""{"content":[{"id":"0"},{"id":"x"},{"id":"x"}],"total":3,"pageSize":100}""", 3, "the list changed while it was read (the same id came twice)")]
    [InlineData("""{"content":[{"id":"a","externalId":["spring-1"],"status":"COMPLETED"}],"total":1,"pageSize":100}""", 1, "The ExternalId of batch a cannot be read.")]
    [InlineData("""{"status":"0000","result":[{"id":"a"}],"total":300}""", 2, "total is 300, 1 were read")]
    public async Task List_that_may_hide_the_reference_refuses(string list, int readings, string why)
    {
        _desk.Has["/v1/batches"] = list;
        AlreadySentException refused = await Assert.ThrowsAsync<AlreadySentException>(() => _desk.CreateAsync(NewDraft("spring-1")));
        Assert.StartsWith("Whether ExternalId 'spring-1' has gone out already cannot be looked up", refused.Message, StringComparison.Ordinal);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Equal(readings, _desk.Requests.Count(request => request == "GET /v1/batches"));
        Assert.Empty(_desk.Writes);
    }

    [Fact]
    public async Task List_that_changed_while_it_was_read_is_read_again()
    {
        string shifted = SendingDesk.List($$"""{"id":"{{SendingDesk.Batch}}"}""", $$"""{"id":"{{SendingDesk.Batch}}"}""");
        _desk.Has["/v1/batches"] = shifted;
        int readings = 0;
        _desk.WhileRead = path => _desk.Has["/v1/batches"] = path == "/v1/batches" && ++readings == 3 ? SendingDesk.List(Sent) : shifted;
        AlreadySentException refused = await Assert.ThrowsAsync<AlreadySentException>(() => _desk.CreateAsync(NewDraft("spring-1")));
        Assert.StartsWith($"ExternalId 'spring-1' of campaign {SendingDesk.Campaign} is that of batch {SendingDesk.Other}, which is COMPLETED.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(3, readings);
    }

    [Fact]
    public async Task List_that_cannot_be_read_refuses_unless_a_repeat_is_allowed()
    {
        _desk.Has["/v1/batches"] = "500";
        AlreadySentException refused = await Assert.ThrowsAsync<AlreadySentException>(() => _desk.UpdateAsync(_desk.FileDraft()));
        Assert.StartsWith("Whether ExternalId 'spring-1' has gone out already cannot be looked up", refused.Message, StringComparison.Ordinal);
        _desk.Options = new BatchSendOptions { AllowRepeat = true };
        Assert.Empty(await _desk.UpdateAsync(_desk.FileDraft()));
        Assert.Single(_desk.Told, told => told.StartsWith("warn: The list of the campaign's batches cannot be read, so whether ExternalId 'spring-1'", StringComparison.Ordinal));
        _desk.Has["/v1/batches"] = "401";
        await Assert.ThrowsAsync<ApiException>(() => _desk.UpdateAsync(_desk.FileDraft()));
    }

    [Fact]
    public async Task List_is_read_once_for_all_batches_of_a_campaign()
    {
        BatchSender sender = _desk.Sender();
        await sender.AddAsync(new BatchTarget(SendingDesk.Campaign, true), NewDraft("a"), TestClient.Stop);
        await sender.AddAsync(new BatchTarget(SendingDesk.Campaign, true), NewDraft("b") with { File = _desk.File("2025550109,Else\n", "b.csv") }, TestClient.Stop);
        Assert.Equal(["GET /v1/campaigns/" + SendingDesk.Campaign, "GET /v1/batches"], _desk.Requests);
        await sender.SendAllAsync((_, _, failure) => throw failure, TestClient.Stop);
        Assert.Equal(2, _desk.Writes.Length);
        Assert.All((await _desk.EntriesAsync()).Where(entry => entry.Outcome == RcJournalOutcome.Begun), entry => Assert.Equal(DateTimeOffset.MinValue, entry.LastChangeSeen));
    }

    private BatchDraft NewDraft(string reference) => _desk.FileDraft() with { ExternalId = reference, StartDate = new DateTime(2027, 2, 1) };
}
