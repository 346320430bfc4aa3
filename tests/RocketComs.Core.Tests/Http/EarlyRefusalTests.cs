using System.Net;
using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Tests.Api;
using RocketComs.Core.Tests.Csv;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>A server that refuses an upload before it has read it: where the answer can be read, its status is what counts.</summary>
public sealed class EarlyRefusalTests : IDisposable
{
    private const string Continue = "HTTP/1.1 100 Continue\r\n\r\n";

    // More than the buffers of both ends hold, so that the upload cannot be over when the answer comes.
    private static readonly byte[] s_file = [.. Enumerable.Repeat("2025554444,Hello\n"u8.ToArray(), 1_000_000).SelectMany(row => row)];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(401, "closes")]
    [InlineData(413, "closes")]
    [InlineData(404, "says continue and closes")]
    [InlineData(401, "stays")]
    [InlineData(413, "says continue and stays")]
    [InlineData(422, "stays")]
    public async Task Refusal_before_the_body_is_read_is_that_refusal(int status, string then)
    {
        const string Body = """{"status":"0042","message":"No","traceId":"t-1"}""";
        string bytes = $"{(then.StartsWith("says", StringComparison.Ordinal) ? Continue : string.Empty)}HTTP/1.1 {status} X\r\nContent-Length: {Body.Length}\r\n\r\n{Body}";
        WireAnswer answer = WireAnswer.Raw(bytes) with { Closes = then.EndsWith("closes", StringComparison.Ordinal), Hangs = then.EndsWith("stays", StringComparison.Ordinal) };
        using LoopbackServer server = new(answer) { Early = _ => answer };
        using TestClient client = new(server.BaseUri);
        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => client.UpdateAsync(Draft()));
        Assert.Equal(((HttpStatusCode)status, new ApiErrorBody("0042", "No", "t-1")), (exception.StatusCode, exception.Body));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Busy_server_that_does_not_read_the_body_is_asked_again_and_gets_all_of_it()
    {
        int uploads = 0;
        using LoopbackServer server = new(WireAnswer.Of(200, TestClient.Batch))
        {
            Early = _ => ++uploads == 1 ? WireAnswer.Of(429, "", "Retry-After: 3") with { Closes = true } : null,
        };
        using TestClient client = new(server.BaseUri);
        Assert.Equal(TestClient.BatchId, (await client.UpdateAsync(Draft())).Id);
        Assert.Equal([3.0], client.Clock.Delays);
        Assert.Equal(2, server.Requests.Length);
        Assert.True(s_file.AsSpan().SequenceEqual(Multipart.OnlyPart(server.Requests[1])));
    }

    private BatchDraft Draft() => new() { File = new FileSource(_folder.Write("plan.csv", s_file)) };
}
