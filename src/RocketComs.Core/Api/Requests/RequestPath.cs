using System.Text.RegularExpressions;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Api.Requests;

/// <summary>A path that a user wrote, as it may be sent to the platform: under the base URI and nowhere else.</summary>
/// <param name="Path">The path without a leading slash, relative to the base URI; escaped as the user wrote it.</param>
/// <param name="Query">The query that followed it, decoded; a plus is a plus.</param>
public sealed record RequestPath(string Path, IReadOnlyList<KeyValuePair<string, string>> Query)
{
    private const string Advice = "Give a path such as 'v1/campaigns', under the base URI of the connection; the credentials are for that host alone.";

    /// <summary>Reads a path.</summary>
    /// <param name="text">A path with or without a leading slash, or an address under the base URI; a query may follow.</param>
    /// <param name="baseUri">The base URI of the connection, with a slash at its end.</param>
    /// <exception cref="InvalidParameterException">It leads elsewhere, or could.</exception>
    public static RequestPath Parse(string text, Uri baseUri)
    {
        string given = text.Trim();
        int mark = given.IndexOf('?');
        string before = mark < 0 ? given : given.Substring(0, mark);

        if (LoneSurrogate.IndexIn(given) >= 0)
        {
            throw Refused(text, "holds half a character");
        }

        // A backslash is a slash to some, and a control character is nothing to others.
        if (given.IndexOf('#') >= 0 || before.IndexOf('\\') >= 0 || given.Any(char.IsControl))
        {
            throw Refused(text, "contains a fragment, a backslash or a control character");
        }

        string path = Relative(text, before, baseUri);
        if (path.Length == 0 || path[0] == '/')
        {
            throw Refused(text, path.Length == 0 ? "names no resource" : "begins with two slashes, like the address of another host");
        }

        if (path.Split('/').Any(IsDots))
        {
            throw Refused(text, "contains a '.' or '..' segment, which could lead elsewhere");
        }

        // The class that makes the address decides: what it resolves to another address goes nowhere.
        return path.Split('/')[0].IndexOf(':') < 0 && Uri.TryCreate(baseUri, path, out Uri? address) && baseUri.IsBaseOf(address) && address.Authority == baseUri.Authority
            ? new RequestPath(path, mark < 0 ? [] : Pairs(given.Substring(mark + 1)))
            : throw Refused(text, $"is not under {baseUri}");
    }

    /// <summary>The segments in lower case, decoded, without empty ones: what a lenient server may take the path for.</summary>
    internal static string[] Segments(string path) =>
        [.. Uri.UnescapeDataString(path).ToLowerInvariant().Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>A path without what could be a number, a name or an address: its fixed words and its ids stay.</summary>
    /// <param name="path">The path.</param>
    public static string WithoutPersons(string path) =>
        string.Join("/", path.Split('/').Select(segment => Regex.IsMatch(segment, "^(v[0-9]|[a-z]+(-[a-z]+)*)$") || Guid.TryParseExact(segment, "D", out _) ? segment : "*"));

    private static string Relative(string text, string path, Uri baseUri)
    {
        int scheme = path.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0 || path.IndexOf('/') < scheme)
        {
            return path.StartsWith("/", StringComparison.Ordinal) ? path.Substring(1) : path;
        }

        // Compared as text after the host, for Uri would resolve the dots before they can be seen.
        string prefix = baseUri.AbsolutePath;
        int slash = path.IndexOf('/', scheme + "://".Length);
        string rest = slash < 0 ? "/" : path.Substring(slash);
        return Uri.TryCreate(path, UriKind.Absolute, out Uri? address)
            && address.UserInfo.Length == 0
            && address.Scheme == baseUri.Scheme
            && address.Authority == baseUri.Authority
            && rest.StartsWith(prefix, StringComparison.Ordinal)
                ? rest.Substring(prefix.Length)
                : throw Refused(text, $"is not under {baseUri}");
    }

    // Encoded once or twice they are dots to some servers, and an encoded slash separates segments.
    private static bool IsDots(string segment)
    {
        string once = Uri.UnescapeDataString(segment);
        return $"{segment}/{once}/{Uri.UnescapeDataString(once)}".Split('/', '\\').Any(part => part is "." or "..");
    }

    private static List<KeyValuePair<string, string>> Pairs(string query)
    {
        List<KeyValuePair<string, string>> pairs = [];
        foreach (string pair in query.Split(['&'], StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=');
            string name = equals < 0 ? pair : pair.Substring(0, equals);
            pairs.Add(new(Uri.UnescapeDataString(name), equals < 0 ? string.Empty : Uri.UnescapeDataString(pair.Substring(equals + 1))));
        }

        return pairs;
    }

    // An address may hold a user name and a password, and a query a text: neither is repeated.
    private static InvalidParameterException Refused(string text, string why)
    {
        string shown = text.IndexOf('@') >= 0 ? "***" : text.Split('?', '#')[0];
        return new("Path", shown, $"-Path '{shown}' {why}. Nothing was sent.", Advice);
    }
}
