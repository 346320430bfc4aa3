using System.Collections;
using System.Management.Automation;
using System.Net;
using System.Security;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Authorization;
using RocketComs.Core.Http.Transport;

namespace RocketComs.PowerShell.Connections;

/// <summary>Makes sessions out of what the user gave.</summary>
/// <param name="baseUri">The address as given; one that cannot be used is refused with a <see cref="Core.Errors.RocketComsException"/>.</param>
internal sealed class SessionFactory(Uri baseUri)
{
    private readonly Uri _baseUri = ClientOptions.CheckBaseUri(baseUri);

    public int TimeoutSec { get; init; } = 100;

    public int MaximumRetryCount { get; init; } = 4;

    public RcParameterPlacement ParameterPlacement { get; init; }

    public decimal? PricePerSegment { get; init; }

    public string? Currency { get; init; }

    public decimal? MaxCost { get; init; }

    public string? TimeZone { get; init; }

    public bool IsFromEnvironment { get; init; }

    /// <summary>Gets the user agent.</summary>
    public string UserAgent { get; init; } = ModuleUserAgent(null);

    /// <summary>Module and PowerShell version, for the platform's logs.</summary>
    /// <param name="versionTable">The value of <c>$PSVersionTable</c>.</param>
    public static string ModuleUserAgent(object? versionTable)
    {
        Version? module = typeof(SessionFactory).Assembly.GetName().Version;
        object? table = versionTable is PSObject wrapper ? wrapper.BaseObject : versionTable;
        string powerShell = table is Hashtable versions && versions["PSVersion"] is { } version ? $" PowerShell/{version}" : string.Empty;
        return $"RocketComs/{module?.ToString(3)}{powerShell}";
    }

    /// <summary>A session by API key and secret.</summary>
    public Session ApiKey(PSCredential credential) => ApiKey(credential.UserName, credential.GetNetworkCredential().Password, "Credential", "Credential");

    /// <summary>A session by API key and secret, as texts.</summary>
    /// <param name="key">The key.</param>
    /// <param name="secret">Its secret.</param>
    /// <param name="keySource">Where the key comes from, for the error.</param>
    /// <param name="secretSource">Where the secret comes from, for the error.</param>
    /// <exception cref="InvalidParameterException">One of them cannot be sent as it is; neither is shown.</exception>
    public Session ApiKey(string key, string secret, string keySource, string secretSource)
    {
        CredentialText.Check(keySource, "API key", key);
        CredentialText.Check(secretSource, "secret", secret);

        // RFC 7617: what comes before the first colon is the key. The rest of it would be taken for the secret.
        return key.IndexOf(':') < 0
            ? Create(RcAuthentication.ApiKey, CredentialText.Shown(key), HeaderAuthorization.ApiKey(key, secret))
            : throw new InvalidParameterException(
                keySource, null, "The API key holds a colon: the platform would read another key. Nothing was sent.", "Give key and secret apart: the key is the user name, and the secret the password.");
    }

    /// <summary>A session by access token.</summary>
    /// <exception cref="InvalidParameterException">It cannot be a token; the token itself is not shown.</exception>
    public Session AccessToken(SecureString token) => AccessToken(new NetworkCredential(string.Empty, token).Password);

    /// <summary>A session by access token, as text. Blanks and line ends around it, as a file has them, do not count.</summary>
    /// <exception cref="InvalidParameterException">It cannot be a token; the token itself is not shown.</exception>
    public Session AccessToken(string token)
    {
        string trimmed = token.Trim();
        return trimmed.Length > 0 && trimmed.All(character => character is > ' ' and < '\u007F')
            ? Create(RcAuthentication.AccessToken, null, HeaderAuthorization.AccessToken(trimmed))
            : throw new InvalidParameterException(
                "AccessToken", null, "The access token is empty, or holds blanks or characters that no token has.", "Give the token as the login returned it, without quotes or the word Bearer.");
    }

    /// <summary>A session by portal user.</summary>
    /// <exception cref="InvalidParameterException">Name or password cannot be meant; the password is not shown.</exception>
    public Session Portal(PSCredential credential)
    {
        string password = credential.GetNetworkCredential().Password;
        CredentialText.Check("PortalCredential", "e-mail address", credential.UserName);
        CredentialText.Check("PortalCredential", "password", password);
        return Create(RcAuthentication.Portal, credential.UserName, new PortalAuthorization(credential.UserName, password, TimeProvider.System));
    }

    private Session Create(RcAuthentication authentication, string? userName, IAuthorization authorization)
    {
        RcConnection connection = new(_baseUri, authentication)
        {
            UserName = userName,
            TimeoutSec = TimeoutSec,
            MaximumRetryCount = MaximumRetryCount,
            ParameterPlacement = ParameterPlacement,
            PricePerSegment = PricePerSegment,
            Currency = Currency,
            MaxCost = MaxCost,
            TimeZone = TimeZone,
            ConnectedAt = DateTimeOffset.Now,
        };
        ClientOptions options = new(_baseUri)
        {
            Timeout = TimeSpan.FromSeconds(TimeoutSec),
            MaximumRetryCount = MaximumRetryCount,
            UserAgent = UserAgent,
        };
        return new Session(connection, new RocketComsTransport(options, authorization)) { IsFromEnvironment = IsFromEnvironment };
    }
}
