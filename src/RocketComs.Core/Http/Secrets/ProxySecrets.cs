using System.Net;

namespace RocketComs.Core.Http.Secrets;

/// <summary>The passwords with which this process asks a proxy: neither it nor .NET may repeat them.</summary>
internal static class ProxySecrets
{
    private static readonly string[] s_variables = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"];

    /// <summary>The passwords, as they are and as they are written in an address.</summary>
    /// <param name="proxy">The proxy that is used in place of the system's; <see langword="null"/> for the system's.</param>
    /// <param name="target">Where the requests go.</param>
    public static IReadOnlyList<string> Find(IWebProxy? proxy, Uri target)
    {
        List<string> passwords = [.. s_variables.Select(Environment.GetEnvironmentVariable).Select(InAddress).OfType<string>()];
        if (proxy?.Credentials?.GetCredential(target, "Basic")?.Password is { Length: > 0 } password)
        {
            passwords.Add(password);
        }

        if (InAddress((proxy as WebProxy)?.Address?.OriginalString) is { } own)
        {
            passwords.Add(own);
        }

        return [.. passwords.SelectMany(known => new[] { known, Uri.UnescapeDataString(known) }).Distinct()];
    }

    private static string? InAddress(string? address)
    {
        int end = address?.LastIndexOf('@') ?? -1;
        if (end < 0)
        {
            return null;
        }

        int scheme = address!.IndexOf("//", StringComparison.Ordinal);
        string user = address.Substring(scheme < 0 ? 0 : scheme + 2, end - (scheme < 0 ? 0 : scheme + 2));
        int colon = user.IndexOf(':');
        return colon >= 0 && colon + 1 < user.Length ? user.Substring(colon + 1) : null;
    }
}
