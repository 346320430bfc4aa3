using System.IO.Compression;
using System.Text;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Authorization;
using RocketComs.Core.Http.Transport;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>No answer, however long, is read whole into memory.</summary>
public class AnswerBodyTests
{
    private const long Gigabyte = 1L << 30;

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(302)]
    public async Task Endless_body_of_a_refusal_is_read_only_as_far_as_it_is_shown(int status)
    {
        // The server promises a gigabyte and sends 70 KB of it: whoever waited for more would wait for ever.
        string body = "Sorry, " + new string('x', 70_000);
        using LoopbackServer server = new(new WireAnswer(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} X\r\nContent-Length: {Gigabyte}\r\n\r\n{body}"), Hangs: true));
        using TestClient client = new(server.BaseUri);
        RocketComsException exception = await Assert.ThrowsAnyAsync<RocketComsException>(client.GetAsync);
        Assert.Equal(status == 302 ? typeof(UnexpectedResponseException) : typeof(ApiException), exception.GetType());
        Assert.InRange(exception.Message.Length, 1, 400);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Success_above_the_limit_is_UnexpectedResponse_and_is_not_read_on()
    {
        using LoopbackServer server = new(new WireAnswer(
            [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {Gigabyte}\r\n\r\n"), .. Enumerable.Repeat((byte)' ', 3 * 1024 * 1024)], Hangs: true));
        using RocketComsTransport transport = Limited(server.BaseUri);
        BatchesClient batches = new(transport, RcParameterPlacement.Query);
        UnexpectedResponseException read = await Assert.ThrowsAsync<UnexpectedResponseException>(() => batches.GetAsync(TestClient.BatchId, TestClient.Stop));
        Assert.Equal($"The answer to GET /v1/batches/{TestClient.BatchId} is not what RocketCOMS documents: it is longer than 2 MB.", read.Message);
        UnexpectedResponseException write = await Assert.ThrowsAsync<UnexpectedResponseException>(() => batches.UpdateAsync(TestClient.BatchId, TestClient.Text(), null, TestClient.Stop));
        Assert.Contains($"Get-RcBatch {TestClient.BatchId}", write.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Length);
    }

    [Fact]
    public async Task Limit_counts_unpacked_bytes()
    {
        using MemoryStream packed = new();
        await using (GZipStream gzip = new(packed, CompressionLevel.Fastest))
        {
            await gzip.WriteAsync(new byte[3 * 1024 * 1024], TestClient.Stop);
        }

        using LoopbackServer server = new(WireAnswer.Of(200, packed.ToArray(), "Content-Encoding: gzip"));
        using RocketComsTransport transport = Limited(server.BaseUri);
        await Assert.ThrowsAsync<UnexpectedResponseException>(() => new BatchesClient(transport, RcParameterPlacement.Query).GetAsync(TestClient.BatchId, TestClient.Stop));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    public async Task Body_that_cannot_be_unpacked_is_no_bare_exception(int status)
    {
        using LoopbackServer server = new(WireAnswer.Of(status, "this is not gzip at all", "Content-Encoding: gzip"));
        using TestClient client = new(server.BaseUri);
        foreach (Func<Task> call in (Func<Task>[])[client.GetAsync, () => client.UpdateAsync()])
        {
            RocketComsException exception = await Assert.ThrowsAnyAsync<RocketComsException>(call);
            Assert.Equal(status == 200 ? typeof(UnexpectedResponseException) : typeof(ApiException), exception.GetType());
        }

        Assert.Equal(2, server.Requests.Length);
    }

    [Fact]
    public async Task Packed_answer_is_unpacked()
    {
        using MemoryStream packed = new();
        await using (GZipStream gzip = new(packed, CompressionLevel.Fastest))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(TestClient.Batch), TestClient.Stop);
        }

        using LoopbackServer server = new(WireAnswer.Of(200, packed.ToArray(), "Content-Encoding: gzip"));
        using TestClient client = new(server.BaseUri);
        Assert.Equal(TestClient.BatchId, (await client.GetAsync()).Id);
        Assert.Equal("gzip, deflate", server.Requests[0].Header("Accept-Encoding"));
    }

    private static RocketComsTransport Limited(Uri baseUri) => new(
        new ClientOptions(baseUri) { Clock = new LeapingClock(), Timeout = LeapingClock.Limit, MaximumAnswerLength = 2 * 1024 * 1024 }, HeaderAuthorization.AccessToken("t0ken"));
}
