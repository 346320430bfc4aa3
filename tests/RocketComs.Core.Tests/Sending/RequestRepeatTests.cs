using System.Net;
using System.Text;
using RocketComs.Core.Api.Requests;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Sending;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Sending;

/// <summary>What the journal and the list of a campaign say about a call without a command of its own.</summary>
public sealed class RequestRepeatTests : IDisposable
{
    private const string One = "v1/batches/" + SendingDesk.Batch;

    private readonly SendingDesk _desk = new();
    private Action _send = () => { };
    private int _sent;

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Update_without_content_sends_what_its_batch_was_given_last()
    {
        Assert.Empty(await _desk.CreateAsync(_desk.FileDraft() with { ExternalId = "first", StartDate = new DateTime(2027, 2, 1) }));
        await SendAsync("PATCH", "v1/batches/" + SendingDesk.Other + "?action=VALIDATE", new SealedSource(_desk.File()));
        RcJournalEntry noted = (await _desk.EntriesAsync())[^1];
        Assert.Equal((SendingDesk.Other, RcBatchAction.Validate, RcJournalOutcome.Done), (noted.BatchId, noted.Action, noted.Outcome));

        // Of a removal or a change of the description alone nothing is known to have been given.
        await _desk.NoteAsync(entry => entry with { BatchId = SendingDesk.Other, CampaignId = null, Action = null, Outcome = RcJournalOutcome.Done });
        AlreadySentException refused = await Assert.ThrowsAsync<AlreadySentException>(() => SendAsync("PATCH", "v1/batches/" + SendingDesk.Other));
        Assert.Equal($"The same content was sent on 2027-01-15 12:00 UTC as batch {SendingDesk.Batch}, by the journal. It was not sent.", refused.Message);

        // Nobody agrees, so that none of them is held against the next.
        _desk.Answer = null;
        SealedSource other = new(_desk.File("2025550109,Else\n", "else.csv"));
        await SendAsync("PATCH", "v1/batches/" + SendingDesk.Other + "?message=Else");
        await SendAsync("PATCH", "v1/batches/" + SendingDesk.Other, other);
        _desk.Answer = RcJournalConsent.Asked;
        await SendAsync("PATCH", "v1/batches/" + SendingDesk.Other + "?action=VALIDATE", other);
        await SendAsync("PATCH", "v1/batches/" + SendingDesk.Other);
        Assert.Equal(3, _sent);
        RcJournalEntry[] last = (await _desk.EntriesAsync())[^3..];
        Assert.Equal((last[0].ContentHash, last[0].RowsHash, RcBatchAction.Schedule), (last[2].ContentHash, last[2].RowsHash, last[2].Action));
        Assert.Equal((64, 16), (last[2].ContentHash!.Length, last[2].RowsHash!.Length));
    }

    [Theory]
    [InlineData(RcJournalOutcome.Refused, true)]
    [InlineData(RcJournalOutcome.Begun, true)]
    [InlineData(RcJournalOutcome.Unknown, false)]
    public async Task Content_that_did_not_arrive_is_not_what_a_batch_has(RcJournalOutcome outcome, bool goes)
    {
        Assert.Empty(await _desk.CreateAsync(_desk.FileDraft() with { ExternalId = "first", StartDate = new DateTime(2027, 2, 1) }));
        RcJournalEntry sent = (await _desk.EntriesAsync())[^1];
        await _desk.NoteAsync(_ => sent with { WriteId = "w", BatchId = SendingDesk.Other, Action = RcBatchAction.Validate, Outcome = outcome });
        Exception? refused = await Xunit.Record.ExceptionAsync(() => SendAsync("PATCH", "v1/batches/" + SendingDesk.Other));
        Assert.Equal((goes, !goes), (_sent == 1, refused is AlreadySentException));
    }

