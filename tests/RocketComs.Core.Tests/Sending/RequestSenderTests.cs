using System.Text;
using RocketComs.Core.Api.Requests;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Sending;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Sending;

/// <summary>Calls without a command of their own: asked for, held against the journal where they can be charged, and noted.</summary>
public sealed class RequestSenderTests : IDisposable
{
    private const string OneBatch = "v1/batches/" + SendingDesk.Batch;

    private readonly SendingDesk _desk = new();
    private int _sent;

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Call_that_can_be_charged_is_asked_for_and_noted()
    {
        await SendAsync(Draft("PATCH", OneBatch + "?action=SCHEDULE&externalId=e-1") with { Form = [new("file", new SealedSource(_desk.File()))] });
        Assert.Equal([$"risky ask: PATCH /{OneBatch} at rocket.test. It can send messages, which are charged; nothing documented stops them."], _desk.Told);
        RcJournalEntry[] entries = await _desk.EntriesAsync();
        Assert.Equal([RcJournalOutcome.Begun, RcJournalOutcome.Done], entries.Select(entry => entry.Outcome));
        Assert.Equal((SendingDesk.Batch, null, "e-1", RcBatchAction.Schedule, "spring.csv", $"PATCH /{OneBatch}"), (entries[0].BatchId, entries[0].CampaignId, entries[0].ExternalId, entries[0].Action, entries[0].FileName, entries[0].Message));
        Assert.Equal(1, _sent);
    }

    [Fact]
    public async Task Harmless_change_is_asked_for_without_risk_and_noted_without_persons()
    {
        await SendAsync(Draft("POST", "v1/auth/reset/user%40example.com"));
        Assert.Equal(["ask: POST /v1/auth/reset/user%40example.com at rocket.test. It can change something."], _desk.Told);
        Assert.All(await _desk.EntriesAsync(), entry => Assert.Equal(("POST /v1/auth/reset/*", null, RcJournalConsent.Asked), (entry.Message, entry.ContentHash, entry.Consent)));
        _desk.Answer = null;
        await SendAsync(Draft("DELETE", OneBatch));
        Assert.Equal($"risky ask: DELETE /{OneBatch} at rocket.test. It removes something; nothing documented brings it back.", _desk.Told[1]);
        Assert.Equal(1, _sent);
    }

    [Fact]
    public async Task Ceiling_of_the_connection_refuses_what_nobody_can_count()
    {
        await Assert.ThrowsAsync<CeilingExceededException>(() => SendAsync(Draft("POST", "v1/batches"), maxCost: 5));
        await SendAsync(Draft("POST", "v1/brands"), maxCost: 5);
        Assert.Equal(1, _sent);
    }

