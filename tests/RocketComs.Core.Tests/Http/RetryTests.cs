using System.Net;
using System.Net.Sockets;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using Xunit;

namespace RocketComs.Core.Tests.Http;

public class RetryTests
{
    [Fact]
    public async Task Read_recovers_after_two_failures()
    {
        using LoopbackServer server = new(WireAnswer.Of(503, "", "Retry-After: 0"), WireAnswer.Of(500), WireAnswer.Of(200, TestClient.Batch));
        using TestClient client = new(server.BaseUri);
        Assert.Equal(TestClient.BatchId, (await client.GetAsync()).Id);
        Assert.Equal((3, 1), (server.Requests.Length, client.Clock.Delays.Length));
    }

    [Fact]
    public async Task Retry_After_in_seconds_is_waited_for_exactly()
    {
        using LoopbackServer server = new(WireAnswer.Of(429, "", "Retry-After: 7"), WireAnswer.Of(200, TestClient.Batch));
        using TestClient client = new(server.BaseUri);
        await client.UpdateAsync();
        Assert.Equal([7.0], client.Clock.Delays);
        Assert.Equal(2, server.Requests.Length);
    }

    [Theory]
    [InlineData("Fri, 15 Jan 2027 12:00:09 GMT", 9.0)]
    [InlineData("Fri, 15 Jan 2027 12:02:00 GMT", 120.0)]
    [InlineData("Friday, 15-Jan-27 12:00:09 GMT", 9.0)]
    [InlineData("120", 120.0)]
    [InlineData("0", null)]
    [InlineData("-5", null)]
    [InlineData("-99999999999999999999", null)]
    [InlineData("Fri, 15 Jan 2027 11:00:00 GMT", null)]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT", null)]
    public async Task Retry_After_is_waited_for_to_the_ceiling_on_reads_and_writes(string header, double? delay)
    {
        foreach (int status in (int[])[429, 503])
        {
            using LoopbackServer busy = new(WireAnswer.Of(status, "", "Retry-After: " + header), WireAnswer.Of(200, TestClient.Batch));
            using TestClient read = new(busy.BaseUri);
            await read.GetAsync();
            using LoopbackServer busyAgain = new(WireAnswer.Of(status, "", "Retry-After: " + header), WireAnswer.Of(200, TestClient.Batch));
            using TestClient write = new(busyAgain.BaseUri);
            await write.UpdateAsync();
            double[] expected = delay is { } seconds ? [seconds] : [];
            Assert.Equal(expected, read.Clock.Delays);
            Assert.Equal(expected, write.Clock.Delays);
            Assert.Equal((2, 2), (busy.Requests.Length, busyAgain.Requests.Length));
        }
    }

