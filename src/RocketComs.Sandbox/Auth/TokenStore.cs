using System.Collections.Concurrent;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Auth;

/// <summary>The tokens handed out, and until when they are good.</summary>
internal sealed class TokenStore(SandboxClock clock, TimeSpan lifetime)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _expiries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _refreshTokens = new(StringComparer.Ordinal);

    public IssuedTokens Issue()
    {
        string token = $"sandbox.{Guid.NewGuid():N}.{Guid.NewGuid():N}";
        string refreshToken = ApiFormat.Id(Guid.NewGuid());
        _expiries[token] = clock.UtcNow + lifetime;
        _refreshTokens[refreshToken] = true;
        return new IssuedTokens(token, refreshToken, (long)lifetime.TotalMilliseconds);
    }

    /// <summary>New tokens for a refresh token, which works once; <see langword="null"/> when it is unknown or used already.</summary>
    public IssuedTokens? Refresh(string refreshToken) => _refreshTokens.TryRemove(refreshToken, out _) ? Issue() : null;

    /// <summary>Revokes a token; anything else is ignored. The refresh token that came with it stays: the documentation speaks of the access token.</summary>
    public void Revoke(string token) => _expiries.TryRemove(token, out _);

    public bool IsGood(string token) => _expiries.TryGetValue(token, out DateTimeOffset expiry) && clock.UtcNow < expiry;
}

/// <summary>What a login or a refresh hands out.</summary>
internal sealed record IssuedTokens(string Token, string RefreshToken, long ExpiryMilliseconds);
