using System.Net.Http.Headers;
using System.Text;
using RocketComs.Core.Http.Transport;

namespace RocketComs.Core.Http.Authorization;

/// <summary>An <c>Authorization</c> header that stays as it is: API key and secret, or an access token that the user brought.</summary>
public sealed class HeaderAuthorization : IAuthorization
{
    private readonly AuthenticationHeaderValue _header;

    private HeaderAuthorization(string scheme, string parameter) => _header = new AuthenticationHeaderValue(scheme, parameter);

    /// <summary>Authorization by API key and secret.</summary>
    /// <param name="key">The API key.</param>
    /// <param name="secret">Its secret.</param>
    public static HeaderAuthorization ApiKey(string key, string secret) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":" + secret)));

    /// <summary>Authorization by access token.</summary>
    /// <param name="token">The token.</param>
    public static HeaderAuthorization AccessToken(string token) => new("Bearer", token);

    /// <inheritdoc/>
    public Task<AuthenticationHeaderValue> GetHeaderAsync(ITransport transport, CancellationToken cancellationToken) => Task.FromResult(_header);

    /// <inheritdoc/>
    public Task<bool> RenewAsync(AuthenticationHeaderValue rejected, ITransport transport, CancellationToken cancellationToken) => Task.FromResult(false);
}
