namespace RocketComs;

/// <summary>A connection to a RocketCOMS account. It holds no secret that could be shown.</summary>
public sealed class RcConnection
{
    /// <summary>Initializes a connection; only the module makes them.</summary>
    /// <param name="baseUri">Scheme, host and port of the platform.</param>
    /// <param name="authentication">How requests are authorized.</param>
    public RcConnection(Uri baseUri, RcAuthentication authentication)
    {
        BaseUri = baseUri;
        Authentication = authentication;
    }

    /// <summary>Gets scheme, host and port of the platform.</summary>
    public Uri BaseUri { get; }

    /// <summary>Gets how requests are authorized.</summary>
    public RcAuthentication Authentication { get; }

    /// <summary>Gets the beginning of the API key, or the portal user; <see langword="null"/> for an access token. Never the secret.</summary>
    public string? UserName { get; init; }

    /// <summary>Gets the seconds after which a request without an answer, or an upload without progress, is given up.</summary>
    public int TimeoutSec { get; init; }

    /// <summary>Gets how often a request that surely did nothing is tried again.</summary>
    public int MaximumRetryCount { get; init; }

    /// <summary>Gets where the scalar parameters of a batch call travel.</summary>
    public RcParameterPlacement ParameterPlacement { get; init; }

    /// <summary>Gets the price of a segment that the session's commands count with; <see langword="null"/> when none was given.</summary>
    public decimal? PricePerSegment { get; init; }

    /// <summary>Gets the currency of the price, three letters as in ISO 4217; <see langword="null"/> when none was given.</summary>
    public string? Currency { get; init; }

    /// <summary>Gets the most that one command of the session may spend; <see langword="null"/> when there is no ceiling.</summary>
    public decimal? MaxCost { get; init; }

    /// <summary>
    /// Gets the IANA name of the zone in which the platform reads the times of a batch, as the user knows it; <see langword="null"/> when none was given.
    /// </summary>
    public string? TimeZone { get; init; }

    /// <summary>Gets when the connection was made (local time).</summary>
    public DateTimeOffset ConnectedAt { get; init; }

    /// <summary>Returns the base URI.</summary>
    public override string ToString() => BaseUri.ToString();
}

/// <summary>How a connection proves who it is.</summary>
public enum RcAuthentication : long
{
    /// <summary>API key and secret (<c>Authorization: Basic</c>).</summary>
    ApiKey,

    /// <summary>An access token that the user brought (<c>Authorization: Bearer</c>).</summary>
    AccessToken,

    /// <summary>A portal user's e-mail address and password; the access token is fetched and renewed by the module.</summary>
    Portal,
}

/// <summary>Where the scalar parameters of a batch call travel.</summary>
public enum RcParameterPlacement : long
{
    /// <summary>In the query string, as the documentation files them.</summary>
    Query,

    /// <summary>As parts of the multipart body.</summary>
    Form,
}
