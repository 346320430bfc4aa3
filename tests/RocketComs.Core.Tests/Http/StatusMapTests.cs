using System.Net;
using RocketComs.Core.Errors;
using Xunit;

namespace RocketComs.Core.Tests.Http;

public class StatusMapTests
{
    private const string Body = """{"status":"0042","message":"No such thing.","traceId":"t-1"}""";

    [Theory]
    [InlineData(400, 1)]
    [InlineData(401, 1)]
    [InlineData(403, 1)]
    [InlineData(404, 1)]
    [InlineData(405, 1)]
    [InlineData(408, 3)]
    [InlineData(409, 1)]
    [InlineData(413, 1)]
    [InlineData(415, 1)]
    [InlineData(422, 1)]
    [InlineData(429, 3)]
    [InlineData(500, 3)]
    [InlineData(501, 1)]
    [InlineData(502, 3)]
    [InlineData(503, 3)]
    [InlineData(504, 3)]
    [InlineData(520, 1)]
    [InlineData(524, 1)]
    public async Task Status_on_a_read_is_an_ApiException_after_its_tries(int status, int tries)
    {
        using LoopbackServer server = new(WireAnswer.Of(status, Body));
        using TestClient client = new(server.BaseUri, retries: 2);
        ApiException exception = await Assert.ThrowsAsync<ApiException>(client.GetAsync);
        Assert.Equal(((HttpStatusCode)status, new ApiErrorBody("0042", "No such thing.", "t-1"), tries), (exception.StatusCode, exception.Body, server.Requests.Length));
        Assert.Equal($"GET /v1/batches/{TestClient.BatchId} was answered with HTTP {status} {(HttpStatusCode)status}: No such thing. Status 0042. TraceId t-1.", exception.Message);
        Assert.NotEmpty(exception.RecommendedAction);
    }

    [Theory]
    [InlineData(400, 1)]
    [InlineData(401, 1)]
    [InlineData(403, 1)]
    [InlineData(404, 1)]
    [InlineData(405, 1)]
    [InlineData(409, 1)]
    [InlineData(413, 1)]
    [InlineData(415, 1)]
    [InlineData(422, 1)]
    [InlineData(429, 3)]
    [InlineData(500, 1)]
    [InlineData(501, 1)]
    [InlineData(503, 1)]
    public async Task Status_on_a_write_is_an_ApiException_after_its_tries(int status, int tries)
    {
        using LoopbackServer server = new(WireAnswer.Of(status, Body));
        using TestClient client = new(server.BaseUri, retries: 2);
        Assert.Equal((HttpStatusCode)status, (await Assert.ThrowsAsync<ApiException>(() => client.UpdateAsync())).StatusCode);
        Assert.Equal(tries, server.Requests.Length);
        Assert.Equal((HttpStatusCode)status, (await Assert.ThrowsAsync<ApiException>(client.RemoveAsync)).StatusCode);
        Assert.Equal(2 * tries, server.Requests.Length);
    }

    [Theory]
    [InlineData(101)]
    [InlineData(408)]
    [InlineData(502)]
    [InlineData(504)]
    [InlineData(520)]
    [InlineData(524)]
    public async Task Gateway_status_on_a_write_is_OutcomeUnknown_after_one_try(int status)
    {
        using LoopbackServer server = new(WireAnswer.Of(status, "<html>Bad gateway</html>", "Retry-After: 0"));
        using TestClient client = new(server.BaseUri);
        OutcomeUnknownException exception = await Assert.ThrowsAsync<OutcomeUnknownException>(() => client.UpdateAsync());
        Assert.Contains($"HTTP {status}", exception.Message, StringComparison.Ordinal);
        Assert.Contains($"Get-RcBatch {TestClient.BatchId}", exception.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Unavailable_with_Retry_After_is_tried_again_on_a_write()
    {
        using LoopbackServer server = new(WireAnswer.Of(503, "", "Retry-After: 0"), WireAnswer.Of(200, TestClient.Batch));
        using TestClient client = new(server.BaseUri);
        Assert.Equal("CREATED", (await client.UpdateAsync()).Status);
        Assert.Equal(2, server.Requests.Length);
        Assert.Contains("Hello", server.Requests[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(304)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Redirect_is_UnexpectedResponse_and_not_followed(int status)
    {
        using LoopbackServer elsewhere = new(WireAnswer.Of(200, TestClient.Batch));
        using LoopbackServer server = new(WireAnswer.Of(status, "", $"Location: {elsewhere.BaseUri}v1/batches/x"));
        using TestClient client = new(server.BaseUri);
        UnexpectedResponseException read = await Assert.ThrowsAsync<UnexpectedResponseException>(client.GetAsync);
        await Assert.ThrowsAsync<UnexpectedResponseException>(() => client.UpdateAsync());
        UnexpectedResponseException removal = await Assert.ThrowsAsync<UnexpectedResponseException>(client.RemoveAsync);
        Assert.Equal((3, 0), (server.Requests.Length, elsewhere.Requests.Length));

        string words = $" /v1/batches/{TestClient.BatchId} was answered with a redirect (HTTP {status}), which is not followed: it could carry the credentials elsewhere.";
        const string Advice = "Check the base URI: give the address that the redirect leads to, if it is RocketCOMS' own.";
        Assert.Equal(("GET" + words, null, Advice), (read.Message, read.Outcome, read.RecommendedAction));
        Assert.Equal(
            ($"DELETE{words} Whether it was carried out is not known.", RcJournalOutcome.Unknown, $"Run 'Get-RcBatch {TestClient.BatchId}': if it is not found, it was removed. Not before that: {Advice}"),
            (removal.Message, removal.Outcome, removal.RecommendedAction));
    }

    [Theory]
    [InlineData("""{"traceID":"t-2"}""", null, null, "t-2")]
    [InlineData("""{"status":12,"message":null}""", "12", null, null)]
    [InlineData("<html><style>x{}</style><body><h1>Bad</h1>request</body></html>", null, "Bad request", null)]
    [InlineData("", null, null, null)]
    [InlineData("[1]", null, "[1]", null)]
    [InlineData("{\"status\":", null, "{\"status\":", null)]
    public async Task Error_body_is_read_as_far_as_it_goes(string body, string? status, string? message, string? traceId)
    {
        using LoopbackServer server = new(WireAnswer.Of(400, body));
        using TestClient client = new(server.BaseUri);
        Assert.Equal(new ApiErrorBody(status, message, traceId), (await Assert.ThrowsAsync<ApiException>(client.GetAsync)).Body);
    }

    [Theory]
    [InlineData("{\"message\":\"\\ud83d\"}")]
    [InlineData("{\"message\":\"Gr{FC}n\"}")]
    public async Task Error_body_with_a_damaged_text_is_still_an_ApiException(string body)
    {
        byte[] bytes = body.Contains("{FC}", StringComparison.Ordinal) ? [.. "{\"message\":\"Gr"u8, 0xFC, .. "n\"}"u8] : System.Text.Encoding.ASCII.GetBytes(body);
        using LoopbackServer server = new(WireAnswer.Of(400, bytes));
        using TestClient client = new(server.BaseUri);
        Assert.Equal(HttpStatusCode.BadRequest, (await Assert.ThrowsAsync<ApiException>(client.GetAsync)).StatusCode);
    }
}
