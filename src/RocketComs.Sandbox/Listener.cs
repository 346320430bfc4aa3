using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace RocketComs.Sandbox;

/// <summary>Accepts connections on loopback and carries requests in and answers out.</summary>
internal sealed class Listener : IDisposable
{
    private const int MaxAttempts = 20;

    private readonly HttpListener _http;
    private readonly Func<IncomingRequest, Answer> _serve;
    private readonly CancellationTokenSource _stop = new();
    private int _stopped;

    private Listener(HttpListener http, Uri baseUri, Func<IncomingRequest, Answer> serve)
    {
        _http = http;
        _serve = serve;
        BaseUri = baseUri;
    }

    public Uri BaseUri { get; }

    public bool IsRunning => Volatile.Read(ref _stopped) == 0;

    /// <summary>Starts listening. <paramref name="serve"/> must answer whatever comes, and is called on many threads at once.</summary>
    public static Listener Start(int port, Func<IncomingRequest, Answer> serve)
    {
        for (int attempt = 1; ; attempt++)
        {
            Uri address = new($"http://127.0.0.1:{(port == 0 ? FreePort() : port)}/");
            HttpListener http = new();
            http.Prefixes.Add(address.AbsoluteUri);
            try
            {
                http.Start();
            }
            catch (Exception fault) when (port == 0 && attempt < MaxAttempts && fault is HttpListenerException or SocketException)
            {
                // Somebody took the port between the probing and the listening.
                http.Close();
                continue;
            }

            Listener listener = new(http, address, serve);
            _ = Task.Run(listener.AcceptAsync);
            return listener;
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _stopped, 1) != 0)
        {
            return;
        }

        // The source itself is not disposed: requests in flight still look at its token.
        _stop.Cancel();
        _http.Abort();
    }

    private static int FreePort()
    {
        TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        try
        {
            return ((IPEndPoint)probe.LocalEndpoint).Port;
        }
        finally
        {
            probe.Stop();
        }
    }

    private async Task AcceptAsync()
    {
        while (IsRunning)
        {
            HttpListenerContext context;
            try
            {
                context = await _http.GetContextAsync().ConfigureAwait(false);

                // What HttpListener writes when it is aborted before the answer: its own default is 200.
                context.Response.StatusCode = (int)HttpStatusCode.ServiceUnavailable;
            }
            catch (Exception) when (!IsRunning || !_http.IsListening)
            {
                return;
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
            {
                // One connection went wrong before it became a request; the next one may be good.
                continue;
            }

            _ = Task.Run(() => HandleAsync(context));
        }
    }

    private async Task HandleAsync(HttpListenerContext context)
    {
        try
        {
            IncomingRequest incoming = await RequestReader.ReadAsync(context.Request, _stop.Token).ConfigureAwait(false);
            await WriteAsync(context, _serve(incoming)).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The client has gone or the sandbox is being stopped: nobody is there to be answered. (What goes wrong
            // in the serving has become an answer by now.)
            context.Response.Abort();
        }
    }

    private async Task WriteAsync(HttpListenerContext context, Answer answer)
    {
        HttpListenerResponse response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.ContentLength64 = answer.Body.Length;
        if (answer.Allow is not null)
        {
            response.AddHeader("Allow", answer.Allow);
        }

        if (context.Request.HttpMethod != "HEAD")
        {
            const int DefaultCopyBuffer = 81920;
            using MemoryStream body = new(answer.Body, writable: false);
            await body.CopyToAsync(response.OutputStream, DefaultCopyBuffer, _stop.Token).ConfigureAwait(false);
        }

        response.Close();
    }
}
