using RocketComs.Core.Api;
using RocketComs.Core.Api.Requests;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Json;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Api.Calls;

/// <summary>Every write with every kind of answer and every status of success: done, refused or not known, and nothing else.</summary>
public sealed class WriteAnswerTests : IDisposable
{
    private const string Id = TestClient.BatchId;
    private const string Other = "6a017f06-83a3-44b7-be6f-5e5cae4a9ed7";

    private const string Shown = WriteBodies.Shown;

    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");

    public WriteAnswerTests() => File.WriteAllText(_path, "Number\n+12025550150\n");

    private Dictionary<string, Func<TestClient, Task>> Writes => new()
    {
        ["new batch"] = client => client.Batches.CreateAsync(TestClient.Text() with { CampaignId = Other, ExternalId = "e-1" }, null, TestClient.Stop),
        ["update of a batch"] = client => client.UpdateAsync(),
        ["removal"] = client => client.RemoveAsync(),
        ["message"] = client => new MessagesClient(client.Transport).SendAsync(new MessageDraft(Other, "2025550101", "Hi", ShortLink: false), null, TestClient.Stop),
        ["new template"] = client => new MessageTemplatesClient(client.Transport).CreateAsync(new TemplateChange { Name = "VIP", Message = "Hi" }, null, TestClient.Stop),
        ["update of a template"] = client => new MessageTemplatesClient(client.Transport).UpdateAsync(Id, new TemplateChange { Name = "VIP" }, null, TestClient.Stop),
        ["new list"] = client => new RecipientListsClient(client.Transport).CreateAsync("VIP", [], null, TestClient.Stop),
        ["name of a list"] = client => new RecipientListsClient(client.Transport).RenameAsync(Id, "VIP", null, TestClient.Stop),
        ["members"] = client => new RecipientListsClient(client.Transport).ChangeMembersAsync(Id, [Other], [], null, TestClient.Stop),
        ["import"] = client => new RecipientsClient(client.Transport).ImportAsync(
            new FileSource(_path), null, RcRecipientBatchStrategy.Skip, null, TestClient.Stop),
        ["any request"] = client => new RequestClient(client.Transport, new JsonValues(fields => fields.ToList())).SendAsync(
            new RequestDraft(HttpMethod.Post, new RequestPath("v1/messages/outgoing", [])) { Json = "{}"u8.ToArray() }, null, TestClient.Stop),
    };

    public void Dispose() => File.Delete(_path);

    [Theory]
    [MemberData(nameof(WriteBodies.Answers), MemberType = typeof(WriteBodies))]
    public async Task Every_write_takes_an_answer_for_the_same(string body, RcJournalOutcome expected)
    {
        foreach (int status in (int[])[200, 201, 202])
        {
            foreach ((string name, Func<TestClient, Task> write) in Writes)
            {
                using LoopbackServer server = new(request => WireAnswer.Of(status, request.Method == "GET" ? $$"""{"content":[{{Shown}}],"total":1,"pageSize":100,"id":"{{Id}}","name":"VIP","status":"CREATED"}""" : body));
                using TestClient client = new(server.BaseUri);
                Assert.Equal((name, status, body, expected), (name, status, body, await OutcomeAsync(() => write(client))));
                Assert.Single(server.Requests, request => request.Method != "GET");
            }
        }
    }

    [Theory]
    [MemberData(nameof(WriteBodies.OfDeeds), MemberType = typeof(WriteBodies))]
    public async Task Some_answers_depend_on_what_was_asked_for(string body, RcJournalOutcome make, RcJournalOutcome send, RcJournalOutcome update, RcJournalOutcome remove)
    {
        foreach ((string name, Func<TestClient, Task> write) in Writes.Where(write => write.Key != "members"))
        {
            RcJournalOutcome expected = name switch { "removal" => remove, "message" or "any request" => send, _ when name.StartsWith("new", StringComparison.Ordinal) || name == "import" => make, _ => update };
            using LoopbackServer server = new(request => WireAnswer.Of(200, request.Method == "GET" ? $$"""{"content":[{{Shown}}],"total":1,"pageSize":100,"id":"{{Id}}","name":"VIP","status":"CREATED"}""" : body));
            using TestClient client = new(server.BaseUri);
            Assert.Equal((name, body, expected), (name, body, await OutcomeAsync(() => write(client))));
        }
    }

