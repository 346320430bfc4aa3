using RocketComs.Core.Csv.Encodings;

namespace RocketComs.Core.Rules.Texts;

/// <summary>Tells the domain names that phones make links of from what else has a dot within it: a sentence without a blank after it, a time, a file.</summary>
/// <remarks>What stands behind a scheme or <c>www.</c> is a link whatever its name; see docs/rules.md, RC116.</remarks>
internal static class DomainNames
{
    private const int MostBytes = 253;
    private const int MostIntroduction = 12;

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

    // Countries whose endings are words as well: what stands around them decides.
    private static readonly HashSet<string> s_wordCountries = ["am", "as", "at", "be", "by", "do", "in", "is", "it", "me", "my", "no", "so", "to", "us"];

    // What stands before a link, and hardly at the end of a sentence.
    private static readonly HashSet<string> s_introductions = ["at", "browse", "link", "on", "online", "see", "site", "url", "via", "visit", "website"];

    // With which sentences end that are about to lose the blank after them, and words that go together with "in": "check.in".
    private static readonly HashSet<string> s_sentenceEnds =
    [
        .. ("again all appointment available away back best book booked bring call card cart cash check class clinic close closed code come"
            + " days day deal deals delivered delivery done door doors down drop early end ended ends event events evening family fill first free"
            + " friday friend friends game gift gifts good great hand have help here him home hour hours item items join last late later left like"
            + " log look love message monday month more morning move moved new news next night noon now number off offer offers office online open"
            + " opt order orders out over party phone pick pickup please plug price prices ready reply running sale saturday save school season"
            + " see send ship shipped shop shopping show sign signed sold soon spring start starts stay step still stock stop store stores summer"
            + " sunday sure table team text than thank thanks that their them then there these they this those thursday ticket tickets time times"
            + " today tomorrow tonight tuesday turn visit wait waiting walk want wednesday week weekend weeks welcome winter with won work year"
            + " years yesterday yet you your").Split(' '),
    ];

    // The names of programming that are spelled like domains.
    private static readonly HashSet<string> s_products = ["ASP.NET", "ADO.NET", "ML.NET", "VB.NET"];

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
        if (isBeforePath && (IsFourNumbers(name) || (top.Length >= 2 && top.All(AsciiCharacters.IsLetter) && IsOneCase(Utf8Text.Decode(name), top))))
        {
            return Utf8Text.Decode(name.Slice(0, dot)).Any(char.IsLetterOrDigit);
        }

        bool isKnown = s_generic.Contains(top) || top.StartsWith("xn--", StringComparison.Ordinal) || (top.Length == 2 && top.All(AsciiCharacters.IsLetter));
        return isKnown && (s_generic.Contains(top) || Utf8Text.Decode(name.Slice(0, dot)).Any(AsciiCharacters.IsLetter));
    }

    /// <summary>
    /// Whether such a name, without a scheme and a path, is likely to be two sentences without a blank between them, or the name of something else.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="before">The text before it.</param>
    /// <param name="after">The text after it.</param>
    public static bool ReadsLikeWords(ReadOnlySpan<byte> name, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        string text = Utf8Text.Decode(name);
        string top = Top(name);
        return !IsOneCase(text, top)
            || s_products.Contains(text)
            || !(s_generic.Contains(top) || s_countries.Contains(top) || top.Length > 2
                || (s_wordCountries.Contains(top) && IsNameOfSite(text.Split('.'), before, after)));
    }

    // "amazon.in", and not "we moved.in March".
    private static bool IsNameOfSite(string[] labels, ReadOnlySpan<byte> before, ReadOnlySpan<byte> after)
    {
        string site = labels[labels.Length - 2];
        if (site.Length < 3 || s_sentenceEnds.Contains(site.ToLowerInvariant()))
        {
            return false;
        }

        return (labels.Length > 2 && labels.All(static label => label.Length > 1))
            || !site.All(AsciiCharacters.IsLetter)
            || EndsClause(after)
            || IsIntroduced(Utf8Text.Decode(before.Slice(Math.Max(0, before.Length - MostIntroduction))));
    }

    private static bool EndsClause(ReadOnlySpan<byte> after) =>
        after.IsEmpty
        || after[0] is (byte)'\n' or (byte)'\\' or (byte)')' or (byte)'"'
        || (after[0] is (byte)'.' or (byte)',' or (byte)';' or (byte)'!' or (byte)'?' && (after.Length == 1 || after[1] == ' '));

    private static bool IsIntroduced(string before)
    {
        string[] words = before.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        string last = words.LastOrDefault() ?? string.Empty;
        return before.EndsWith(" ", StringComparison.Ordinal) && (last.EndsWith(":", StringComparison.Ordinal) || s_introductions.Contains(last.ToLowerInvariant()));
    }

    private static string Top(ReadOnlySpan<byte> name) => Utf8Text.Decode(name.Slice(name.LastIndexOf((byte)'.') + 1)).ToLowerInvariant();

    // "Sale.Com" is nobody's spelling, "SALE.COM" is.
    private static bool IsOneCase(string name, string top) => name.EndsWith(top, StringComparison.Ordinal) || !name.Any(char.IsLower);

    private static bool IsFourNumbers(ReadOnlySpan<byte> name)
    {
        string[] parts = Utf8Text.Decode(name).Split('.');
        return parts.Length == 4 && parts.All(part => part.Length is > 0 and <= 3 && byte.TryParse(part, out _));
    }
}
