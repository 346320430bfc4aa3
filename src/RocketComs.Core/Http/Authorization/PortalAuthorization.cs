using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Text.Json;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;

namespace RocketComs.Core.Http.Authorization;

/// <summary>Logs a portal user in, and renews the access token before it expires and once after a 401.</summary>
/// <remarks>Source: API pages "User Login Request" and "Refresh an Access Token"; <c>expiry</c> is a lifetime in milliseconds.</remarks>
/// <param name="email">The portal user's e-mail address; nothing is sent until the first request.</param>
/// <param name="password">The password.</param>
/// <param name="clock">The clock that tokens expire by.</param>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore without a wait handle needs no disposal, and one that is disposed forgets those who wait for it.")]
public sealed class PortalAuthorization(string email, string password, TimeProvider clock) : IAuthorization
{
    private static readonly TimeSpan s_renewBefore = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_unknownLifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_longestLifetime = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim _oneLogin = new(1, 1);
    private AuthenticationHeaderValue? _header;
    private string? _refreshToken;
    private DateTimeOffset _renewAt;

    /// <inheritdoc/>
    public async Task<AuthenticationHeaderValue> GetHeaderAsync(ITransport transport, CancellationToken cancellationToken)
    {
        await _oneLogin.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_header is null || clock.GetUtcNow() >= _renewAt)
            {
                await LogInAsync(transport, cancellationToken).ConfigureAwait(false);
            }

            return _header!;
        }
        finally
        {
            _oneLogin.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<bool> RenewAsync(AuthenticationHeaderValue rejected, ITransport transport, CancellationToken cancellationToken)
    {
        await _oneLogin.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Two requests can meet the same expired token: the second finds it renewed already.
            if (ReferenceEquals(rejected, _header))
            {
                await LogInAsync(transport, cancellationToken).ConfigureAwait(false);
            }

            return true;
        }
        finally
        {
            _oneLogin.Release();
        }
    }

    private async Task LogInAsync(ITransport transport, CancellationToken cancellationToken)
    {
        if (_refreshToken is not null && await TryRefreshAsync(transport, _refreshToken, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        Take(await PostAsync(transport, "v1/auth/login", [("email", email), ("password", password)], cancellationToken).ConfigureAwait(false));
    }

    private async Task<bool> TryRefreshAsync(ITransport transport, string refreshToken, CancellationToken cancellationToken)
    {
        _refreshToken = null;
        try
        {
            Take(await PostAsync(transport, "v1/auth/refresh", [("token", refreshToken)], cancellationToken).ConfigureAwait(false));
            return true;
        }
        catch (Exception exception) when (exception is Errors.ApiException or Errors.UnexpectedResponseException)
        {
            // A refresh token that has expired is no failure: there is still the password.
            return false;
        }
    }

    private static Task<ApiAnswer> PostAsync(ITransport transport, string path, (string Name, string Value)[] fields, CancellationToken cancellationToken)
    {
        using MemoryStream json = new();
        using (Utf8JsonWriter writer = new(json))
        {
            writer.WriteStartObject();
            foreach ((string name, string value) in fields)
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        byte[] body = json.ToArray();
        ApiRequest request = new(HttpMethod.Post, path)
        {
            IsAnonymous = true,
            Secrets = Array.ConvertAll(fields, field => field.Value),
            Content = _ => new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        return transport.SendAsync(request, cancellationToken);
    }

    private void Take(ApiAnswer answer)
    {
        using ApiDocument document = answer.Document("the login", isSecret: true);
        JsonFields fields = document.Object();
        string token = fields.Text("token") ?? throw document.Unexpected("it has no access token");
        if (token.Length == 0 || !token.All(character => character is > ' ' and < '\u007F'))
        {
            throw document.Unexpected("its access token holds characters that are not allowed in one");
        }

        _refreshToken = fields.Text("refreshToken");
        TimeSpan lifetime = Lifetime(fields.Number("expiry"));
        _header = new AuthenticationHeaderValue("Bearer", token);
        _renewAt = clock.GetUtcNow() + lifetime - TimeSpan.FromTicks(Math.Min(s_renewBefore.Ticks, lifetime.Ticks / 2));
    }

    // A lifetime that is no number, or improbably long, is not relied on; a 401 renews the token all the same.
    private static TimeSpan Lifetime(double? milliseconds) =>
        milliseconds is > 0 and { } given ? TimeSpan.FromMilliseconds(Math.Min(given, s_longestLifetime.TotalMilliseconds)) : s_unknownLifetime;
}
