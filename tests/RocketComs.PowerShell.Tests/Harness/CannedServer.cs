using RocketComs.Core.Tests.Http;

namespace RocketComs.PowerShell.Tests.Harness;

/// <summary>A platform that answers as no sandbox would: with whatever a test has written down.</summary>
internal sealed class CannedServer : IDisposable
{
    private readonly LoopbackServer _server;

    /// <param name="answer">Makes the answer to a method.</param>
    public CannedServer(Func<string, (int Status, string Body)> answer) => _server = new LoopbackServer(request =>
    {
        (int status, string body) = answer(request.Method);
        return WireAnswer.Of(status, body, ["Content-Type: application/json", .. RetryAfter is null ? Array.Empty<string>() : [$"Retry-After: {RetryAfter}"]]);
    });

    public Uri BaseUri => _server.BaseUri;

    /// <summary>The <c>Retry-After</c> of every answer: 0, so that nobody waits.</summary>
    public string? RetryAfter { get; init; }

    public void Dispose() => _server.Dispose();
}
