namespace RocketComs.Core.Segments;

/// <summary>
/// Typographic characters outside the GSM alphabet that word processors, phones and web pages put into texts, and what says the
/// same within it. Letters are not here: an accent that is dropped can make another word.
/// </summary>
/// <remarks>The page docs/segments.md shows the whole table; a test holds the two together.</remarks>
internal static class TypographicTable
{
    /// <summary>Marks that set the direction of writing to the right, or end such a piece; phones put them around numbers.</summary>
    internal const string DirectionMarks = "\u200E\u202A\u202C\u202D\u2066\u2068\u2069";

    private static readonly Dictionary<char, string> s_entries = Build();

    public static IReadOnlyDictionary<char, string> Entries => s_entries;

    /// <summary>What to write instead of a character; <see langword="null"/> when nothing in the alphabet means the same.</summary>
    /// <param name="character">The character, wherever it stands.</param>
    public static string? Find(char character) => s_entries.TryGetValue(character, out string? replacement) ? replacement : null;

    private static Dictionary<char, string> Build()
    {
        Dictionary<char, string> entries = [];
        AddPunctuation(entries);
        AddBlanks(entries);
        AddSigns(entries);
        AddEach(entries, ("\uFB00", "ff"), ("\uFB01", "fi"), ("\uFB02", "fl"), ("\uFB03", "ffi"), ("\uFB04", "ffl"), ("\uFB06", "st"));
        AddFullWidth(entries);
        return entries;
    }

    private static void AddPunctuation(Dictionary<char, string> entries)
    {
        Add(entries, "'", "\u0060\u00B4\u02B9\u02BB\u02BC\u2018\u2019\u201A\u201B\u2032\u2035\u275B\u275C\uFF40");
        Add(entries, "\"", "\u00AB\u00BB\u02BA\u02EE\u201C\u201D\u201E\u201F\u2033\u2036\u275D\u275E\u301D\u301E\u301F");
        Add(entries, "<", "\u2039");
        Add(entries, ">", "\u203A");
        Add(entries, "-", "\u02D7\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\uFE58\uFE63");
        AddEach(entries, ("\u2E3A", "--"), ("\u2E3B", "---"));

        // The two of the private use area are the bullets of Word's symbol fonts.
        Add(entries, "*", "\u2022\u2023\u2217\u2219\u22C5\u25A0\u25AA\u25CF\u25E6\uF0A7\uF0B7");
        Add(entries, ".", "\u00B7\u2024");
        AddEach(entries, ("\u2025", ".."), ("\u2026", "..."), ("\u22EF", "..."), ("\u203C", "!!"), ("\u2047", "??"), ("\u2048", "?!"), ("\u2049", "!?"));
    }

    private static void AddBlanks(Dictionary<char, string> entries)
    {
        Add(entries, " ", "\t\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000");

        // Word ends a line within a paragraph with U+000B.
        Add(entries, "\n", "\u000B\u0085\u2028\u2029");

        // Among what is not seen: U+FFFC holds the place of a picture that was not copied.
        Add(entries, string.Empty, "\u00AD\u200B\u2060\uFEFF\uFFFC" + DirectionMarks);
    }

    private static void AddSigns(Dictionary<char, string> entries)
    {
        Add(entries, "/", "\u00F7\u2044\u2215");
        Add(entries, "~", "\u02DC\u223C\u2248\u301C");
        AddEach(entries, ("\u00A6", "|"), ("\u02C6", "^"), ("\u2236", ":"), ("\u00D7", "x"), ("\u00B1", "+/-"), ("\u2264", "<="), ("\u2265", ">="));
        AddEach(entries, ("\u2190", "<-"), ("\u2192", "->"), ("\u2194", "<->"), ("\u21D2", "=>"));
        AddEach(entries, ("\u00A9", "(c)"), ("\u00AE", "(R)"), ("\u2122", "TM"), ("\u2120", "SM"), ("\u2116", "No."));
        AddEach(entries, ("\u00A2", "c"), ("\uFFE1", "\u00A3"), ("\uFFE5", "\u00A5"));
        AddEach(entries, ("\u00BC", "1/4"), ("\u00BD", "1/2"), ("\u00BE", "3/4"), ("\u2150", "1/7"), ("\u2151", "1/9"), ("\u2152", "1/10"));
        AddEach(entries, ("\u2153", "1/3"), ("\u2154", "2/3"), ("\u2155", "1/5"), ("\u2156", "2/5"), ("\u2157", "3/5"), ("\u2158", "4/5"));
        AddEach(entries, ("\u2159", "1/6"), ("\u215A", "5/6"), ("\u215B", "1/8"), ("\u215C", "3/8"), ("\u215D", "5/8"), ("\u215E", "7/8"));
    }

    private static void Add(Dictionary<char, string> entries, string replacement, string characters)
    {
        foreach (char character in characters)
        {
            entries.Add(character, replacement);
        }
    }

    private static void AddEach(Dictionary<char, string> entries, params (string Character, string Replacement)[] pairs)
    {
        foreach ((string character, string replacement) in pairs)
        {
            entries.Add(character[0], replacement);
        }
    }

    // U+FF01 to U+FF5E are ASCII, drawn as wide as an ideograph. The grave accent, which is no GSM character, stands with the apostrophes.
    private static void AddFullWidth(Dictionary<char, string> entries)
    {
        for (char character = '\uFF01'; character <= '\uFF5E'; character++)
        {
            char ascii = (char)(character - 0xFEE0);
            if (GsmAlphabet.Septets(ascii) > 0)
            {
                entries.Add(character, ascii.ToString());
            }
        }
    }
}
