namespace RocketComs.Core.Tests.Http;

/// <summary>A proxy that tunnels whatever it is asked for to one port of this machine.</summary>
internal sealed class TunnelServer(int port, bool asksForPassword) : IDisposable
{
    private readonly LoopbackServer _server = new(request => asksForPassword && !HasPassword(request)
        ? WireAnswer.Of(407, string.Empty, "Proxy-Authenticate: Basic realm=\"x\"")
        : WireAnswer.Tunnel(port));

    public Uri Address => _server.BaseUri;

    /// <summary>What was asked for, each with whether a password came along.</summary>
    public string[] Asked => [.. _server.Requests.Select(request => $"{request.Method} {request.Target}{(HasPassword(request) ? " with a password" : string.Empty)}")];

    public void Dispose() => _server.Dispose();

    private static bool HasPassword(WireRequest request) => request.Header("Proxy-Authorization").StartsWith("Basic ", StringComparison.Ordinal);
}
