using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Segments;
using RocketComs.Core.Sending;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Sending;

/// <summary>Single messages, from the draft to the answer.</summary>
public sealed class MessageSenderTests : IDisposable
{
    private const string Text = "Our spring sale has begun. Everything in the shop is half price until Saturday at noon";

    private readonly SendingDesk _desk = new() { Write = _ => WireAnswer.Of(200, "{200 Message was successfully sent}") };

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Message_is_asked_for_noted_and_sent()
    {
        _desk.Options = new BatchSendOptions { Measure = new MeasureOptions { PricePerSegment = 0.01m }, Currency = "EUR" };
        Assert.Empty(await SendAsync(Draft("2025550101", Text)));
        Assert.Equal(
            [$"risky ask: Send a message to 2025550101 ('{Text[..60]}…') for campaign {SendingDesk.Campaign} at rocket.test: 1 recipient, 1 segment, cost 0.01 EUR (0.01 a segment). It will be sent and charged at once; nothing documented stops it."],
            _desk.Told);
        Assert.Equal("POST", Assert.Single(_desk.Writes).Method);
        Assert.Contains("\"destinationNumber\":\"2025550101\"", _desk.Writes[0].Text, StringComparison.Ordinal);
        RcJournalEntry[] entries = await _desk.EntriesAsync();
        Assert.Equal([RcJournalOutcome.Begun, RcJournalOutcome.Done], entries.Select(entry => entry.Outcome));
        Assert.Equal((SendingDesk.Campaign, null, null, 1L, 1L, 0.01m), (entries[1].CampaignId, entries[1].BatchId, entries[1].FileName, entries[1].RecipientCount, entries[1].SegmentCount, entries[1].EstimatedCost));
    }

