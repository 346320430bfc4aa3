using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RocketComs.PowerShell.Tests.Harness;

/// <summary>A platform that answers as no sandbox would: with whatever a test has written down.</summary>
internal sealed class CannedServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<string, (int Status, string Body)> _answer;

    /// <summary>Starts the server.</summary>
    /// <param name="answer">Makes the answer to a method.</param>
    public CannedServer(Func<string, (int Status, string Body)> answer)
    {
        _answer = answer;
        BaseUri = new Uri($"http://127.0.0.1:{FreePort()}/");
        _listener.Prefixes.Add(BaseUri.ToString());
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Gets the address.</summary>
    public Uri BaseUri { get; }

    /// <summary>Gets the <c>Retry-After</c> of every answer: 0, so that nobody waits.</summary>
    public string? RetryAfter { get; init; }

    /// <inheritdoc/>
    public void Dispose() => _listener.Close();

    private static int FreePort()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (_listener.IsListening)
            {
                HttpListenerContext context = await _listener.GetContextAsync().ConfigureAwait(false);
                await context.Request.InputStream.CopyToAsync(System.IO.Stream.Null).ConfigureAwait(false);
                (int status, string body) = _answer(context.Request.HttpMethod);
                byte[] bytes = Encoding.UTF8.GetBytes(body);
                context.Response.StatusCode = status;
                context.Response.ContentType = "application/json";
                if (RetryAfter is not null)
                {
                    context.Response.Headers["Retry-After"] = RetryAfter;
                }

                await context.Response.OutputStream.WriteAsync(bytes).ConfigureAwait(false);
                context.Response.Close();
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
