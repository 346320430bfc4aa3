using System.Net;
using System.Text;

namespace RocketComs.Core.Http.Secrets;

/// <summary>The passwords with which this process asks a proxy: neither it nor .NET may repeat them.</summary>
internal static class ProxySecrets
{
    private static readonly string[] s_variables = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"];

    /// <summary>The passwords, as they are, as they are written in an address, and with the user as the header that carries them has it.</summary>
    /// <param name="proxy">The proxy that is used in place of the system's; <see langword="null"/> for the system's.</param>
    /// <param name="target">Where the requests go.</param>
    public static IReadOnlyList<string> Find(IWebProxy? proxy, Uri target)
    {
        IEnumerable<string?> addresses = s_variables.Select(Environment.GetEnvironmentVariable).Append((proxy as WebProxy)?.Address?.OriginalString);
        List<Known> all = [.. addresses.Select(InAddress).OfType<Known>()];
        if (proxy?.Credentials?.GetCredential(target, "Basic") is { Password.Length: > 0 } own)
        {
            all.Add(new Known(own.UserName, own.Password));
        }

        all.AddRange([.. all.Select(known => new Known(Uri.UnescapeDataString(known.User), Uri.UnescapeDataString(known.Password)))]);
        return [.. all.SelectMany(InAnyForm).Distinct()];
    }

    // Basic authentication (RFC 7617); which encoding the bytes have is not agreed on.
    private static IEnumerable<string> InAnyForm(Known known)
    {
        string pair = $"{known.User}:{known.Password}";
        return [known.Password, .. new[] { Encoding.UTF8, Encoding.GetEncoding("ISO-8859-1") }.Select(encoding => Convert.ToBase64String(encoding.GetBytes(pair)))];
    }

    private static Known? InAddress(string? address)
    {
        int end = address?.LastIndexOf('@') ?? -1;
        if (end < 0)
        {
            return null;
        }

        int scheme = address!.IndexOf("//", StringComparison.Ordinal);
        string user = address.Substring(scheme < 0 ? 0 : scheme + 2, end - (scheme < 0 ? 0 : scheme + 2));
        int colon = user.IndexOf(':');
        return colon >= 0 && colon + 1 < user.Length ? new Known(user.Substring(0, colon), user.Substring(colon + 1)) : null;
    }

    private sealed record Known(string User, string Password);
}
