using RocketComs.Core.Csv.Encodings;

namespace RocketComs.Core.Rules.Texts;

/// <summary>Tells the domain names that phones make links of from what else has a dot within it: a sentence without a blank after it, a time, a file.</summary>
/// <remarks>What stands behind a scheme or <c>www.</c> is a link whatever its name; see docs/rules.md, RC116.</remarks>
internal static class DomainNames
{
    private const int MostBytes = 253;

    // The most common ones that are no country's.
    private static readonly HashSet<string> s_generic =
    [
        "com", "net", "org", "edu", "gov", "mil", "int", "biz", "info", "name", "app", "dev", "shop", "store", "online", "xyz", "club", "site", "website", "link",
        "click", "live", "page", "tech", "cloud", "agency", "news", "blog", "vip", "mobi", "health", "bank", "travel", "events", "tickets", "restaurant", "salon",
    ];

    // Of countries those that are no word of English, nor written behind a time or a file, and so may stand without a path.
    private static readonly HashSet<string> s_countries =
    [
        "ac", "ae", "ai", "ar", "au", "bg", "br", "bz", "ca", "cc", "ch", "cl", "cn", "co", "cz", "de", "dk", "ee", "es", "eu", "fi", "fm", "fr", "gg", "gl", "gr", "gy",
        "hk", "hr", "hu", "id", "ie", "il", "io", "jp", "kr", "li", "lt", "lu", "lv", "ly", "mx", "nl", "nz", "pe", "ph", "pl", "pt", "ro", "rs", "ru", "se", "sg", "si",
        "sk", "st", "su", "th", "tr", "tv", "tw", "ua", "uk", "vn", "ws", "za",
    ];

    /// <summary>Whether a name can be a domain, if what stands around it says so too.</summary>
    /// <param name="name">The name, of ASCII letters, digits, hyphens and dots, without <c>www.</c></param>
    /// <param name="isBeforePath">Whether a slash and more follow: then any ending will do, and an address of four numbers.</param>
    public static bool MayBeOne(ReadOnlySpan<byte> name, bool isBeforePath)
    {
        int dot = name.LastIndexOf((byte)'.');
        if (dot <= 0 || name.Length > MostBytes || name.IndexOf(".."u8) >= 0)
        {
            return false;
        }

        string top = Top(name);
        if (isBeforePath && (IsFourNumbers(name) || (top.Length >= 2 && top.All(IsLetter) && IsOneCase(Utf8Text.Decode(name), top))))
        {
            return Utf8Text.Decode(name.Slice(0, dot)).Any(char.IsLetterOrDigit);
        }

        bool isKnown = s_generic.Contains(top) || top.StartsWith("xn--", StringComparison.Ordinal) || (top.Length == 2 && top.All(IsLetter));
        return isKnown && (s_generic.Contains(top) || Utf8Text.Decode(name.Slice(0, dot)).Any(IsLetter));
    }

    /// <summary>Whether such a name, without a scheme and a path, is likely to be two sentences without a blank between them.</summary>
    /// <param name="name">The name.</param>
    public static bool ReadsLikeWords(ReadOnlySpan<byte> name)
    {
        string text = Utf8Text.Decode(name);
        string top = Top(name);

        return !IsOneCase(text, top) || !(s_generic.Contains(top) || s_countries.Contains(top) || top.Length > 2);
    }

    private static string Top(ReadOnlySpan<byte> name) => Utf8Text.Decode(name.Slice(name.LastIndexOf((byte)'.') + 1)).ToLowerInvariant();

    // "Sale.Com" is nobody's spelling, "SALE.COM" is.
    private static bool IsOneCase(string name, string top) => name.EndsWith(top, StringComparison.Ordinal) || !name.Any(char.IsLower);

    private static bool IsFourNumbers(ReadOnlySpan<byte> name)
    {
        string[] parts = Utf8Text.Decode(name).Split('.');
        return parts.Length == 4 && parts.All(part => part.Length is > 0 and <= 3 && byte.TryParse(part, out _));
    }

    private static bool IsLetter(char character) => (character | 0x20) is >= 'a' and <= 'z';
}
