using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using RocketComs.Core.Errors;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>A server with a certificate that nobody vouches for sees no byte of a request.</summary>
public sealed class CertificateTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate = TestCertificate.Create("localhost");
    private int _handshakes;
    private int _bytes;

    public CertificateTests()
    {
        _listener.Start();
        _ = ServeAsync();
    }

    public void Dispose()
    {
        _listener.Stop();
        _certificate.Dispose();
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task Certificate_that_is_not_trusted_is_ConnectionFailed_without_a_retry_or_a_byte(string host)
    {
        using TestClient client = new(new Uri($"https://{host}:{((IPEndPoint)_listener.LocalEndpoint).Port}/"));
        foreach (Func<Task> call in (Func<Task>[])[client.GetAsync, () => client.UpdateAsync(), client.RemoveAsync])
        {
            ConnectionFailedException exception = await Assert.ThrowsAsync<ConnectionFailedException>(call);
            Assert.Contains("was not sent: the server's certificate cannot be trusted (", exception.Message, StringComparison.Ordinal);
            Assert.Contains("certificate", exception.RecommendedAction, StringComparison.Ordinal);
        }

        Assert.Equal((3, 0), (_handshakes, _bytes));
        Assert.Empty(client.Clock.Delays);
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync();
                Interlocked.Increment(ref _handshakes);
                await ReadAsync(client);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ReadAsync(TcpClient client)
    {
        try
        {
            using SslStream stream = new(client.GetStream());
            await stream.AuthenticateAsServerAsync(_certificate);
            Interlocked.Add(ref _bytes, await stream.ReadAsync(new byte[1000]));
        }
        catch (Exception exception) when (exception is IOException or AuthenticationException)
        {
            // That is what it should do.
        }
    }
}
