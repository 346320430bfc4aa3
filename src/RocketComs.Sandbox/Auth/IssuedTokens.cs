namespace RocketComs.Sandbox.Auth;

/// <summary>What a login or a refresh hands out.</summary>
internal sealed record IssuedTokens(string Token, string RefreshToken, long ExpiryMilliseconds);