    [Theory]
    [InlineData("121")]
    [InlineData("2147483647")]
    [InlineData("2147483648")]
    [InlineData("10000000000")]
    [InlineData("99999999999999999999999")]
    [InlineData("Fri, 15 Jan 2027 12:02:01 GMT")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task Retry_After_above_the_ceiling_is_not_waited_for_on_reads_and_writes(string header)
    {
        foreach (int status in (int[])[429, 503])
        {
            using LoopbackServer server = new(WireAnswer.Of(status, "", "Retry-After: " + header));
            using TestClient client = new(server.BaseUri);
            ApiException read = await Assert.ThrowsAsync<ApiException>(client.GetAsync);
            ApiException write = await Assert.ThrowsAsync<ApiException>(() => client.UpdateAsync());
            Assert.Equal((status, status), ((int)read.StatusCode, (int)write.StatusCode));
            Assert.True(read.RetryAfter > TimeSpan.FromSeconds(120));
            Assert.Empty(client.Clock.Delays);
            Assert.Equal(2, server.Requests.Length);
        }
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("1.5")]
    [InlineData("-")]
    public async Task Retry_After_that_says_nothing_is_as_none(string header)
    {
        using LoopbackServer server = new(WireAnswer.Of(503, "", "Retry-After: " + header));
        using TestClient client = new(server.BaseUri, retries: 1);
        Assert.Null((await Assert.ThrowsAsync<ApiException>(client.GetAsync)).RetryAfter);
        await Assert.ThrowsAsync<ApiException>(() => client.UpdateAsync());
        Assert.Equal((3, 1), (server.Requests.Length, client.Clock.Delays.Length));
    }

    [Fact]
    public async Task Retry_After_above_the_ceiling_is_reported_without_waiting()
    {
        using LoopbackServer server = new(WireAnswer.Of(429, "", "Retry-After: 121"));
        using TestClient client = new(server.BaseUri);
        ApiException exception = await Assert.ThrowsAsync<ApiException>(client.GetAsync);
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(121)), (exception.StatusCode, exception.RetryAfter));
        Assert.Contains("2027-01-15 12:02:01 UTC", exception.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(client.Clock.Delays);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Waits_grow_and_are_as_many_as_the_retries()
    {
        using LoopbackServer server = new(WireAnswer.Of(500));
        using TestClient client = new(server.BaseUri);
        await Assert.ThrowsAsync<ApiException>(client.GetAsync);
        Assert.Equal((5, 4), (server.Requests.Length, client.Clock.Delays.Length));
        Assert.Equal(client.Clock.Delays.Order(), client.Clock.Delays);
        Assert.All(client.Clock.Delays, delay => Assert.InRange(delay, 0.1, 30));
    }

    [Fact]
    public async Task Two_clients_that_failed_at_once_do_not_come_back_at_once()
    {
        using LoopbackServer server = new(WireAnswer.Of(500));
        using TestClient one = new(server.BaseUri, adjust: options => options with { Randomizer = () => 0.1 });
        using TestClient other = new(server.BaseUri, adjust: options => options with { Randomizer = () => 0.9 });
        await Assert.ThrowsAsync<ApiException>(one.GetAsync);
        await Assert.ThrowsAsync<ApiException>(other.GetAsync);
        Assert.All(one.Clock.Delays.Zip(other.Clock.Delays), delays => Assert.NotEqual(delays.First, delays.Second));
    }

    [Fact]
    public async Task Every_pause_is_told_before_it_begins()
    {
        using LoopbackServer server = new(WireAnswer.Of(503, "", "Retry-After: 7"), WireAnswer.Of(200, TestClient.Batch));
        using TestClient client = new(server.BaseUri);
        System.Collections.Concurrent.ConcurrentQueue<(int?, double?)> traces = new();
        ListeningTransport transport = new(client.Transport, trace => traces.Enqueue(((int?)trace.StatusCode, trace.RetryAfter?.TotalSeconds)));
        await new BatchesClient(transport, RcParameterPlacement.Query).GetAsync(TestClient.BatchId, TestClient.Stop);
        Assert.Equal([(503, null), (503, 7.0), (200, null)], traces);
    }

    [Fact]
    public async Task No_retries_means_one_try()
    {
        using LoopbackServer server = new(WireAnswer.Of(500));
        using TestClient client = new(server.BaseUri, retries: 0);
        await Assert.ThrowsAsync<ApiException>(client.GetAsync);
        Assert.Single(server.Requests);
    }

#if !NETSTANDARD_LAYOUT
    // HttpClient itself reads again, unseen, where it does not run over the streams of the net8.0 build.
    [Fact]
    public async Task Dropped_reads_are_tried_again_and_then_ConnectionFailed()
    {
        using LoopbackServer server = new(WireAnswer.Drop);
        using TestClient client = new(server.BaseUri, retries: 2);
        ConnectionFailedException exception = await Assert.ThrowsAsync<ConnectionFailedException>(client.GetAsync);
        Assert.StartsWith($"GET /v1/batches/{TestClient.BatchId} could not connect", exception.Message, StringComparison.Ordinal);
        Assert.Equal((3, 2), (server.Requests.Length, client.Clock.Delays.Length));
    }
#endif

    [Fact]
    public async Task Refused_connection_is_tried_again_for_reads_and_writes_and_then_ConnectionFailed()
    {
        using TestClient client = new(LoopbackServer.Refusing(), retries: 2);
        ConnectionFailedException exception = await Assert.ThrowsAsync<ConnectionFailedException>(client.GetAsync);
        Assert.Equal(SocketError.ConnectionRefused, Assert.IsType<SocketException>(exception.GetBaseException()).SocketErrorCode);
        await Assert.ThrowsAsync<ConnectionFailedException>(() => client.UpdateAsync());
        await Assert.ThrowsAsync<ConnectionFailedException>(client.RemoveAsync);
        Assert.Equal(6, client.Clock.Delays.Length);
    }
}
