using RocketComs.Core.Errors;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Api;

/// <summary>An update that is answered with less than the batch: the batch is asked for.</summary>
public class ReadBackTests
{
    private const string Text = "Batch updated";
    private const string Envelope = """{"status":"0000","message":"Batch updated"}""";

    [Theory]
    [InlineData(Text, "text/plain")]
    [InlineData(Envelope, "application/json")]
    [InlineData("""{"message":"Batch was updated"}""", "application/json")]
    [InlineData("""{"status":"OK","message":"Batch was updated"}""", "application/json")]
    [InlineData("""{"status":"SUCCESS"}""", "application/json")]
    [InlineData("""{"status":"0000","result":{}}""", "application/json")]
    public async Task Answer_without_the_batch_leads_to_a_look_at_it(string answer, string type)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, answer, "Content-Type: " + type), WireAnswer.Of(200, $$"""{"id":"{{TestClient.BatchId}}","status":"PENDING"}"""));
        using TestClient client = new(server.BaseUri);
        RcBatch batch = await client.UpdateAsync();
        Assert.Equal((TestClient.BatchId, "PENDING"), (batch.Id, batch.Status));
        Assert.Equal(["PATCH", "GET"], server.Requests.Select(request => request.Method));
        Assert.Equal($"/v1/batches/{TestClient.BatchId}", server.Requests[1].Target);
    }

    [Fact]
    public async Task Answer_with_the_status_of_the_batch_is_the_batch()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, """{"status":"0000","message":"ok","result":{"status":"PENDING"}}"""));
        using TestClient client = new(server.BaseUri);
        RcBatch batch = await client.UpdateAsync();
        Assert.Equal((TestClient.BatchId, "PENDING"), (batch.Id, batch.Status));
        Assert.Equal(["PATCH"], server.Requests.Select(request => request.Method));
    }

    [Theory]
    [InlineData(Text, "text/plain", 500)]
    [InlineData(Envelope, "application/json", 404)]
    public async Task Look_that_fails_says_that_the_update_was_accepted(string answer, string type, int status)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, answer, "Content-Type: " + type), WireAnswer.Of(status));
        using TestClient client = new(server.BaseUri, retries: 0);
        UnexpectedResponseException exception = await Assert.ThrowsAsync<UnexpectedResponseException>(() => client.UpdateAsync());
        Assert.StartsWith($"The update of batch {TestClient.BatchId} was accepted, but it could not be read back: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains($"HTTP {status}", exception.Message, StringComparison.Ordinal);
        Assert.Equal($"Look with 'Get-RcBatch {TestClient.BatchId}' before you send it again.", exception.RecommendedAction);
        Assert.IsType<ApiException>(exception.InnerException);
    }

    [Theory]
    [InlineData("""{"id":"6a017f06-83a3-44b7-be6f-5e5cae4a9ed7","status":"CREATED"}""", true)]
    [InlineData("<html>", false)]
    public async Task Look_that_shows_another_batch_is_told_from_one_that_shows_none(string shown, bool isAboutAnother)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, Envelope), WireAnswer.Of(200, shown));
        using TestClient client = new(server.BaseUri);
        UnexpectedResponseException exception = await Assert.ThrowsAsync<UnexpectedResponseException>(() => client.UpdateAsync());
        Assert.Equal((RcJournalOutcome.Done, isAboutAnother), (exception.Outcome, exception.IsAboutAnother));
    }

    [Fact]
    public async Task Envelope_in_place_of_a_batch_that_was_asked_for_is_UnexpectedResponse()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, Envelope));
        using TestClient client = new(server.BaseUri);
        Assert.Contains("it is not a batch", (await Assert.ThrowsAsync<UnexpectedResponseException>(client.GetAsync)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":"maintenance"}""")]
    [InlineData("""{"message":"Batch was found"}""")]
    [InlineData("{}")]
    public async Task Object_that_is_no_batch_is_UnexpectedResponse(string body)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body));
        using TestClient client = new(server.BaseUri);
        await Assert.ThrowsAsync<UnexpectedResponseException>(client.GetAsync);
        await Assert.ThrowsAsync<UnexpectedResponseException>(() => client.Batches.CreateAsync(TestClient.Text(), null, TestClient.Stop));
    }
}
