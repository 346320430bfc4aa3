using System.Net.Http.Headers;

namespace RocketComs.Core.Http.Transport;

/// <summary>Gives each request its <c>Authorization</c> header.</summary>
public interface IAuthorization
{
    /// <summary>The header for the next request.</summary>
    /// <param name="transport">The way to the platform, for a login.</param>
    /// <param name="cancellationToken">Stops a login.</param>
    Task<AuthenticationHeaderValue> GetHeaderAsync(ITransport transport, CancellationToken cancellationToken);

    /// <summary>Called after a 401: whether another header is worth one more try.</summary>
    /// <param name="rejected">The header that was refused.</param>
    /// <param name="transport">The way to the platform, for a login.</param>
    /// <param name="cancellationToken">Stops a login.</param>
    Task<bool> RenewAsync(AuthenticationHeaderValue rejected, ITransport transport, CancellationToken cancellationToken);
}
