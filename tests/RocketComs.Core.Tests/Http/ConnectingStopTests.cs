using System.Net;
using System.Net.Sockets;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>A request that is given up while its connection is being made leaves no connection behind.</summary>
public sealed class ConnectingStopTests : IDisposable
{
    // The promise is a second; .NET by itself takes five.
    private static readonly TimeSpan s_promise = TimeSpan.FromSeconds(3);

    private readonly TcpListener _silent = new(IPAddress.Loopback, 0);

    public ConnectingStopTests() => _silent.Start();

    public void Dispose() => _silent.Dispose();

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Stop_in_the_handshake_closes_the_connection(bool isWrite, bool isProxied)
    {
        int port = ((IPEndPoint)_silent.LocalEndpoint).Port;
        using TunnelServer proxy = new(port, asksForPassword: false);
        using TestClient client = new(
            new Uri(isProxied ? "https://api.rocket.test/" : $"https://127.0.0.1:{port}/"),
            adjust: options => isProxied ? options with { Proxy = new WebProxy(proxy.Address) } : options);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestClient.Stop);
        Task call = isWrite ? client.Batches.RemoveAsync(TestClient.BatchId, null, stop.Token) : client.Batches.GetAsync(TestClient.BatchId, stop.Token);
        using Socket socket = await _silent.AcceptSocketAsync(TestClient.Stop);
        Assert.True(await socket.ReceiveAsync(new byte[4096], TestClient.Stop) > 0);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await EndAsync(socket).WaitAsync(s_promise, TestClient.Stop);
        Assert.False(_silent.Pending());
    }

    [Fact]
    public async Task Read_that_took_too_long_to_connect_closes_its_connection_before_the_next_try()
    {
        using TestClient client = new(new Uri($"https://127.0.0.1:{((IPEndPoint)_silent.LocalEndpoint).Port}/"), retries: 1);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestClient.Stop);
        Task call = client.Batches.GetAsync(TestClient.BatchId, stop.Token);
        using Socket first = await _silent.AcceptSocketAsync(TestClient.Stop);
        client.Clock.Advance(LeapingClock.Limit);
        using Socket second = await _silent.AcceptSocketAsync(TestClient.Stop);
        await EndAsync(first).WaitAsync(s_promise, TestClient.Stop);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await EndAsync(second).WaitAsync(s_promise, TestClient.Stop);
    }

    private static async Task EndAsync(Socket socket)
    {
        byte[] buffer = new byte[4096];
        try
        {
            while (await socket.ReceiveAsync(buffer, TestClient.Stop) > 0)
            {
            }
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionReset)
        {
            // Closed with bytes unread.
        }
    }
}
