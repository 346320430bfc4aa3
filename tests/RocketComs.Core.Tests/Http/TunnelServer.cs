using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RocketComs.Core.Tests.Http;

/// <summary>A proxy that tunnels whatever it is asked for to one port of this machine.</summary>
internal sealed class TunnelServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _heads = new();
    private readonly int _port;
    private readonly bool _asksForPassword;

    public TunnelServer(int port, bool asksForPassword)
    {
        _port = port;
        _asksForPassword = asksForPassword;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _ = AcceptAsync(_stop.Token);
    }

    public Uri Address { get; }

    /// <summary>Gets the request lines, each with whether a password came along.</summary>
    public string[] Heads => [.. _heads];

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(stop), stop);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken stop)
    {
        try
        {
            using (client)
            {
                using TcpClient origin = new();
                NetworkStream near = client.GetStream();
                if (!await OpenAsync(near, stop))
                {
                    return;
                }

                await origin.ConnectAsync(IPAddress.Loopback, _port, stop);
                NetworkStream far = origin.GetStream();
                await near.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), stop);
                await Task.WhenAny(near.CopyToAsync(far, stop), far.CopyToAsync(near, stop));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // One end or the test has gone.
        }
    }

    private async Task<bool> OpenAsync(NetworkStream stream, CancellationToken stop)
    {
        while (true)
        {
            StringBuilder head = new();
            byte[] one = new byte[1];
            while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
            {
                if (await stream.ReadAsync(one, stop) == 0)
                {
                    return false;
                }

                head.Append((char)one[0]);
            }

            bool hasPassword = head.ToString().Contains("Proxy-Authorization: Basic ", StringComparison.Ordinal);
            _heads.Enqueue(head.ToString().Split("\r\n")[0] + (hasPassword ? " with a password" : string.Empty));
            if (!_asksForPassword || hasPassword)
            {
                return true;
            }

            await stream.WriteAsync("HTTP/1.1 407 X\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), stop);
        }
    }
}
