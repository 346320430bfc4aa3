using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using RocketComs.Core.Errors;
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

    [Fact]
    public async Task Retry_After_as_a_date_is_waited_for()
    {
        using LoopbackServer server = new(WireAnswer.Of(503, "", "Retry-After: Fri, 15 Jan 2027 12:00:09 GMT"), WireAnswer.Of(200, TestClient.Batch));
        using TestClient client = new(server.BaseUri);
        await client.GetAsync();
        Assert.Equal([9.0], client.Clock.Delays);
    }

    [Fact]
    public async Task Retry_After_in_the_past_does_not_wait()
    {
        using LoopbackServer server = new(WireAnswer.Of(429, "", "Retry-After: Fri, 15 Jan 2027 11:00:00 GMT"), WireAnswer.Of(200, TestClient.Batch));
        using TestClient client = new(server.BaseUri);
        await client.GetAsync();
        Assert.Empty(client.Clock.Delays);
    }

    [Fact]
    public async Task Retry_After_at_the_ceiling_is_waited_for()
    {
        using LoopbackServer server = new(WireAnswer.Of(429, "", "Retry-After: 120"), WireAnswer.Of(200, TestClient.Batch));
        using TestClient client = new(server.BaseUri);
        await client.GetAsync();
        Assert.Equal([120.0], client.Clock.Delays);
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
    public async Task No_retries_means_one_try()
    {
        using LoopbackServer server = new(WireAnswer.Of(500));
        using TestClient client = new(server.BaseUri, retries: 0);
        await Assert.ThrowsAsync<ApiException>(client.GetAsync);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Dropped_reads_are_tried_again_and_then_ConnectionFailed()
    {
        using LoopbackServer server = new(WireAnswer.Drop);
        using TestClient client = new(server.BaseUri, retries: 2);
        ConnectionFailedException exception = await Assert.ThrowsAsync<ConnectionFailedException>(client.GetAsync);
        Assert.StartsWith($"GET /v1/batches/{TestClient.BatchId} found no connection", exception.Message, StringComparison.Ordinal);

        // HttpClient resends a dropped request without a body by itself, so requests are not the tries.
        Assert.Equal(2, client.Clock.Delays.Length);
    }

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
