using System.Collections.Generic;

namespace RocketComs.Core.Segments;

/// <summary>
/// Typographic characters outside the GSM alphabet, and what says the same within it. Letters are not here: an accent that is
/// dropped can make another word.
/// </summary>
internal static class TypographicTable
{
    private static readonly Dictionary<char, string> s_entries = Build();

    /// <summary>What to write instead of a character; <see langword="null"/> when nothing in the alphabet means the same.</summary>
    public static string? Find(char character) => s_entries.TryGetValue(character, out string? replacement) ? replacement : null;

    private static Dictionary<char, string> Build()
    {
        Dictionary<char, string> entries = [];
        Add(entries, "'", "\u2018\u2019\u201A\u201B\u2032\u2035\u02BC\u02BB\u02B9\u00B4\u0060\u2039\u203A");
        Add(entries, "\"", "\u201C\u201D\u201E\u201F\u2033\u2036\u02BA\u00AB\u00BB");
        Add(entries, "-", "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\uFE58\uFE63");
        Add(entries, " ", "\t\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000");
        Add(entries, "\n", "\u0085\u2028\u2029");
        Add(entries, string.Empty, "\u00AD\u200B\u2060\uFEFF");
        Add(entries, "*", "\u2022\u2023\u25CF\u25E6\u25AA\u2217");
        Add(entries, ".", "\u00B7\u2024");
        Add(entries, "/", "\u2044\u2215");
        Add(entries, "|", "\u00A6");
        Add(entries, "^", "\u02C6");
        Add(entries, "~", "\u02DC");
        Add(entries, ":", "\u2236");
        Add(entries, "x", "\u00D7");
        AddEach(entries, ("\u2025", ".."), ("\u2026", "..."), ("\u203C", "!!"), ("\u2047", "??"), ("\u2048", "?!"), ("\u2049", "!?"));
        AddEach(entries, ("\u00A9", "(c)"), ("\u00AE", "(R)"), ("\u2122", "TM"), ("\u2120", "SM"), ("\u2116", "No."));
        AddEach(entries, ("\u00BC", "1/4"), ("\u00BD", "1/2"), ("\u00BE", "3/4"));
        AddEach(entries, ("\uFB00", "ff"), ("\uFB01", "fi"), ("\uFB02", "fl"), ("\uFB03", "ffi"), ("\uFB04", "ffl"));
        AddFullWidth(entries);
        return entries;
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

    // U+FF01 to U+FF5E are ASCII, drawn as wide as an ideograph. The full-width grave accent is left out, as ASCII's own is no GSM character.
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