    [Theory]
    [InlineData("Recipients were removed", RcJournalOutcome.Done)]
    [InlineData("Recipients were added", RcJournalOutcome.Done)]
    [InlineData("Recipients were not removed", RcJournalOutcome.Refused)]
    public async Task Members_of_a_list_are_added_and_removed_by_one_call(string body, RcJournalOutcome expected)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body));
        using TestClient client = new(server.BaseUri);
        Assert.Equal(expected, await OutcomeAsync(() => Writes["members"](client)));
    }

    [Theory]
    [InlineData("""{"id":["x"],"campaignId":"x","name":"x"}""")]
    [InlineData("""{"id":{"x":1},"campaignId":"x","name":"x"}""")]
    public async Task Answer_with_an_id_that_cannot_be_read_may_be_about_another(string shown)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, $$"""{"status":"0000","result":{{shown}}}"""));
        using TestClient client = new(server.BaseUri);
        foreach (string name in (string[])["update of a batch", "removal", "update of a template", "name of a list", "members"])
        {
            UnexpectedResponseException write = await Assert.ThrowsAsync<UnexpectedResponseException>(() => Writes[name](client));
            Assert.Equal((name, true, RcJournalOutcome.Unknown), (name, write.IsAboutAnother, write.Outcome));
        }
    }

    [Fact]
    public async Task No_content_is_done()
    {
        foreach ((string name, Func<TestClient, Task> write) in Writes)
        {
            using LoopbackServer server = new(request => request.Method == "GET"
                ? WireAnswer.Of(200, $$"""{"content":[{{Shown}}],"total":1,"pageSize":100,"id":"{{Id}}","name":"VIP","status":"CREATED"}""") : WireAnswer.Raw("HTTP/1.1 204 X\r\n\r\n"));
            using TestClient client = new(server.BaseUri);
            Assert.Equal((name, RcJournalOutcome.Done), (name, await OutcomeAsync(() => write(client))));
        }
    }

    [Fact]
    public async Task Answer_about_another_batch_is_taken_for_neither()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, $$"""{"id":"{{Other}}","status":"CREATED"}"""));
        using TestClient client = new(server.BaseUri);
        Assert.Equal(RcJournalOutcome.Unknown, await OutcomeAsync(() => client.UpdateAsync()));
        UnexpectedResponseException exception = await Assert.ThrowsAsync<UnexpectedResponseException>(client.GetAsync);
        Assert.Contains($"it is about {Other}", exception.Message, StringComparison.Ordinal);
        Assert.True(exception.IsAboutAnother);
        foreach (string name in (string[])["update of a batch", "removal", "update of a template", "name of a list", "members"])
        {
            UnexpectedResponseException write = await Assert.ThrowsAsync<UnexpectedResponseException>(() => Writes[name](client));
            Assert.Equal((name, true, RcJournalOutcome.Unknown), (name, write.IsAboutAnother, write.Outcome));
        }
    }

    [Theory]
    [InlineData("auth-refresh")]
    [InlineData("api-key-generate")]
    [InlineData("batch-object")]
    [InlineData("batch-update-response")]
    [InlineData("campaign-retrieve")]
    [InlineData("message-template")]
    [InlineData("recipient")]
    [InlineData("recipient-list")]
    [InlineData("recipient-batch")]
    public async Task Sample_of_an_answer_to_a_write_is_done(string name)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, name switch
        {
            "auth-refresh" => """{"message":"message","token":"eyJh","refreshToken":"7bb95a08-c5a3-4b8f-9c1c-bbd04d32ea78","expiry":1800000}""",
            "api-key-generate" => """{"status":"0000","result":{"id":"ba68bc22-d512-4467-8a54-e92d8e8a9c53","key":"0cd7","secret":"f769"}}""",
            "batch-object" => Sample.Text("batch-retrieve"),
            "recipient" => """{"id":"6a017f06-83a3-44b7-be6f-5e5cae4a9ed7","firstName":"John","mobileNumber":"4161234567","createdAt":"2023-10-23T00:42:50.311Z"}""",
            _ => Sample.Text(name),
        }));
        using TestClient client = new(server.BaseUri);
        Assert.Equal(RcJournalOutcome.Done, await OutcomeAsync(() => Writes["any request"](client)));
    }

    private static async Task<RcJournalOutcome?> OutcomeAsync(Func<Task> write)
    {
        try
        {
            await write();
            return RcJournalOutcome.Done;
        }
        catch (UnexpectedResponseException exception)
        {
            string end = exception.Outcome switch
            {
                RcJournalOutcome.Refused => " Nothing documented says that it was carried out.",
                RcJournalOutcome.Unknown => " Whether the change was made is not known.",
                _ => " was accepted, but the answer does not show the result.",
            };
            Assert.EndsWith(end, exception.Message, StringComparison.Ordinal);
            Assert.NotEmpty(exception.RecommendedAction);
            return exception.Outcome;
        }
    }
}
