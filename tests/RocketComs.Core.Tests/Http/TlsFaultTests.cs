using System.Net;
using System.Net.Sockets;
using RocketComs.Core.Errors;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>Handshakes that fail for another reason than a certificate, and what is said and done about it.</summary>
public sealed class TlsFaultTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private int _connections;

    public void Dispose() => _listener.Dispose();

    [Theory]
    [InlineData("plain http", 1)]
    [InlineData("alert", 1)]
    [InlineData("alert about a certificate", 1)]
    [InlineData("close", 3)]
    [InlineData("reset", 3)]
    public async Task Read_says_that_TLS_could_not_be_set_up_and_is_sent_again_only_where_the_connection_broke(string answer, int tries)
    {
        using TestClient client = Client(answer);
        AssertTls("GET", answer, await Assert.ThrowsAsync<ConnectionFailedException>(client.GetAsync));
        Assert.Equal((tries, tries - 1), (_connections, client.Clock.Delays.Length));
    }

    [Theory]
    [InlineData("plain http")]
    [InlineData("alert")]
    [InlineData("close")]
    [InlineData("reset")]
    public async Task Write_says_that_TLS_could_not_be_set_up_and_is_not_sent_again(string answer)
    {
        using TestClient client = Client(answer);
        AssertTls("PATCH", answer, await Assert.ThrowsAsync<ConnectionFailedException>(() => client.UpdateAsync()));
        Assert.Equal(1, _connections);
    }

    private static void AssertTls(string method, string answer, ConnectionFailedException exception)
    {
#if NETSTANDARD_LAYOUT
        // .NET tells a handshake that was cut off from another cut with a property that netstandard2.0 does not know, .NET Framework with a status.
        if (answer is "close" or "reset")
        {
            Assert.StartsWith($"{method} /v1/batches/{TestClient.BatchId} could not connect: ", exception.Message, StringComparison.Ordinal);
            return;
        }
#endif
        Assert.StartsWith($"{method} /v1/batches/{TestClient.BatchId} was not sent: TLS could not be set up (", exception.Message, StringComparison.Ordinal);
        Assert.Contains("port of the base URI speak https", exception.RecommendedAction, StringComparison.Ordinal);
    }

    private TestClient Client(string answer)
    {
        _listener.Start();
        _ = ServeAsync(answer);
        return new TestClient(new Uri($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/"), retries: 2);
    }

    private async Task ServeAsync(string answer)
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync(TestClient.Stop);
                Interlocked.Increment(ref _connections);
                await client.Client.ReceiveAsync(new byte[16 * 1024], TestClient.Stop);

                // An alert of TLS 1.2: fatal; a version that the server does not know, or a certificate that it misses.
                byte[] bytes = answer switch
                {
                    "plain http" => "HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(),
                    "alert" => [0x15, 3, 3, 0, 2, 2, 70],
                    "alert about a certificate" => [0x15, 3, 3, 0, 2, 2, 42],
                    _ => [],
                };
                await client.GetStream().WriteAsync(bytes, TestClient.Stop);
                client.Client.LingerState = new LingerOption(answer == "reset", 0);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or IOException or OperationCanceledException)
        {
            // The test is over.
        }
    }
}
