using System.Net;
using System.Net.Sockets;
using RocketComs.Core.Errors;
using RocketComs.Core.Sending;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>A write that ends before its first byte has gone was not made, however it ends; the platform cannot have seen it.</summary>
public sealed class FirstByteTests : IDisposable
{
    private readonly TcpListener _silent = new(IPAddress.Loopback, 0);

    public FirstByteTests() => _silent.Start();

    private string Address => $"127.0.0.1:{((IPEndPoint)_silent.LocalEndpoint).Port}/";

    public void Dispose() => _silent.Dispose();

    [Theory]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task Nobody_there_is_a_failed_connection(string method)
    {
        _silent.Stop();
        using TestClient client = new(new Uri("http://" + Address), retries: 0);
        ConnectionFailedException failed = await Assert.ThrowsAsync<ConnectionFailedException>(() => WriteAsync(client, method, null, TestClient.Stop));
        Assert.EndsWith("nothing was changed.", failed.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal((RcJournalOutcome.Refused, "not sent"), WriteEnding.Of(failed));
    }

    [Theory]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public async Task Handshake_that_nobody_answers_runs_out_of_time(string method)
    {
        using TestClient client = new(new Uri("https://" + Address), retries: 0);
        bool isSent = false;
        Task write = WriteAsync(client, method, (_, _) => isSent = true, TestClient.Stop);
        using Socket socket = await HandshakeAsync();
        client.Clock.Advance(LeapingClock.Limit);
        RequestTimeoutException timeout = await Assert.ThrowsAsync<RequestTimeoutException>(() => write);
        Assert.Equal((RcJournalOutcome.Refused, "not sent"), WriteEnding.Of(timeout));
        Assert.False(isSent);
    }

    [Fact]
    public async Task Handshake_in_which_the_user_stops_or_the_connection_is_closed_is_no_unknown_outcome()
    {
        using TestClient client = new(new Uri("https://" + Address), retries: 0);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestClient.Stop);
        bool isSent = false;
        Task write = WriteAsync(client, "PATCH", (_, _) => isSent = true, stop.Token);
        using Socket socket = await HandshakeAsync();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);

        Task other = WriteAsync(client, "PATCH", (_, _) => isSent = true, TestClient.Stop);
        using Socket second = await HandshakeAsync();
        client.Dispose();
        await Assert.ThrowsAsync<ConnectionClosedException>(() => other);
        Assert.False(isSent);
    }

    // Until the first bytes of the handshake are there, so that the connection has been made.
    private async Task<Socket> HandshakeAsync()
    {
        Socket socket = await _silent.AcceptSocketAsync(TestClient.Stop);
        Assert.True(await socket.ReceiveAsync(new byte[16], TestClient.Stop) > 0);
        return socket;
    }

    private static Task WriteAsync(TestClient client, string method, Action<long, long?>? sent, CancellationToken stop) => method == "DELETE"
        ? client.Batches.RemoveAsync(TestClient.BatchId, sent, stop)
        : client.Batches.UpdateAsync(TestClient.BatchId, TestClient.Text(), sent, stop);
}