    [Fact]
    public async Task Campaign_of_the_call_counts_before_that_of_the_journal()
    {
        await _desk.NoteAsync(entry => entry with { BatchId = SendingDesk.Batch, CampaignId = SendingDesk.Other, Action = null, Outcome = RcJournalOutcome.Done });
        await SendAsync("PATCH", $"{One}?campaignId={SendingDesk.Campaign}&externalId=e");
        Assert.Equal(SendingDesk.Campaign, (await _desk.EntriesAsync())[^1].CampaignId);
        Assert.All(_desk.Targets, target => Assert.Contains(SendingDesk.Campaign, target, StringComparison.Ordinal));

        // Of the journal the last line that has one.
        await _desk.NoteAsync(entry => entry with { BatchId = SendingDesk.Batch, CampaignId = null, Action = null, Outcome = RcJournalOutcome.Done });
        await SendAsync("PATCH", One + "?externalId=f", allows: true);
        Assert.All(_desk.Targets, target => Assert.Contains(SendingDesk.Campaign, target, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Batch_itself_is_no_other_with_the_same_reference()
    {
        _desk.Has["/v1/batches"] = SendingDesk.List(SendingDesk.Created.Replace("CREATED", "PENDING", StringComparison.Ordinal));
        await _desk.NoteAsync(entry => entry with { BatchId = SendingDesk.Batch, Action = null, Outcome = RcJournalOutcome.Done });
        await SendAsync("PATCH", One + "?externalId=spring-1");
        Assert.Equal(1, _sent);
        await Assert.ThrowsAsync<AlreadySentException>(() => SendAsync("POST", $"v1/batches?campaignId={SendingDesk.Campaign}&externalId=spring-1"));
    }

    [Fact]
    public async Task New_batch_is_told_of_one_that_has_not_gone_out_and_of_what_became_of_an_earlier_one()
    {
        _desk.Has["/v1/batches"] = SendingDesk.List($$"""{"id":"{{SendingDesk.Other}}","externalId":"spring-1","status":"CREATED","createdAt":"2027-01-15T11:00:30Z"}""");
        await _desk.NoteAsync(entry => entry with { ExternalId = "spring-1", LastChangeSeen = LeapingClock.Noon.AddDays(-1) });
        await SendAsync("POST", $"v1/batches?campaignId={SendingDesk.Campaign}&externalId=spring-1", allows: true);
        Assert.Equal($"warn: The outcome of New-RcBatch for ExternalId 'spring-1' on 2027-01-15 11:00 UTC was not known. It is batch {SendingDesk.Other}, which is CREATED now, so it was carried out.", _desk.Told[0]);
        Assert.StartsWith($"warn: Batch {SendingDesk.Other} of the campaign has the ExternalId 'spring-1' too, and is CREATED", _desk.Told[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RcJournalConsent.Asked, 0)]
    [InlineData(RcJournalConsent.Force, 1)]
    public async Task Reference_that_was_sent_while_somebody_thought_is_refused(RcJournalConsent consent, int sent)
    {
        _desk.Answer = consent;
        _desk.WhileAsked = () => _desk.Has["/v1/batches"] = SendingDesk.List($$"""{"id":"{{SendingDesk.Other}}","externalId":"spring-1","status":"COMPLETED"}""");
        Exception? refused = await Xunit.Record.ExceptionAsync(() => SendAsync("POST", $"v1/batches?campaignId={SendingDesk.Campaign}&externalId=spring-1"));
        Assert.Equal((sent == 0, sent), (refused is AlreadySentException, _sent));
    }

    [Fact]
    public async Task What_is_sent_is_what_was_there_before_the_question()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("Number\n+12025550101\n");
        SealedSource file = new(new Rules.BytesSource(bytes));
        _desk.WhileAsked = () => bytes[^2] = (byte)'2';
        _send = () => new StreamReader(file.Open()).ReadToEnd();
        await Assert.ThrowsAsync<BatchCsvInvalidException>(() => SendAsync("POST", "v1/recipients/batches", file));
    }

    [Fact]
    public async Task Refusal_is_noted_in_its_own_words()
    {
        _send = () => throw new ApiException(HttpStatusCode.BadRequest, "POST /v1/brands", new ApiErrorBody(null, null, null), null, "Mend it.");
        await Assert.ThrowsAsync<ApiException>(() => SendAsync("POST", "v1/brands"));
        Assert.Equal(["POST /v1/brands", "HTTP 400"], (await _desk.EntriesAsync()).Select(entry => entry.Message));
    }

    private Task SendAsync(string method, string path, SealedSource? file = null, bool allows = false)
    {
        RequestDraft draft = new(new HttpMethod(method), RequestPath.Parse(path, new Uri("https://api.example.com/"))) { Form = file is null ? null : [new("file", file)] };
        RcConnection connection = new(new Uri("https://rocket.test/"), RcAuthentication.ApiKey);
        return new RequestSender(_desk.Transport, connection, _desk, _desk.Guard(), _desk.Clock) { AllowRepeat = allows }.SendAsync(
            draft,
            sent =>
            {
                sent(0, null);
                _send();
                _sent++;
                return Task.CompletedTask;
            },
            TestClient.Stop);
    }
}
