using System.Net;

namespace RocketComs.Core.Http.Transport;

/// <summary>Sends one request and gives its answer, retries included.</summary>
public interface ITransport
{
    /// <summary>Sends a request.</summary>
    /// <param name="request">What to send.</param>
    /// <param name="cancellationToken">Stops it; the socket is closed.</param>
    /// <returns>An answer with a 2xx status.</returns>
    /// <exception cref="Errors.RocketComsException">Anything else.</exception>
    Task<ApiAnswer> SendAsync(ApiRequest request, CancellationToken cancellationToken);
}

/// <summary>A transport with one caller's listener, so that callers who share a connection hear only of their own requests.</summary>
/// <param name="transport">The shared way to the platform.</param>
/// <param name="listener">Called after every try and before every pause, on any thread.</param>
public sealed class ListeningTransport(ITransport transport, Action<ClientTrace> listener) : ITransport
{
    /// <inheritdoc/>
    public Task<ApiAnswer> SendAsync(ApiRequest request, CancellationToken cancellationToken) =>
        transport.SendAsync(request with { Traced = listener }, cancellationToken);
}

/// <summary>One try on the wire, for verbose output: no header, no body and no query value.</summary>
/// <param name="Request">Method and path.</param>
/// <param name="StatusCode">The status; <see langword="null"/> when no answer came.</param>
/// <param name="Milliseconds">From sending to the end of the answer.</param>
/// <param name="TraceId">The platform's trace id of an error answer.</param>
public sealed record ClientTrace(string Request, HttpStatusCode? StatusCode, long Milliseconds, string? TraceId)
{
    /// <summary>Gets after which time the request is sent again; <see langword="null"/> for a try itself.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
