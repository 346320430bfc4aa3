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

    // All objects of all writes in one, so that each finds its own in it.
    private const string Object = $$"""{"id":"{{Id}}","status":"CREATED","name":"VIP","message":"not an error: a text","recipientsAmount":1,"succeeded":1,"failed":1,"skipped":0,"errorDetails":[{"lineNumber":1}]}""";

    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");

    public WriteAnswerTests() => File.WriteAllText(_path, "Number\n+12025550150\n");

    public static TheoryData<string, RcJournalOutcome> Answers => new()
    {
        // The object, bare or enveloped.
        { Object, RcJournalOutcome.Done },
        { $$"""{"status":"0000","result":{{Object}}}""", RcJournalOutcome.Done },
        { $$"""{"status":"0000","message":"no errors","result":{{Object}}}""", RcJournalOutcome.Done },
        { $$"""{"status":"string","message":"string","result":{{Object}}}""", RcJournalOutcome.Done },
        { $$"""{"status":"200","result":{{Object}}}""", RcJournalOutcome.Done },
        { $$"""{"status":200,"result":{{Object}}}""", RcJournalOutcome.Done },
        { $$"""{"status":0,"result":{{Object}}}""", RcJournalOutcome.Done },
        { $$"""{"status":"0000","error":null,"errors":[],"result":{{Object}}}""", RcJournalOutcome.Done },
        { Object.Replace("CREATED", "ERROR", StringComparison.Ordinal), RcJournalOutcome.Done },
        { $$"""{"status":"0000","result":{{Object.Replace("CREATED", "FAILED", StringComparison.Ordinal)}}}""", RcJournalOutcome.Done },
        { $"[{Object}]", RcJournalOutcome.Done },

        // The sentences of the documentation and their like.
        { "{200 Batch was successfully deleted}", RcJournalOutcome.Done },
        { "200 Batch was successfully deleted", RcJournalOutcome.Done },
        { "{200 Message was sent successfully}", RcJournalOutcome.Done },
        { "{200 Named recipients list updated successfully}\r\n", RcJournalOutcome.Done },
        { "\uFEFF{ 200 Email sent }", RcJournalOutcome.Done },
        { "{200 BA Manager created successfully}", RcJournalOutcome.Done },
        { "{200 Logged out successfully}", RcJournalOutcome.Done },
        { "\"200 Message was successfully sent.\"", RcJournalOutcome.Done },
        { "Batch deleted", RcJournalOutcome.Done },
        { "Message queued for delivery", RcJournalOutcome.Done },
        { $"OK: batch {Id} updated", RcJournalOutcome.Done },
        { "Request processed successfully", RcJournalOutcome.Done },
        { "Sent with no errors", RcJournalOutcome.Done },
        { "OK", RcJournalOutcome.Done },
        { "200", RcJournalOutcome.Done },
        { "", RcJournalOutcome.Done },
        { " \n", RcJournalOutcome.Done },

        // A code of success, or a word.
        { """{"status":"0000","result":null}""", RcJournalOutcome.Done },
        { """{"status":"0000","message":null,"result":null}""", RcJournalOutcome.Done },
        { """{"status":"0000","result":[]}""", RcJournalOutcome.Done },
        { """{"status":"0000","message":"Batch was deleted"}""", RcJournalOutcome.Done },
        { """{"status":"200"}""", RcJournalOutcome.Done },
        { """{"code":200}""", RcJournalOutcome.Done },
        { """{"message":"Batch was deleted"}""", RcJournalOutcome.Done },
        { """{"status":"OK"}""", RcJournalOutcome.Done },
        { """{"success":true}""", RcJournalOutcome.Done },
        { """{"deleted":"true"}""", RcJournalOutcome.Done },
        { "true", RcJournalOutcome.Done },

        // A no without a yes.
        { """{"error":"INSUFFICIENT_BALANCE"}""", RcJournalOutcome.Refused },
        { """{"error":{"code":7}}""", RcJournalOutcome.Refused },
        { """{"err":"x"}""", RcJournalOutcome.Refused },
        { """{"errors":[{"field":"message"}]}""", RcJournalOutcome.Refused },
        { """{"data":{"error":"INSUFFICIENT_BALANCE"}}""", RcJournalOutcome.Refused },
        { """{"data":[{"error":"INSUFFICIENT_BALANCE"}]}""", RcJournalOutcome.Refused },
        { """{"response":{"status":"ERROR"}}""", RcJournalOutcome.Refused },
        { """{"status":"ERROR"}""", RcJournalOutcome.Refused },
        { """{"status":"KO"}""", RcJournalOutcome.Refused },
        { """{"status":"NOK"}""", RcJournalOutcome.Refused },
        { """{"outcome":"failure"}""", RcJournalOutcome.Refused },
        { """{"status":"FAILED","message":"balance"}""", RcJournalOutcome.Refused },
        { """{"status":"NOT_FOUND","traceId":"x"}""", RcJournalOutcome.Refused },
        { """{"status":"FAILED","result":null}""", RcJournalOutcome.Refused },
        { """{"success":false}""", RcJournalOutcome.Refused },
        { """{"success":"false"}""", RcJournalOutcome.Refused },
        { """{"success":0}""", RcJournalOutcome.Refused },
        { """{"ok":"no"}""", RcJournalOutcome.Refused },
        { """{"deleted":false}""", RcJournalOutcome.Refused },
        { """{"status":"1042","message":"x"}""", RcJournalOutcome.Refused },
        { """{"status":403,"title":"Forbidden","detail":"No right"}""", RcJournalOutcome.Refused },
        { """{"message":"Batch could not be changed"}""", RcJournalOutcome.Refused },
        { "false", RcJournalOutcome.Refused },
        { "{200 Batch was not deleted}", RcJournalOutcome.Refused },
        { "Not authorised", RcJournalOutcome.Refused },
        { "404 Not Found", RcJournalOutcome.Refused },
        { "success: false", RcJournalOutcome.Refused },
        { "deleted: false", RcJournalOutcome.Refused },
        { "Batch deletion failed", RcJournalOutcome.Refused },

        // A yes and a no.
        { $$"""{"status":"1042","result":{{Object}}}""", RcJournalOutcome.Unknown },
        { """{"status":"0000","result":{"success":false}}""", RcJournalOutcome.Unknown },
        { """{"status":"0000","error":"INSUFFICIENT_BALANCE"}""", RcJournalOutcome.Unknown },
        { """{"status":"0000","message":"Message queued; delivery receipts are not available","result":{"messageId":"1"}}""", RcJournalOutcome.Unknown },
        { """{"status":"0000","detail":"Invalid characters were replaced"}""", RcJournalOutcome.Unknown },
        { """{"success":true,"message":"Message was not sent"}""", RcJournalOutcome.Unknown },
        { """[{"status":"OK"},{"status":"FAILED"}]""", RcJournalOutcome.Unknown },
        { "404 Batch was deleted", RcJournalOutcome.Unknown },
        { "Message was sent. No delivery report was requested.", RcJournalOutcome.Unknown },
        { "200 Message was sent successfully (sender name not verified)", RcJournalOutcome.Unknown },
        { "Message was not sent at once but queued", RcJournalOutcome.Unknown },
        { "Some messages were rejected", RcJournalOutcome.Unknown },

        // Neither.
        { """{}""", RcJournalOutcome.Unknown },
        { """{"foo":"bar"}""", RcJournalOutcome.Unknown },
        { """{"errorCode":"0000"}""", RcJournalOutcome.Unknown },
        { """{"error":"OK"}""", RcJournalOutcome.Unknown },
        { """{"notice":"System maintenance in progress"}""", RcJournalOutcome.Unknown },
        { """{"message":"Please log in"}""", RcJournalOutcome.Unknown },
        { """{"message":"Guthaben reicht nicht"}""", RcJournalOutcome.Unknown },
        { """{"code":7}""", RcJournalOutcome.Unknown },
        { """{"code":500}""", RcJournalOutcome.Unknown },
        { """{"status":"string","message":"string"}""", RcJournalOutcome.Unknown },
        { """{"id":null}""", RcJournalOutcome.Unknown },
        { """{"campaignId":"x","status":"ERROR"}""", RcJournalOutcome.Unknown },
        { """{"status":"PENDING"}""", RcJournalOutcome.Unknown },
        { """{"deep":{"er":{"status":"OK"}}}""", RcJournalOutcome.Unknown },
        { "null", RcJournalOutcome.Unknown },
        { "[]", RcJournalOutcome.Unknown },
        { "0", RcJournalOutcome.Unknown },
        { "12", RcJournalOutcome.Unknown },
        { "Dry run completed", RcJournalOutcome.Unknown },
        { "Dry run completed successfully", RcJournalOutcome.Unknown },
        { "Batch deletion pending", RcJournalOutcome.Unknown },
        { "Batch deletion accepted", RcJournalOutcome.Unknown },
        { "Batch could be deleted", RcJournalOutcome.Unknown },
        { "Batch will be deleted", RcJournalOutcome.Unknown },
        { "200 OK\nquota exhausted", RcJournalOutcome.Unknown },
        { "Service under maintenance", RcJournalOutcome.Unknown },
        { "503 Service Unavailable", RcJournalOutcome.Unknown },
        { "<html><body>Your message was sent</body></html>", RcJournalOutcome.Unknown },
        { "Welcome", RcJournalOutcome.Unknown },
        { "Your session will be updated later", RcJournalOutcome.Unknown },
        { "0 messages sent", RcJournalOutcome.Unknown },
        { "3 of 5 messages sent", RcJournalOutcome.Unknown },
        { "{\"id\":\"" + Id, RcJournalOutcome.Unknown },
        { "{'status':'updated'}", RcJournalOutcome.Unknown },
        { "{\"status\":\"OK\",}", RcJournalOutcome.Unknown },
    };

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
    [MemberData(nameof(Answers))]
    public async Task Every_write_takes_an_answer_for_the_same(string body, RcJournalOutcome expected)
    {
        foreach (int status in (int[])[200, 201, 202])
        {
            foreach ((string name, Func<TestClient, Task> write) in Writes)
            {
                using LoopbackServer server = new(request => WireAnswer.Of(status, request.Method == "GET" ? $$"""{"content":[{{Object}}],"total":1,"pageSize":100,"id":"{{Id}}","name":"VIP","status":"CREATED"}""" : body));
                using TestClient client = new(server.BaseUri);
                Assert.Equal((name, status, body, expected), (name, status, body, await OutcomeAsync(() => write(client))));
                Assert.Single(server.Requests, request => request.Method != "GET");
            }
        }
    }

    [Fact]
    public async Task No_content_is_done()
    {
        foreach ((string name, Func<TestClient, Task> write) in Writes)
        {
            using LoopbackServer server = new(request => request.Method == "GET"
                ? WireAnswer.Of(200, $$"""{"content":[{{Object}}],"total":1,"pageSize":100,"id":"{{Id}}","name":"VIP","status":"CREATED"}""") : WireAnswer.Raw("HTTP/1.1 204 X\r\n\r\n"));
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
