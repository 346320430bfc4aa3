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
