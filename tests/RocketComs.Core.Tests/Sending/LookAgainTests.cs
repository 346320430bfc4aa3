using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Sending;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Sending;

/// <summary>What changes while somebody thinks about the answer is seen before anything goes.</summary>
public sealed class LookAgainTests : IDisposable
{
    private const string List = "aaaaaaaa-0000-4000-8000-000000000001";

    private readonly SendingDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Theory]
    [InlineData("2027-01-14T09:00:00Z", "2027-01-14T09:00:01Z")]
    [InlineData("2027-02-01", "2027-02-02")]
    [InlineData("\"startDate\"", "\"endDate\":\"2027-02-09\",\"startDate\"")]
    [InlineData("\"startDate\"", "\"startTime\":\"09:00\",\"startDate\"")]
    public async Task Batch_that_was_changed_meanwhile_is_not_sent(string was, string isNow)
    {
        Change("/v1/batches/" + SendingDesk.Batch, was, isNow);
        InvalidParameterException refused = Assert.IsType<InvalidParameterException>(Assert.Single(await _desk.UpdateAsync(_desk.FileDraft())));
        Assert.Equal(
            ("Id", SendingDesk.Batch, $"What the question for batch {SendingDesk.Batch} said is so no longer: the batch, its template or its lists have been changed meanwhile. Nothing was sent for it."),
            (refused.ParameterName, refused.Value, refused.Message));
        await NothingWasSentAsync();
    }

    [Theory]
    [InlineData("/v1/recipients/lists/" + List, "1000", "1001", false)]
    [InlineData("/v1/message-templates", "Hello", "Hello to all of you who have been with us from the very first day on: we open our doors at nine o'clock, and the first hundred of you get a cup of coffee and a cake", true)]
    public async Task List_or_template_that_was_changed_meanwhile_is_not_sent_with(string path, string was, string isNow, bool isOfTemplate)
    {
        _desk.Has["/v1/recipients/lists/" + List] = $$"""{"id":"{{List}}","recipientsAmount":1000}""";
        _desk.Has["/v1/message-templates"] = SendingDesk.List($$"""{"id":"{{SendingDesk.Other}}","message":"Hello"}""");
        Change(path, was, isNow);
        BatchDraft draft = new() { Operation = BatchOperation.ManualMessage, Message = "Hello", RecipientListIds = [List], ExternalId = "n", StartDate = new DateTime(2027, 2, 1) };
        RocketComsException[] failures = await _desk.CreateAsync(isOfTemplate ? draft with { Operation = BatchOperation.MessageTemplate, Message = null, MessageTemplateId = SendingDesk.Other } : draft);
        InvalidParameterException refused = Assert.IsType<InvalidParameterException>(Assert.Single(failures));
        Assert.Equal(("CampaignId", SendingDesk.Campaign), (refused.ParameterName, refused.Value));
        Assert.StartsWith($"What the question for a new batch of campaign {SendingDesk.Campaign} ('n') said is so no longer: ", refused.Message, StringComparison.Ordinal);
        await NothingWasSentAsync();
    }

    [Fact]
    public async Task Batch_that_has_gone_out_meanwhile_is_not_updated()
    {
        Change("/v1/batches/" + SendingDesk.Batch, "CREATED", "PENDING");
        Assert.IsType<BatchNotUpdatableException>(Assert.Single(await _desk.UpdateAsync(_desk.FileDraft())));
        await NothingWasSentAsync();
    }

    [Fact]
    public async Task Day_that_has_ended_meanwhile_is_refused()
    {
        _desk.WhileAsked = () => _desk.Clock.Advance(TimeSpan.FromDays(2));
        InvalidParameterException refused = Assert.IsType<InvalidParameterException>(Assert.Single(await _desk.UpdateAsync(_desk.FileDraft() with { StartDate = new DateTime(2027, 1, 15) })));
        Assert.Equal(("StartDate", "-StartDate 2027-01-15 is in the past."), (refused.ParameterName, refused.Message));
        await NothingWasSentAsync();
    }

    [Fact]
    public async Task Reference_that_somebody_else_has_sent_meanwhile_is_refused_by_the_list()
    {
        _desk.WhileAsked = () => _desk.Has["/v1/batches"] = SendingDesk.List($$"""{"id":"{{SendingDesk.Other}}","externalId":"spring-1","status":"COMPLETED"}""");
        Assert.StartsWith("ExternalId 'spring-1'", Assert.IsType<AlreadySentException>(Assert.Single(await _desk.UpdateAsync(_desk.FileDraft()))).Message, StringComparison.Ordinal);
        await NothingWasSentAsync();
    }

    [Fact]
    public async Task Reference_that_the_batch_was_given_meanwhile_is_looked_for_too()
    {
        _desk.Has["/v1/batches"] = SendingDesk.List($$"""{"id":"{{SendingDesk.Other}}","externalId":"spring-9","status":"COMPLETED"}""");
        Change("/v1/batches/" + SendingDesk.Batch, "spring-1", "spring-9");
        Assert.StartsWith("ExternalId 'spring-9'", Assert.IsType<AlreadySentException>(Assert.Single(await _desk.UpdateAsync(_desk.FileDraft()))).Message, StringComparison.Ordinal);
        await NothingWasSentAsync();
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(90, false)]
    public async Task Batch_that_is_seen_again_as_created_was_not_sent_before(int seconds, bool goes)
    {
        _desk.WhileAsked = () =>
        {
            _desk.Clock.Advance(TimeSpan.FromMinutes(1));
            _desk.NoteAsync(entry => entry with { BatchId = SendingDesk.Batch, Outcome = RcJournalOutcome.Done, Time = LeapingClock.Noon.AddSeconds(seconds) }).GetAwaiter().GetResult();
        };
        Assert.Equal(goes, (await _desk.UpdateAsync(_desk.FileDraft())).Length == 0);
        Assert.Equal(goes, _desk.Writes.Length == 1);
    }

    [Theory]
    [InlineData(RcJournalConsent.Asked)]
    [InlineData(RcJournalConsent.Force)]
    public async Task What_another_command_notes_meanwhile_is_refused_when_this_one_begins(RcJournalConsent consent)
    {
        _desk.Answer = consent;
        _desk.WhileAsked = () => _desk.NoteAsync(entry => entry with { BatchId = SendingDesk.Other, ExternalId = "spring-1", Outcome = RcJournalOutcome.Done }).GetAwaiter().GetResult();
        AlreadySentException refused = Assert.IsType<AlreadySentException>(Assert.Single(await _desk.UpdateAsync(_desk.FileDraft())));
        Assert.Equal($"ExternalId 'spring-1' of campaign {SendingDesk.Campaign} was sent on 2027-01-15 11:00 UTC as batch {SendingDesk.Other}, by the journal. It was not sent.", refused.Message);
        Assert.Empty(_desk.Writes);
        Assert.Single(await _desk.EntriesAsync());
    }

    [Theory]
    [InlineData(RcJournalConsent.Force, RcBatchAction.Schedule)]
    [InlineData(RcJournalConsent.Asked, RcBatchAction.Validate)]
    public async Task Without_a_question_about_money_nothing_is_looked_at_again(RcJournalConsent consent, RcBatchAction action)
    {
        _desk.Answer = consent;
        Assert.Empty(await _desk.UpdateAsync(_desk.FileDraft(action: action)));
        Assert.Single(_desk.Requests, request => request == "GET /v1/batches/" + SendingDesk.Batch);
        Assert.Single(_desk.Writes);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(5, 2)]
    [InlineData(6, 3)]
    public async Task List_of_the_campaign_is_good_for_five_seconds(int seconds, int looks)
    {
        BatchSender sender = _desk.Sender();
        await sender.AddAsync(new BatchTarget(SendingDesk.Campaign, true), NewDraft("a"), TestClient.Stop);
        await sender.AddAsync(new BatchTarget(SendingDesk.Campaign, true), NewDraft("b") with { File = _desk.File("2025550109,Else\n", "b.csv") }, TestClient.Stop);
        _desk.WhileAsked = () => _desk.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await sender.SendAllAsync((_, _, failure) => throw failure, TestClient.Stop);
        Assert.Equal(looks, _desk.Requests.Count(request => request == "GET /v1/batches"));
        Assert.Equal(2, _desk.Writes.Length);
    }

    private BatchDraft NewDraft(string reference) => _desk.FileDraft() with { ExternalId = reference, StartDate = new DateTime(2027, 2, 1) };

    private void Change(string path, string was, string isNow) => _desk.WhileAsked = () => _desk.Has[path] = _desk.Has[path].Replace(was, isNow, StringComparison.Ordinal);

    private async Task NothingWasSentAsync()
    {
        Assert.Single(_desk.Told, told => told.StartsWith("risky ask", StringComparison.Ordinal));
        Assert.Empty(_desk.Writes);
        Assert.Empty(await _desk.EntriesAsync());
    }
}
