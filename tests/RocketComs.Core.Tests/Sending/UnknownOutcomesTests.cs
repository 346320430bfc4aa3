using RocketComs.Core.Errors;
using RocketComs.Core.Sending;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Sending;

/// <summary>What became of a write of which no answer came, as far as the platform shows it.</summary>
public sealed class UnknownOutcomesTests : IDisposable
{
    private static readonly DateTimeOffset s_seen = new(2027, 1, 14, 9, 0, 0, TimeSpan.Zero);

    private readonly SendingDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("PENDING", RcBatchAction.Schedule, "The batch is PENDING now, so it was carried out.", RcJournalOutcome.Done)]
    [InlineData("CREATED", RcBatchAction.Schedule, "The batch is CREATED now, so it was not carried out.", RcJournalOutcome.Refused)]
    [InlineData("CREATED", RcBatchAction.Validate, "The batch is CREATED now and has not been changed since, so it was not carried out.", RcJournalOutcome.Refused)]
    [InlineData("CREATED", null, "The batch is CREATED now, so it was not carried out.", RcJournalOutcome.Refused)]
    public async Task Batch_shows_what_became_of_a_write(string status, RcBatchAction? action, string said, RcJournalOutcome outcome)
    {
        await NoteAsync(entry => entry with { Action = action });
        await FollowUpAsync(Batch(status));
        Assert.Equal([$"warn: The outcome of New-RcBatch for batch {SendingDesk.Batch} on 2027-01-15 11:00 UTC was not known. {said}"], _desk.Told);
        RcJournalEntry[] entries = await _desk.EntriesAsync();
        Assert.Equal((2, outcome, LeapingClock.Noon, entries[0].WriteId), (entries.Length, entries[1].Outcome, entries[1].Time, entries[1].WriteId));
        Assert.StartsWith(entries[1].Message!, said, StringComparison.Ordinal);
        await FollowUpAsync(Batch(status));
        Assert.Single(_desk.Told);
    }

    [Theory]
    [InlineData(0, "The batch is CREATED now and has not been changed since, so it was not carried out.")]
    [InlineData(1, "The batch is CREATED now and has been changed since, so it was carried out.")]
    public async Task Validation_shows_by_the_time_of_the_last_change(int minutes, string said)
    {
        await NoteAsync(entry => entry with { Action = RcBatchAction.Validate });
        await FollowUpAsync(Batch("CREATED") with { UpdatedAt = s_seen.AddMinutes(minutes) });
        Assert.EndsWith(said, Assert.Single(_desk.Told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validation_without_a_time_stays_unknown()
    {
        await NoteAsync(entry => entry with { Action = RcBatchAction.Validate });
        await FollowUpAsync(Batch("CREATED") with { UpdatedAt = null });
        Assert.EndsWith("The batch is CREATED now, so whether it was carried out is not known.", Assert.Single(_desk.Told), StringComparison.Ordinal);
        Assert.Single(await _desk.EntriesAsync());
    }

    [Theory]
    [InlineData(-15, "so it was not carried out, or not yet.", 1)]
    [InlineData(-16, "so it was not carried out.", 2)]
    public async Task What_does_not_show_is_settled_after_a_quarter_of_an_hour(int minutes, string said, int lines)
    {
        await NoteAsync(entry => entry with { Time = LeapingClock.Noon.AddMinutes(minutes) });
        await FollowUpAsync(Batch("CREATED"));
        Assert.EndsWith(said, Assert.Single(_desk.Told), StringComparison.Ordinal);
        Assert.Equal(lines, (await _desk.EntriesAsync()).Length);
    }

    [Fact]
    public async Task WhatIf_tells_and_notes_nothing()
    {
        _desk.IsWhatIf = true;
        await NoteAsync(entry => entry);
        await FollowUpAsync(Batch("PENDING"));
        Assert.Single(_desk.Told);
        Assert.Single(await _desk.EntriesAsync());
    }

    [Fact]
    public async Task Two_writes_that_are_not_known_or_a_later_one_leave_it_open()
    {
        await NoteAsync(entry => entry);
        await NoteAsync(entry => entry);
        await FollowUpAsync(Batch("PENDING"));
        Assert.Equal(
            [$"warn: The outcome of New-RcBatch for batch {SendingDesk.Batch}, tried 2 times up to 2027-01-15 11:00 UTC, was not known. The batch is PENDING now, so whether it was carried out is not known."],
            _desk.Told);
        Assert.Equal(2, (await _desk.EntriesAsync()).Length);

        // The later one was told of it before it was sent.
        using SendingDesk later = new();
        await later.NoteAsync(entry => entry with { BatchId = SendingDesk.Batch });
        await later.NoteAsync(entry => entry with { BatchId = SendingDesk.Batch, Outcome = RcJournalOutcome.Done });
        await new UnknownOutcomes(later.Guard(), later, later.Clock).FollowUpAsync(Batch("PENDING"), TestClient.Stop);
        Assert.Empty(later.Told);
        await later.NoteAsync(entry => entry with { BatchId = SendingDesk.Batch });
        await new UnknownOutcomes(later.Guard(), later, later.Clock).FollowUpAsync(Batch("PENDING"), TestClient.Stop);
        Assert.EndsWith(" on 2027-01-15 11:00 UTC was not known. The batch is PENDING now, so whether it was carried out is not known.", Assert.Single(later.Told), StringComparison.Ordinal);

        using SendingDesk refused = new();
        await refused.NoteAsync(entry => entry with { BatchId = SendingDesk.Batch });
        await refused.NoteAsync(entry => entry with { BatchId = SendingDesk.Batch, Outcome = RcJournalOutcome.Refused });
        await new UnknownOutcomes(refused.Guard(), refused, refused.Clock).FollowUpAsync(Batch("PENDING"), TestClient.Stop);
        Assert.EndsWith("so it was carried out.", Assert.Single(refused.Told), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(RcBatchAction.Schedule, false)]
    public async Task Batch_that_is_gone_was_removed(RcBatchAction? action, bool isTold)
    {
        await NoteAsync(entry => entry with { Action = action });
        await new UnknownOutcomes(_desk.Guard(), _desk, _desk.Clock).FollowUpGoneAsync(SendingDesk.Batch.ToUpperInvariant(), TestClient.Stop);
        Assert.Equal(isTold ? 1 : 0, _desk.Told.Length);
        if (isTold)
        {
            Assert.EndsWith("The platform has no such batch now, so it was carried out.", _desk.Told[0], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(1, " spring-1", "so it was carried out.")]
    [InlineData(0, "spring-1", null)]
    [InlineData(1, "SPRING-1", null)]
    [InlineData(1, " ", null)]
    public async Task Batch_with_the_reference_of_a_creation_is_it_when_it_came_since(int minutes, string reference, string? said)
    {
        await _desk.NoteAsync(entry => entry with { ExternalId = "spring-1", LastChangeSeen = s_seen });
        await FollowUpAsync(Batch("PENDING") with { ExternalId = reference, CreatedAt = s_seen.AddMinutes(minutes) });
        Assert.Equal(said is null ? 0 : 1, _desk.Told.Length);
        if (said is not null)
        {
            Assert.Equal($"warn: The outcome of New-RcBatch for ExternalId 'spring-1' on 2027-01-15 11:00 UTC was not known. It is batch {SendingDesk.Batch}, which is PENDING now, {said}", _desk.Told[0]);
            Assert.Equal((SendingDesk.Batch, RcJournalOutcome.Done), ((await _desk.EntriesAsync())[1].BatchId, (await _desk.EntriesAsync())[1].Outcome));
        }
    }

    [Theory]
    [InlineData("", "The campaign has no such batch now, so it was not carried out.")]
    [InlineData("""{"id":"11112222-3333-4444-5555-666677778888","externalId":"odd","status":"PENDING","createdAt":"2027-01-14T10:00:00Z"}""", "The campaign has no such batch, but it has batch 11112222-3333-4444-5555-666677778888 with the ExternalId 'odd', which may be it, so whether it was carried out is not known.")]
    [InlineData("""{"id":"11112222-3333-4444-5555-666677778888","externalId":"odd","status":"PENDING","createdAt":"2027-01-14T09:00:00Z"}""", "The campaign has no such batch now, so it was not carried out.")]
    [InlineData("""{"id":"11112222-3333-4444-5555-666677778888","externalId":"spring-1","status":"CREATED","createdAt":"2027-01-14T10:00:00Z"}""", "It is batch 11112222-3333-4444-5555-666677778888, which is CREATED now, so it was carried out.")]
    [InlineData("""{"id":"11112222-3333-4444-5555-666677778888","externalId":"spring-1","status":"CREATED"}""", "It is batch 11112222-3333-4444-5555-666677778888, which is CREATED now, so whether it was carried out is not known.")]
    public async Task Creation_shows_on_the_list_of_its_campaign(string batch, string said)
    {
        await _desk.NoteAsync(entry => entry with { ExternalId = "spring-1", LastChangeSeen = s_seen });
        _desk.Has["/v1/batches"] = SendingDesk.List(batch.Length == 0 ? [] : [batch]);
        _desk.Options = new BatchSendOptions { AllowRepeat = true };
        Assert.Empty(await _desk.CreateAsync(_desk.FileDraft() with { ExternalId = "spring-1", StartDate = new DateTime(2027, 2, 1) }));
        Assert.Equal(
            [$"warn: The outcome of New-RcBatch for ExternalId 'spring-1' on 2027-01-15 11:00 UTC was not known. {said}"],
            _desk.Told.Where(told => told.StartsWith("warn: The outcome", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(SendingDesk.Campaign, null, RcJournalOutcome.Done, "odd", true)]
    [InlineData(SendingDesk.Campaign, null, RcJournalOutcome.Begun, "odd", true)]
    [InlineData(SendingDesk.Campaign, null, RcJournalOutcome.Refused, "odd", false)]
    [InlineData(SendingDesk.Campaign, null, RcJournalOutcome.Done, "even", false)]
    [InlineData(SendingDesk.Campaign, null, RcJournalOutcome.Done, "", false)]
    [InlineData(SendingDesk.Other, null, RcJournalOutcome.Done, "odd", false)]
    [InlineData(SendingDesk.Campaign, SendingDesk.Other, RcJournalOutcome.Done, "odd", false)]
    public async Task Creation_of_the_journal_explains_a_batch_by_its_reference(string campaign, string? batch, RcJournalOutcome outcome, string reference, bool explains)
    {
        await _desk.NoteAsync(entry => entry with { ExternalId = "spring-1", LastChangeSeen = s_seen });
        await _desk.NoteAsync(entry => entry with { CampaignId = campaign, BatchId = batch, Outcome = outcome, ExternalId = " odd " });
        _desk.Has["/v1/batches"] = SendingDesk.List($$"""{"id":"{{SendingDesk.Other}}","externalId":" {{reference}}","status":"PENDING","createdAt":"2027-01-14T10:00:00Z"}""");
        _desk.Options = new BatchSendOptions { AllowRepeat = true };
        Assert.Empty(await _desk.CreateAsync(_desk.FileDraft() with { ExternalId = "spring-1", StartDate = new DateTime(2027, 2, 1) }));
        Assert.Equal(explains, _desk.Told[0].EndsWith("The campaign has no such batch now, so it was not carried out.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_stays_open_is_told_once_before_the_question()
    {
        await NoteAsync(entry => entry with { Time = LeapingClock.Noon.AddMinutes(-5) });
        await _desk.NoteAsync(entry => entry with { ExternalId = "spring-1", LastChangeSeen = s_seen, Time = LeapingClock.Noon.AddMinutes(-5) });
        _desk.Options = new BatchSendOptions { AllowRepeat = true };
        Assert.Empty(await _desk.UpdateAsync(_desk.FileDraft()));
        Assert.Equal(
            ["not carried out, or not yet.", "not carried out, or not yet.", "nothing documented stops it.", " PENDING"],
            _desk.Told.Select(told => told[^Math.Min(28, told.Length)..]).Select(end => end.EndsWith(" PENDING", StringComparison.Ordinal) ? " PENDING" : end));
    }

    [Fact]
    public async Task Creation_for_another_campaign_is_not_it()
    {
        await _desk.NoteAsync(entry => entry with { ExternalId = "spring-1", CampaignId = SendingDesk.Other, LastChangeSeen = s_seen });
        await FollowUpAsync(Batch("PENDING") with { ExternalId = "spring-1", CreatedAt = s_seen.AddMinutes(1) });
        Assert.Empty(_desk.Told);
    }

    [Fact]
    public async Task Two_removals_that_are_not_known_leave_it_open()
    {
        await NoteAsync(entry => entry with { Action = null });
        await NoteAsync(entry => entry with { Action = null });
        await new UnknownOutcomes(_desk.Guard(), _desk, _desk.Clock).FollowUpGoneAsync(SendingDesk.Batch, TestClient.Stop);
        Assert.EndsWith("tried 2 times up to 2027-01-15 11:00 UTC, was not known. The platform has no such batch now, so whether it was carried out is not known.", Assert.Single(_desk.Told), StringComparison.Ordinal);
        Assert.Equal(2, (await _desk.EntriesAsync()).Length);
    }

    [Fact]
    public async Task Lines_that_do_not_say_of_which_write_they_are_stand_for_one_each()
    {
        await NoteAsync(entry => entry with { WriteId = null, Time = LeapingClock.Noon.AddHours(-2) });
        await NoteAsync(entry => entry with { WriteId = null });
        await FollowUpAsync(Batch("PENDING"));
        Assert.EndsWith("tried 2 times up to 2027-01-15 11:00 UTC, was not known. The batch is PENDING now, so whether it was carried out is not known.", Assert.Single(_desk.Told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batch_that_a_line_of_the_journal_made_is_no_stranger()
    {
        await _desk.NoteAsync(entry => entry with { ExternalId = "spring-1", LastChangeSeen = s_seen });
        await _desk.NoteAsync(entry => entry with { WriteId = "odd", Outcome = RcJournalOutcome.Begun });
        await _desk.NoteAsync(entry => entry with { WriteId = "odd", BatchId = SendingDesk.Other, Outcome = RcJournalOutcome.Done });
        _desk.Has["/v1/batches"] = SendingDesk.List($$"""{"id":"{{SendingDesk.Other}}","externalId":"odd","status":"PENDING","createdAt":"2027-01-14T10:00:00Z"}""");
        _desk.Options = new BatchSendOptions { AllowRepeat = true };
        Assert.Empty(await _desk.CreateAsync(_desk.FileDraft() with { ExternalId = "spring-1", StartDate = new DateTime(2027, 2, 1) }));
        Assert.Contains(_desk.Told, told => told.EndsWith("The campaign has no such batch now, so it was not carried out.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Write_without_an_answer_is_unknown_and_a_stop_before_it_is_refused()
    {
        _desk.Write = _ => WireAnswer.Drop;
        Assert.IsType<OutcomeUnknownException>(Assert.Single(await _desk.UpdateAsync(_desk.FileDraft())));
        RcJournalEntry[] entries = await _desk.EntriesAsync();
        Assert.Equal([(RcJournalOutcome.Begun, null), (RcJournalOutcome.Unknown, "no answer")], entries.Select(entry => (entry.Outcome, entry.Message)));
    }

    private Task NoteAsync(Func<RcJournalEntry, RcJournalEntry> of) => _desk.NoteAsync(entry => of(entry with { BatchId = SendingDesk.Batch, LastChangeSeen = s_seen }));

    private Task FollowUpAsync(RcBatch batch) => new UnknownOutcomes(_desk.Guard(), _desk, _desk.Clock).FollowUpAsync(batch, TestClient.Stop);

    private static RcBatch Batch(string status) => new() { Id = SendingDesk.Batch, CampaignId = SendingDesk.Campaign, Status = status, UpdatedAt = s_seen };
}
