namespace RocketComs;

/// <summary>How a connection proves who it is.</summary>
public enum RcAuthentication
{
    /// <summary>API key and secret (<c>Authorization: Basic</c>).</summary>
    ApiKey,

    /// <summary>An access token that the user brought (<c>Authorization: Bearer</c>).</summary>
    AccessToken,

    /// <summary>A portal user's e-mail address and password; the access token is fetched and renewed by the module.</summary>
    Portal,
}
