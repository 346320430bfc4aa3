#if NET8_0_OR_GREATER
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using RocketComs.Core.Http.Streams;
using Handler = System.Net.Http.SocketsHttpHandler;
#else
using Handler = System.Net.Http.HttpClientHandler;
#endif
using System.Net;

namespace RocketComs.Core.Http.Transport;

/// <summary>The connections of one kind of request: those for reads are kept, those for writes are used once.</summary>
internal sealed class HttpConnections : IDisposable
{
    private readonly object _gate = new();
    private readonly Action _closeAll;
    private int _requests;

    /// <param name="options">Where to; no connection is made yet.</param>
    /// <param name="isSingleUse">Whether each connection serves one request only.</param>
    public HttpConnections(ClientOptions options, bool isSingleUse)
    {
        Handler handler = new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,

            // Plain http is for loopback only: it must not go over a proxy.
            UseProxy = !options.BaseUri.IsLoopback,
            Proxy = options.Proxy,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        };
#if NET8_0_OR_GREATER
        if (isSingleUse)
        {
            // 'Connection: close' in a request does not keep .NET from pooling its connection unless the server repeats the word.
            handler.PooledConnectionLifetime = TimeSpan.Zero;
        }

        SocketSet sockets = new(isForWrites: isSingleUse);
        _closeAll = sockets.CloseAll;
        handler.ConnectCallback = sockets.ConnectAsync;
        handler.SslOptions = Tls(options);
        handler.PlaintextStreamFilter = (context, _) => new ValueTask<Stream>(Wrap(context, isSingleUse));
#else
        AskForTls12();

        // HttpClientHandler gives no access to its sockets.
        _closeAll = static () => { };
#endif

        // No time limit here. RequestAttempt has one: for an upload it counts from the last byte of progress.
        Client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public HttpClient Client { get; }

    public void RequestStarted()
    {
        lock (_gate)
        {
            _requests++;
        }
    }

    /// <summary>
    /// Notes that a request has ended. When it was given up and is the last one, every connection is closed: one that was being
    /// made for it would live on for seconds. A connection that was only kept for later is made again when it is needed.
    /// </summary>
    /// <param name="isGivenUp">Whether it was stopped, or took too long.</param>
    public void RequestEnded(bool isGivenUp)
    {
        // Within the lock, so that no request starts while the connections are being closed.
        lock (_gate)
        {
            _requests--;
            if (isGivenUp && _requests == 0)
            {
                _closeAll();
            }
        }
    }

    public void Dispose() => Client.Dispose();

#if NET8_0_OR_GREATER
    // The request that asks a proxy for a tunnel is not ours. The TLS inside the tunnel needs every byte as it comes, and
    // the stream for the request itself is put on top of that.
    private static Stream Wrap(SocketsHttpPlaintextStreamFilterContext context, bool isSingleUse) =>
        context.InitialRequestMessage.Method == HttpMethod.Connect ? context.PlaintextStream
        : isSingleUse ? new WritingStream(context.PlaintextStream)
        : new ReadingStream(context.PlaintextStream);

    private static SslClientAuthenticationOptions Tls(ClientOptions options)
    {
        SslClientAuthenticationOptions tls = new();
        if (options.Roots is { } roots)
        {
            X509ChainPolicy policy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.AddRange(roots);
            tls.CertificateChainPolicy = policy;
        }

        return tls;
    }
#else
    // Windows PowerShell may run with the choice of .NET Framework 4.0, SSL 3.0 and TLS 1.0, with which no connection comes about today. It is a
    // setting of the process: what stands there stays, and what the system or somebody else chose to be newer is not touched.
    private static void AskForTls12()
    {
        const SecurityProtocolType SystemDefault = 0;
        const SecurityProtocolType Tls13 = (SecurityProtocolType)12288;
        SecurityProtocolType chosen = ServicePointManager.SecurityProtocol;
        if (chosen != SystemDefault && (chosen & (SecurityProtocolType.Tls12 | Tls13)) == 0)
        {
            ServicePointManager.SecurityProtocol = chosen | SecurityProtocolType.Tls12;
        }
    }
#endif
}
