using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace RocketComs.Core.Tests.Http;

/// <summary>A request as its bytes arrived.</summary>
internal sealed record WireRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public string Header(string name) => Headers.TryGetValue(name, out string? value) ? value : string.Empty;
}

/// <summary>What the server does about a request.</summary>
internal sealed record WireAnswer(byte[] Bytes, bool Closes = false, bool Hangs = false, bool Resets = false, Task? After = null, int? TunnelsTo = null)
{
    /// <summary>The connection is reset without a byte.</summary>
    public static WireAnswer Reset { get; } = new([], Resets: true);

    /// <summary>The connection is closed without a byte.</summary>
    public static WireAnswer Drop { get; } = new([], Closes: true);

    /// <summary>Nothing ever comes.</summary>
    public static WireAnswer Hang { get; } = new([], Hangs: true);

    /// <summary>From here on bytes go to a port of this machine and back, as through a proxy.</summary>
    public static WireAnswer Tunnel(int port) => new(Encoding.ASCII.GetBytes("HTTP/1.1 200 Connection established\r\n\r\n"), TunnelsTo: port);

    public static WireAnswer Of(int status, string body = "", params string[] headers) => Of(status, Encoding.UTF8.GetBytes(body), headers);

    public static WireAnswer Of(int status, byte[] body, params string[] headers) => new(
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status} X\r\nContent-Length: {body.Length}\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n"), .. body]);

    public static WireAnswer Raw(string bytes) => new(Encoding.ASCII.GetBytes(bytes), Closes: true);

    /// <summary>Some bytes, and then a reset.</summary>
    public static WireAnswer RawReset(string bytes) => new(Encoding.ASCII.GetBytes(bytes), Resets: true);
}

/// <summary>A server on raw sockets: it can drop connections, hang, or send anything.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<WireRequest> _requests = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly SemaphoreSlim _gone = new(0);
    private readonly Func<WireRequest, WireAnswer> _answer;
    private int _connections;

    public LoopbackServer(Func<WireRequest, WireAnswer> answer)
    {
        _answer = answer;
        _listener.Start();
        BaseUri = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _ = AcceptAsync();
    }

    /// <summary>Answers in turn; the last answer serves for all that follow.</summary>
    public LoopbackServer(params WireAnswer[] answers)
        : this(InTurn(answers))
    {
    }

    public Uri BaseUri { get; }

    public WireRequest[] Requests => [.. _requests];

    /// <summary>Gets how many connections were made.</summary>
    public int Connections => _connections;

    /// <summary>Gets what to do about a request as soon as its head is there, its body left unread; <see langword="null"/> to read on.</summary>
    public Func<WireRequest, WireAnswer?> Early { get; init; } = _ => null;

    /// <summary>Gets what is written as soon as the head of a request is there, before its body is read.</summary>
    public Func<WireRequest, byte[]> Foretold { get; init; } = _ => [];

    /// <summary>Gets whether a connection stays open also after a request that asks to close it.</summary>
    public bool KeepsConnections { get; init; }

    /// <summary>Gets the certificate for TLS; <see langword="null"/> for plain http.</summary>
    public X509Certificate2? Certificate { get; init; }

#if NETSTANDARD_LAYOUT
    // HttpClientHandler on .NET keeps the connection of a request with 'Connection: close' unless the server repeats the word. On
    // .NET Framework, which the netstandard2.0 build is for, it closes it whatever the server says.
    private static bool SaysClose => true;
#else
    private static bool SaysClose => false;