    [Fact]
    public async Task Several_are_told_together_and_one_failure_keeps_no_other_back()
    {
        _desk.Options = new BatchSendOptions { Force = true };
        _desk.Answer = RcJournalConsent.Force;
        _desk.Write = request => request.Text.Contains("0101", StringComparison.Ordinal) ? WireAnswer.Of(400, """{"status":"0400","message":"no"}""") : WireAnswer.Of(200, "{200 Message was successfully sent}");
        (MessageDraft Draft, RocketComsException Exception)[] failures = await SendAsync(Draft("2025550101", "One"), Draft("+12025550102", new string('x', 161)), Draft("2025550102", "Three"));
        Assert.Equal("One", Assert.IsType<ApiException>(Assert.Single(failures).Exception) is null ? null : failures[0].Draft.Message);
        Assert.Equal(3, _desk.Writes.Length);
        Assert.Equal("warn: 1 of the 3 messages go to a number that gets another of them.", _desk.Told[0]);
        Assert.Equal(
            $"forced risky ask: Send a message to 2025550101 for campaign {SendingDesk.Campaign} at rocket.test: 1 recipient, 1 segment, cost not known (give -PricePerSegment); all 3 messages: 3 recipients, 4 segments, cost not known (give -PricePerSegment). It will be sent and charged at once; nothing documented stops it.",
            _desk.Told[1]);
        Assert.Equal("warn: The message to +12025550102 goes out with 1 warning (RC105 1; Test-RcBatchCsv shows them).", _desk.Told[3]);
        Assert.Contains("; 1 warning (RC105 1; Test-RcBatchCsv shows them); all 3 messages", _desk.Told[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"x","status":{"statusCode":"FAILED","reasonText":"blocked"}}""", RcJournalOutcome.Refused)]
    [InlineData("""{"status":"0000","result":{"id":"x","status":{"statusCode":"CANCELED"}}}""", RcJournalOutcome.Refused)]
    [InlineData("""{"status":"CANCELED"}""", RcJournalOutcome.Refused)]
    [InlineData("{200 Message was canceled}", RcJournalOutcome.Refused)]
    [InlineData("{200 Message was deleted}", RcJournalOutcome.Refused)]
    [InlineData("""{"id":"x","status":{"statusCode":"PENDING","reasonText":"string"}}""", RcJournalOutcome.Done)]
    public async Task Message_that_came_to_a_bad_end_was_refused(string body, RcJournalOutcome outcome)
    {
        _desk.Write = _ => WireAnswer.Of(200, body);
        (MessageDraft Draft, RocketComsException Exception)[] failures = await SendAsync(Draft("2025550101", "One"));
        Assert.Equal(outcome == RcJournalOutcome.Done ? 0 : 1, failures.Length);
        Assert.Equal([RcJournalOutcome.Begun, outcome], (await _desk.EntriesAsync()).Select(entry => entry.Outcome));
    }

    [Fact]
    public async Task No_sends_nothing()
    {
        _desk.Answer = null;
        WriteGuard guard = _desk.Guard();
        Assert.Empty(await SendAsync(guard, Draft("2025550101", "One"), Draft("+12025550102", "Two")));
        Assert.Empty(_desk.Writes);
        Assert.Equal("Not done: a message to 2025550101, a message to +12025550102. Nothing was changed on the platform.", guard.SumUp());
    }

    [Fact]
    public async Task Ceiling_holds_over_all_of_them()
    {
        _desk.Options = new BatchSendOptions { Ceiling = new Ceiling(null, 1) };
        await Assert.ThrowsAsync<CeilingExceededException>(() => SendAsync(Draft("2025550101", "One"), Draft("2025550102", "Two")));
        Assert.Empty(_desk.Writes);
    }

    [Fact]
    public async Task Same_text_to_the_same_number_is_a_repeat_also_as_a_row_of_a_batch()
    {
        await Assert.ThrowsAsync<AlreadySentException>(() => SendAsync(Draft("2025550101", "One"), Draft("+12025550101", "One")));
        Assert.Empty(await SendAsync(Draft("2025550101", "One\nTwo"), Draft("2025550102", "One\nTwo")));
        await Assert.ThrowsAsync<AlreadySentException>(() => SendAsync(Draft("12025550101", "One\\nTwo")));
        await Assert.ThrowsAsync<AlreadySentException>(() => SendAsync(Draft("2025550101", "One\r\nTwo")));
        _desk.Write = _ => WireAnswer.Of(200, SendingDesk.Created.Replace("CREATED", "PENDING", StringComparison.Ordinal));
        await Assert.ThrowsAsync<AlreadySentException>(() => _desk.UpdateAsync(_desk.FileDraft("12025550101,One\\nTwo\n")));
    }

    [Fact]
    public async Task Number_that_opted_out_and_a_campaign_that_is_no_id_are_refused()
    {
        _desk.Has[$"/v1/campaigns/{SendingDesk.Campaign}/optouts"] = SendingDesk.List("""{"destination":"12025550101"}""");
        _desk.Options = new BatchSendOptions { CheckOptOut = true };
        InvalidParameterException refused = await Assert.ThrowsAsync<InvalidParameterException>(() => SendAsync(Draft("2025550101", "One")));
        Assert.Equal(("2025550101", "Send nothing to this number."), (refused.Value, refused.RecommendedAction));
        Assert.EndsWith("The message was not sent.", refused.Message, StringComparison.Ordinal);
        Assert.Equal("CampaignId", (await Assert.ThrowsAsync<InvalidParameterException>(() => SendAsync(Draft("2025550101", "One") with { CampaignId = "x" }))).ParameterName);
        Assert.Single(_desk.Requests);
        refused = await Assert.ThrowsAsync<InvalidParameterException>(() => SendAsync(Draft("2025550102", "Caf\uFFFD")));
        Assert.Equal(("Message", "Caf\uFFFD"), (refused.ParameterName, refused.Value));
    }

    [Theory]
    [InlineData("DELIVERED", "2027-01-15T11:30:00Z", SendingDesk.Campaign, "One", "The platform lists one like it, as DELIVERED, which may be it, or may be somebody else's, so whether it was carried out is not known.")]
    [InlineData("DELIVERED", "2027-01-14T12:00:01Z", SendingDesk.Campaign, "One", "The platform lists one like it, as DELIVERED, which may be it, or may be somebody else's, so whether it was carried out is not known.")]
    [InlineData("DELIVERED", "2027-01-14T12:00:00Z", SendingDesk.Campaign, "One", null)]
    [InlineData("DELIVERED", "2027-01-15T11:30:00Z", SendingDesk.Other, "One", null)]
    [InlineData("DELIVERED", "2027-01-15T11:30:00Z", SendingDesk.Campaign, "Two", null)]
    public async Task Message_that_may_have_been_sent_is_looked_for(string status, string time, string campaign, string text, string? said)
    {
        await LoseAsync();
        _desk.Has["/v1/messages"] = SendingDesk.List($$"""{"campaignId":"{{campaign}}","createdAt":"{{time}}","destinationNumber":"12025550101","messageText":"{{text}}","status":"{{status}}"}""");
        AlreadySentException refused = await Assert.ThrowsAsync<AlreadySentException>(() => SendAsync(Draft("2025550101", "One")));
        Assert.Contains("may have been sent (its outcome is not known)", refused.Message, StringComparison.Ordinal);
        string[] warned = [.. _desk.Told.Where(told => told.StartsWith("warn", StringComparison.Ordinal))];
        Assert.Equal(said is null ? [] : [$"warn: The outcome of Update-RcBatch for a message of campaign {SendingDesk.Campaign} on 2027-01-15 12:00 UTC was not known. {said}"], warned);
        Assert.Equal(2, (await _desk.EntriesAsync()).Length);

        // Since the day before, of this campaign, and those of batches not.
        Assert.Contains($"/v1/messages?campaignId={SendingDesk.Campaign}&from=2027-01-14&singleOnly=true", Assert.Single(_desk.Targets, target => target.StartsWith("/v1/messages?", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_that_cannot_be_read_leaves_it_unknown()
    {
        await LoseAsync();
        _desk.Has["/v1/messages"] = "500";
        await Assert.ThrowsAsync<AlreadySentException>(() => SendAsync(Draft("2025550101", "One")));
        Assert.Contains(_desk.Told, told => told.StartsWith($"verbose: The messages of campaign {SendingDesk.Campaign} cannot be read, so what became of an earlier one stays unknown: ", StringComparison.Ordinal));
        _desk.Has["/v1/messages"] = "401";
        await Assert.ThrowsAsync<ApiException>(() => SendAsync(Draft("2025550101", "One")));
    }

    [Fact]
    public async Task As_many_must_be_listed_as_were_sent()
    {
        await LoseAsync();
        await _desk.NoteAsync(entry => entry with { ContentHash = Hash(), Outcome = RcJournalOutcome.Done });
        const string One = $$"""{"campaignId":"{{SendingDesk.Campaign}}","createdAt":"2027-01-15T11:30:00Z","destinationNumber":"12025550101","messageText":"One"}""";
        _desk.Has["/v1/messages"] = SendingDesk.List(One);
        await Assert.ThrowsAsync<AlreadySentException>(() => SendAsync(Draft("2025550101", "One")));
        Assert.DoesNotContain(_desk.Told, told => told.StartsWith("warn", StringComparison.Ordinal));
        _desk.Has["/v1/messages"] = SendingDesk.List(One, One);
        await Assert.ThrowsAsync<AlreadySentException>(() => SendAsync(Draft("2025550101", "One")));
        Assert.Contains("The platform lists one like it, as sent, which may be it", Assert.Single(_desk.Told, told => told.StartsWith("warn", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    private static MessageDraft Draft(string number, string text) => new(SendingDesk.Campaign, number, text, ShortLink: false);

    private static string Hash() => new MessageContent().Of("2025550101", "One").ContentHash;

    // A message of which no answer came.
    private async Task LoseAsync()
    {
        Func<WireRequest, WireAnswer> write = _desk.Write;
        _desk.Write = _ => WireAnswer.Drop;
        Assert.IsType<OutcomeUnknownException>(Assert.Single(await SendAsync(Draft("2025550101", "One"))).Exception);
        Assert.Equal((Hash(), RcJournalOutcome.Unknown), ((await _desk.EntriesAsync())[1].ContentHash, (await _desk.EntriesAsync())[1].Outcome));
        _desk.Write = write;
    }

    private Task<(MessageDraft Draft, RocketComsException Exception)[]> SendAsync(params MessageDraft[] drafts) => SendAsync(_desk.Guard(), drafts);

    private async Task<(MessageDraft Draft, RocketComsException Exception)[]> SendAsync(WriteGuard guard, params MessageDraft[] drafts)
    {
        MessageSender sender = new(_desk.Transport, _desk.Options, _desk, guard, _desk.Clock);
        foreach (MessageDraft draft in drafts)
        {
            await sender.AddAsync(draft, TestClient.Stop);
        }

        List<(MessageDraft, RocketComsException)> failures = [];
        await sender.SendAllAsync((draft, exception) => failures.Add((draft, exception)), TestClient.Stop);
        return [.. failures];
    }
}