    [Fact]
    public async Task Call_that_a_command_made_before_is_a_repeat()
    {
        Assert.Empty(await _desk.UpdateAsync(_desk.FileDraft()));
        AlreadySentException refused = await Assert.ThrowsAsync<AlreadySentException>(() => SendAsync(Upload()));
        Assert.StartsWith($"Batch {SendingDesk.Batch} was sent on", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_desk.Told, told => told.StartsWith("risky ask: PATCH", StringComparison.Ordinal));
        refused = await Assert.ThrowsAsync<AlreadySentException>(() => SendAsync(Upload("v1/batches?campaignId=" + SendingDesk.Campaign)));
        Assert.StartsWith($"The same content for campaign {SendingDesk.Campaign} was sent on", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<AlreadySentException>(() => SendAsync(Draft("POST", "v1/batches?campaignId=" + SendingDesk.Campaign) with { Form = [new("file", "+12025550102,Hello\n+12025550101,Hello")] }));
        await SendAsync(Upload(), allows: true);
        Assert.Equal(1, _sent);
    }

    [Fact]
    public async Task Reference_is_looked_for_on_the_list_of_the_campaign()
    {
        _desk.Has["/v1/batches"] = SendingDesk.List($$"""{"id":"{{SendingDesk.Other}}","externalId":"spring-1","status":"COMPLETED"}""");
        await Assert.ThrowsAsync<AlreadySentException>(() => SendAsync(Draft("POST", $"v1/batches?campaignId={SendingDesk.Campaign}&externalId=spring-1")));
        await SendAsync(Draft("POST", $"v1/batches?campaignId={SendingDesk.Campaign}&externalId=spring-2"));

        // Once for the first, and for the second once before the question and once after.
        Assert.Equal(["GET /v1/batches", "GET /v1/batches", "GET /v1/batches"], _desk.Requests);

        // An update names no campaign; the line that made its batch does.
        await _desk.NoteAsync(entry => entry with { BatchId = SendingDesk.Batch.ToUpperInvariant(), Action = null, Outcome = RcJournalOutcome.Done });
        await Assert.ThrowsAsync<AlreadySentException>(() => SendAsync(Draft("PATCH", OneBatch + "?externalId=spring-1")));
    }

    [Theory]
    [InlineData("POST", "v1/messages/outgoing", """{"campaignId":"22968230-dd15-41fa-9e38-a0abade08b27","destinationNumber":"+1 202-555-0101","message":"One"}""", true)]
    [InlineData("POST", "v1/messages/outgoing", """{"DestinationNumber":2025550101,"message":"One"}""", true)]
    [InlineData("POST", "v1/messages/outgoing", """{"destinationNumber":"+1 202-555-0102","message":"One"}""", false)]
    [InlineData("POST", "v1/messages/outgoing", """{"destinationNumber":"nobody","message":"One"}""", false)]
    [InlineData("POST", "v1/messages/outgoing", """{"destinationNumber":"2025550101","message":" "}""", false)]
    public async Task Message_is_known_by_number_and_text(string method, string path, string json, bool isKnown)
    {
        (string content, string rows) = new MessageContent().Of("2025550101", "One");
        RcJournalEntry entry = Entry(Draft(method, path) with { Json = Encoding.UTF8.GetBytes(json) });
        Assert.Equal(isKnown ? (content, rows) : (null, null), (entry.ContentHash == content ? content : null, entry.RowsHash == rows ? rows : null));
        Assert.Equal(64, entry.ContentHash!.Length);
    }

    [Fact]
    public void Batch_of_a_template_or_a_text_is_known_by_what_its_command_would_send()
    {
        string template = BatchIntent.HashOf(new Core.Api.BatchDraft { Operation = Core.Api.BatchOperation.MessageTemplate, MessageTemplateId = "T-1", RecipientListIds = ["a", "b"] }, TestClient.Stop);
        string text = BatchIntent.HashOf(new Core.Api.BatchDraft { Operation = Core.Api.BatchOperation.ManualMessage, Message = "Hi", RecipientListIds = ["a"] }, TestClient.Stop);
        Assert.Equal(template, Hash("""{"messageTemplateId":"t-1","namedRecipientsListIds":["B","a"]}"""));
        Assert.Equal(text, Hash("""{"message":"Hi","namedRecipientsListIds":["A"," "]}"""));
        Assert.Equal(text, Entry(Draft("POST", "v1/batches?message=Hi&namedRecipientsListIds=a")).ContentHash);
        Assert.Equal(text, Entry(Draft("POST", "batches?message=Hi&namedRecipientsListIds=a")).ContentHash);

        // The journal of an earlier version knows it so.
        Assert.Equal(BatchIntent.HashOf(["MessageTemplate", null, "t-1", "a", "b"]), template);
        Assert.Equal(3, new HashSet<string?> { Hash("""{"message":"Hi"}"""), Hash("""{"namedRecipientsListIds":["a"]}"""), text }.Count);
    }

    [Fact]
    public void Any_other_call_is_known_by_all_of_it_in_whatever_order()
    {
        string?[] same =
        [
            Hash("""{"a":1,"b":{"c":"x","d":[true,null]}}""", "v1/batches?p=1&q=2"), Hash("""{"b":{"d":[true,null],"c":"\u0078"},"a":1}""", "v1/Batches?q=2&p=1"),
        ];
        Assert.Equal(same[0], same[1]);
        string?[] others =
        [
            same[0], Hash("""{"a":2,"b":{"c":"x","d":[true,null]}}""", "v1/batches?p=1&q=2"), Hash("""{"a":1,"b":{"c":"x","d":[null,true]}}""", "v1/batches?p=1&q=2"), Hash("""{"a":"1"}"""), Hash("""{"a":1}"""),
            Hash("""{"a":1,"b":{"c":"x","d":[true,null]}}""", "v1/batches?p=1&q=3"), Entry(Draft("PUT", "v1/batches")).ContentHash, Entry(Draft("POST", "v1/batches")).ContentHash, Entry(Draft("POST", "v1/batches/x")).ContentHash,
            Entry(Draft("POST", "v1/batches") with { Form = [new("p", "1")] }).ContentHash, Entry(Draft("POST", "v1/batches") with { Form = [new("p", "2")] }).ContentHash, Hash("[1]"), Hash("[]"),
            Hash("""{"message":"Hi"}""", "v1/batches?p=1"), Hash("""{"message":"Hi"}""", "v1/batches?p=2"),
            Hash("""{"namedRecipientsListIds":["a"]}""", "v1/batches?p=1"), Hash("""{"namedRecipientsListIds":["a"]}""", "v1/batches?p=2"),
        ];
        Assert.Equal(others.Length, others.Distinct().Count());
        Assert.Equal(BatchIntent.HashOf(["POST", "v1/batches", "query p=1", "query q=2", """{a:1,b:{c:"x",d:[true,null]}}"""]), same[0]);
        string form = BatchIntent.HashOf(["POST", "v1/batches", "form p=1", "form q=2", null]);
        Assert.Equal(form, Entry(Draft("POST", "v1/batches") with { Form = [new("p", "1"), new("q", "2")] }).ContentHash);
        Assert.Equal(form, Entry(Draft("POST", "v1/batches") with { Form = [new("q", "2"), new("p", "1")] }).ContentHash);
    }

    [Theory]
    [InlineData("PATCH", "api/v1/BATCHES/32DF8770-EE48-46E7-A8C7-9EC478883076/x", "32df8770-ee48-46e7-a8c7-9ec478883076")]
    [InlineData("PATCH", "v1/batches.json/32df8770-ee48-46e7-a8c7-9ec478883076", "32df8770-ee48-46e7-a8c7-9ec478883076")]
    [InlineData("PATCH", "batches/32df8770-ee48-46e7-a8c7-9ec478883076", "32df8770-ee48-46e7-a8c7-9ec478883076")]
    [InlineData("PATCH", "v1/batches/1", null)]
    [InlineData("POST", "v1/batches", null)]
    public void Batch_is_named_by_the_path(string method, string path, string? id) => Assert.Equal(id, Entry(Draft(method, path)).BatchId);

    [Theory]
    [InlineData("?campaignId=22968230-dd15-41fa-9e38-a0abade08b27&externalId=%20e%20", "22968230-dd15-41fa-9e38-a0abade08b27", "e")]
    [InlineData("?CAMPAIGNID=22968230-dd15-41fa-9e38-a0abade08b27&externalId=%20", "22968230-dd15-41fa-9e38-a0abade08b27", null)]
    [InlineData("?campaignId=1&campaignId=22968230-dd15-41fa-9e38-a0abade08b27", null, null)]
    public void Campaign_and_reference_are_those_of_the_fields(string query, string? campaign, string? reference)
    {
        RcJournalEntry entry = Entry(Draft("POST", "v1/batches" + query));
        Assert.Equal((campaign, reference), (entry.CampaignId, entry.ExternalId));
        RequestDraft draft = Draft("POST", "v1/batches" + query);
        entry = Entry(Draft("POST", "v1/batches") with { Form = [.. draft.Query.Select(pair => new KeyValuePair<string, object>(pair.Key, pair.Value))] });
        Assert.Equal((campaign, reference), (entry.CampaignId, entry.ExternalId));
    }

    [Theory]
    [InlineData("2025550101,Hello\n", true)]
    [InlineData("abc,Hello\n", false)]
    public void Rows_are_known_where_none_is_in_error(string rows, bool isKnown)
    {
        RcJournalEntry entry = Entry(Draft("POST", "v1/batches") with { Form = [new("FILE", rows)] });
        Assert.Equal((isKnown, "FILE"), (entry.RowsHash is not null, entry.FileName));
        Assert.Null(Entry(Draft("POST", "v1/batches") with { Form = [new("file", rows), new("file", rows)] }).FileName);
        Assert.Null(Entry(Draft("POST", "v1/batches") with { Form = [new("text", rows)] }).FileName);
    }

    private static RequestDraft Draft(string method, string path) => new(new HttpMethod(method), RequestPath.Parse(path, new Uri("https://api.example.com/")));

    private static RcJournalEntry Entry(RequestDraft draft) => new RequestContent(draft).Entry(TestClient.Stop);

    private static string? Hash(string json, string path = "v1/batches") => Entry(Draft("POST", path) with { Json = Encoding.UTF8.GetBytes(json) }).ContentHash;

    private RequestDraft Upload(string path = OneBatch) => Draft("POST", path) with { Method = path == OneBatch ? new HttpMethod("PATCH") : HttpMethod.Post, Form = [new("file", new SealedSource(_desk.File()))] };

    private Task SendAsync(RequestDraft draft, decimal? maxCost = null, bool allows = false) =>
        new RequestSender(_desk.Transport, new RcConnection(new Uri("https://rocket.test/"), RcAuthentication.ApiKey) { MaxCost = maxCost }, _desk, _desk.Guard(), _desk.Clock) { AllowRepeat = allows }.SendAsync(
            draft,
            sent =>
            {
                sent(0, null);
                _sent++;
                return Task.CompletedTask;
            },
            TestClient.Stop);
}