#endif

    /// <summary>Waits until one more request has arrived whole.</summary>
    public Task ArrivalAsync() => _arrived.WaitAsync(_stop.Token);

    /// <summary>Waits until the server has closed one more connection.</summary>
    public Task GoneAsync() => _gone.WaitAsync(_stop.Token);

    /// <summary>An address where nobody listens.</summary>
    public static Uri Refusing()
    {
        using LoopbackServer server = new(WireAnswer.Drop);
        return server.BaseUri;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        _arrived.Dispose();
        _gone.Dispose();
        _stop.Dispose();
    }

    private static Func<WireRequest, WireAnswer> InTurn(WireAnswer[] answers)
    {
        int next = -1;
        return _ => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)];
    }

    private async Task AcceptAsync()
    {
        CancellationToken stop = _stop.Token;
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(stop);
                Interlocked.Increment(ref _connections);
                _ = ServeAsync(client, stop);
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
                using Stream stream = await StreamAsync(client, stop);
                while (await ReadHeadAsync(stream, stop) is { } request)
                {
                    await stream.WriteAsync(Foretold(request), stop);
                    WireAnswer? early = Early(request);
                    request = early is null ? await ReadBodyAsync(stream, request, stop) : request;
                    _requests.Enqueue(request);
                    WireAnswer answer = early ?? _answer(request);
                    _arrived.Release();
                    await (answer.After?.WaitAsync(stop) ?? Task.CompletedTask);
                    await stream.WriteAsync(SaysClose && AsksToClose(request) ? WithClose(answer.Bytes) : answer.Bytes, stop);
                    if (answer.Resets)
                    {
                        client.Client.LingerState = new LingerOption(true, 0);
                        return;
                    }

                    if (answer.TunnelsTo is { } port)
                    {
                        await TunnelAsync(stream, port, stop);
                        return;
                    }

                    await (answer.Hangs ? Task.Delay(Timeout.Infinite, stop) : Task.CompletedTask);
                    if (answer.Closes || AsksToClose(request))
                    {
                        return;
                    }
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or ObjectDisposedException or AuthenticationException)
        {
            // The client or the test has gone.
        }
        finally
        {
            _gone.Release();
        }
    }

    private static async Task TunnelAsync(Stream near, int port, CancellationToken stop)
    {
        using TcpClient origin = new();
        await origin.ConnectAsync(IPAddress.Loopback, port, stop);
        NetworkStream far = origin.GetStream();
        await Task.WhenAny(near.CopyToAsync(far, stop), far.CopyToAsync(near, stop));
    }

    private bool AsksToClose(WireRequest request) => !KeepsConnections && request.Header("Connection") == "close";

    private static byte[] WithClose(byte[] bytes)
    {
        int end = bytes.AsSpan().StartsWith("HTTP/"u8) ? bytes.AsSpan().IndexOf("\r\n"u8) + 2 : 0;
        return end < 2 ? bytes : [.. bytes.AsSpan(0, end), .. "Connection: close\r\n"u8, .. bytes.AsSpan(end)];
    }

    private async Task<Stream> StreamAsync(TcpClient client, CancellationToken stop)
    {
        if (Certificate is null)
        {
            return client.GetStream();
        }

        SslStream stream = new(client.GetStream());
        await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate }, stop);
        return stream;
    }

    private static async Task<WireRequest?> ReadHeadAsync(Stream stream, CancellationToken stop)
    {
        List<byte> head = [];
        byte[] one = new byte[1];
        while (head.Count < 4 || !head[^4..].SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            if (await stream.ReadAsync(one, stop) == 0)
            {
                return null;
            }

            head.Add(one[0]);
        }

        string[] lines = Encoding.ASCII.GetString([.. head]).TrimEnd().Split("\r\n");
        Dictionary<string, string> headers = lines.Skip(1).ToDictionary(line => line[..line.IndexOf(':')], line => line[(line.IndexOf(':') + 1)..].Trim(), StringComparer.OrdinalIgnoreCase);
        string[] start = lines[0].Split(' ');
        return new WireRequest(start[0], start[1], headers, []);
    }

    private static async Task<WireRequest> ReadBodyAsync(Stream stream, WireRequest request, CancellationToken stop)
    {
        string length = request.Header("Content-Length");
        byte[] body = new byte[length.Length == 0 ? 0 : int.Parse(length, System.Globalization.CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, stop);
        return request with { Body = body };
    }
}
