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

    public static TheoryData<string, WriteOutcome> Answers => new()
    {
        // The object, bare or enveloped.
        { Object, WriteOutcome.Done },
        { $$"""{"status":"0000","result":{{Object}}}""", WriteOutcome.Done },
        { $$"""{"status":"0000","message":"no errors","result":{{Object}}}""", WriteOutcome.Done },
        { $$"""{"status":"string","message":"string","result":{{Object}}}""", WriteOutcome.Done },
        { $$"""{"status":"200","result":{{Object}}}""", WriteOutcome.Done },
        { $$"""{"status":200,"result":{{Object}}}""", WriteOutcome.Done },
        { $$"""{"status":0,"result":{{Object}}}""", WriteOutcome.Done },
        { $$"""{"status":"0000","error":null,"errors":[],"result":{{Object}}}""", WriteOutcome.Done },
        { Object.Replace("CREATED", "ERROR", StringComparison.Ordinal), WriteOutcome.Done },
        { $$"""{"status":"0000","result":{{Object.Replace("CREATED", "FAILED", StringComparison.Ordinal)}}}""", WriteOutcome.Done },

        // The sentences of the documentation and their like.
        { "{200 Batch was successfully deleted}", WriteOutcome.Done },
        { "200 Batch was successfully deleted", WriteOutcome.Done },
        { "{200 Message was sent successfully}", WriteOutcome.Done },
        { "{200 Named recipients list updated successfully}\r\n", WriteOutcome.Done },
        { "\uFEFF{ 200 Email sent }", WriteOutcome.Done },
        { "\"200 Message was successfully sent.\"", WriteOutcome.Done },
        { "Batch deleted", WriteOutcome.Done },
        { "Sent with no errors", WriteOutcome.Done },
        { "OK", WriteOutcome.Done },
        { "200", WriteOutcome.Done },
        { "", WriteOutcome.Done },
        { " \n", WriteOutcome.Done },

        // JSON that does not say no.
        { "{}", WriteOutcome.Done },
        { "null", WriteOutcome.Done },
        { "[]", WriteOutcome.Done },
        { """{"status":"0000","result":null}""", WriteOutcome.Done },
        { """{"status":"0000","message":"Batch was deleted"}""", WriteOutcome.Done },
        { """{"success":true}""", WriteOutcome.Done },

        // A no.
        { """{"error":"INSUFFICIENT_BALANCE"}""", WriteOutcome.Refused },
        { """{"error":{"code":7}}""", WriteOutcome.Refused },
        { """{"errors":[{"field":"message"}]}""", WriteOutcome.Refused },
        { """{"status":"ERROR"}""", WriteOutcome.Refused },
        { """{"status":"FAILED","message":"balance"}""", WriteOutcome.Refused },
        { """{"status":"NOT_FOUND","traceId":"x"}""", WriteOutcome.Refused },
        { """{"status":"FAILED","result":null}""", WriteOutcome.Refused },
        { """{"success":false}""", WriteOutcome.Refused },
        { """{"status":"0000","result":{"success":false}}""", WriteOutcome.Refused },
        { """{"status":"1042","message":"x"}""", WriteOutcome.Refused },
        { $$"""{"status":"1042","result":{{Object}}}""", WriteOutcome.Refused },
        { """{"status":403,"title":"Forbidden","detail":"No right"}""", WriteOutcome.Refused },
        { """{"code":500}""", WriteOutcome.Refused },
        { """{"message":"Batch could not be changed"}""", WriteOutcome.Refused },
        { "false", WriteOutcome.Refused },
        { "404 Batch was deleted", WriteOutcome.Refused },
        { "{200 Batch was not deleted}", WriteOutcome.Refused },
        { "Service under maintenance", WriteOutcome.Refused },
        { "Not authorised", WriteOutcome.Refused },

        // Neither.
        { "<html><body>Your message was sent</body></html>", WriteOutcome.Unknown },
        { "Welcome", WriteOutcome.Unknown },
        { "Your session will be updated later", WriteOutcome.Unknown },
        { "0 messages sent", WriteOutcome.Unknown },
        { "{\"id\":\"" + Id, WriteOutcome.Unknown },
        { "{'status':'updated'}", WriteOutcome.Unknown },
        { "{\"status\":\"OK\",}", WriteOutcome.Unknown },
        { "12", WriteOutcome.Unknown },
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
    public async Task Every_write_takes_an_answer_for_the_same(string body, WriteOutcome expected)
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
            Assert.Equal((name, WriteOutcome.Done), (name, await OutcomeAsync(() => write(client))));
        }
    }

    [Fact]
    public async Task Answer_about_another_batch_is_taken_for_neither()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, $$"""{"id":"{{Other}}","status":"CREATED"}"""));
        using TestClient client = new(server.BaseUri);
        Assert.Equal(WriteOutcome.Unknown, await OutcomeAsync(() => client.UpdateAsync()));
        Assert.Contains($"it is about {Other}", (await Assert.ThrowsAsync<UnexpectedResponseException>(client.GetAsync)).Message, StringComparison.Ordinal);
    }

    private static async Task<WriteOutcome?> OutcomeAsync(Func<Task> write)
    {
        try
        {
            await write();
            return WriteOutcome.Done;
        }
        catch (UnexpectedResponseException exception)
        {
            string end = exception.Outcome switch
            {
                WriteOutcome.Refused => " Nothing documented says that it was carried out.",
                WriteOutcome.Unknown => " Whether the change was made is not known.",
                _ => " was accepted, but the answer does not show the result.",
            };
            Assert.EndsWith(end, exception.Message, StringComparison.Ordinal);
            Assert.NotEmpty(exception.RecommendedAction);
            return exception.Outcome;
        }
    }
}
