using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace RocketComs.Core.Http.Transport;

/// <summary>How a client reaches the platform.</summary>
/// <param name="BaseUri">Scheme, host and port; a path is kept as a prefix.</param>
public sealed record ClientOptions(Uri BaseUri)
{
    /// <summary>Gets the time without an answer (or, for an upload, without progress) after which a request is given up.</summary>
    /// <value>The default is 100 seconds.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>Gets how often a request that surely did nothing is tried again.</summary>
    /// <value>The default is 4.</value>
    public int MaximumRetryCount { get; init; } = 4;

    /// <summary>Gets the longest <c>Retry-After</c> that is waited for; a longer one is reported instead.</summary>
    /// <value>The default is 120 seconds.</value>
    public TimeSpan MaximumRetryAfter { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Gets the most bytes that a successful answer may have.</summary>
    /// <value>The default is 64 MB; a page of 100 items has some 60 KB.</value>
    public int MaximumAnswerLength { get; init; } = 64 * 1024 * 1024;

    /// <summary>Gets the <c>User-Agent</c> header.</summary>
    public string UserAgent { get; init; } = "RocketComs.Core";

    /// <summary>Gets the clock; the system's by default.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Gets the source of jitter, numbers from 0 to 1; random ones by default.</summary>
    public Func<double>? Randomizer { get; init; }

    /// <summary>Gets the proxy to use instead of the system's, for tests.</summary>
    internal IWebProxy? Proxy { get; init; }

    /// <summary>Gets the root certificates to trust instead of the machine's, for tests. All other checks of a certificate stay. Not on netstandard2.0.</summary>
    internal X509Certificate2Collection? Roots { get; init; }

    /// <summary>Checks an address and makes it fit for appending paths.</summary>
    /// <param name="uri">What the user gave.</param>
    /// <returns>The address with a slash at its end.</returns>
    /// <exception cref="Errors.InvalidParameterException">It is no absolute http or https address, or holds a query or user info.</exception>
    /// <exception cref="Errors.InsecureUriException">It is plain http to another machine.</exception>
    public static Uri CheckBaseUri(Uri uri)
    {
        bool isWeb = uri.IsAbsoluteUri && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
        if (!isWeb || uri.Query.Length > 0 || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0)
        {
            throw new Errors.InvalidParameterException(
                "BaseUri",
                Shown(uri.OriginalString),
                "The base URI must be an absolute https address without user name, query or fragment.",
                "Give scheme and host of the account, such as https://api.example.com.");
        }

        // Read anew as .NET writes it: to .NET 8 http://LOCALHOST is no loopback.
        Uri address = new(uri.AbsoluteUri.EndsWith("/", StringComparison.Ordinal) ? uri.AbsoluteUri : uri.AbsoluteUri + "/");
        return address.Scheme == Uri.UriSchemeHttps || address.IsLoopback ? address : throw new Errors.InsecureUriException(uri);
    }

    /// <summary>What of an address may be shown in an error; <see langword="null"/> where it may be a token in the wrong place, or hold a password.</summary>
    /// <param name="address">The address as the user wrote it.</param>
    public static string? Shown(string address) => address.IndexOf('@') < 0 && address.StartsWith("http", StringComparison.OrdinalIgnoreCase) && address.IndexOf("://", StringComparison.Ordinal) > 0
        ? address.Split('?', '#')[0]
        : null;
}
