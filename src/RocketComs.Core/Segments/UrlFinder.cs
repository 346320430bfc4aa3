using System.Globalization;
using System.Text;

namespace RocketComs.Core.Segments;

/// <summary>
/// Finds what the platform's shortener would take for a URL. What counts as one, and where it ends, is written down in
/// docs/segments.md, "What counts as a URL".
/// </summary>
/// <remarks>The platform does not document what it takes for a URL; this is the module's assumption.</remarks>
public static class UrlFinder
{
    private const string Www = "www.";

    // A bracket that opens at the very end belongs to what follows, the others end a sentence or an emphasis.
    private const string NeverLast = ".,;:!?'*_~([{";

    private static readonly string[] s_schemes = ["https://", "http://"];
    private static readonly char[] s_firstLetters = ['h', 'H', 'w', 'W'];

    /// <summary>Replaces every URL by a placeholder of the given length.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">The length of a short link in characters, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is less than 1.</exception>
    public static string Shorten(string text, int length)
    {
        if (length < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(length), length, "A short link has at least one character.");
        }

        if (!MayHoldUrl(text.AsSpan()) || Next(text, 0) is not { Length: > 0 } url)
        {
            return text;
        }

        string link = Placeholder(length);
        StringBuilder result = new(text.Length);
        int end = 0;
        for (; url.Length > 0; url = Next(text, end))
        {
            result.Append(text, end, url.Start - end).Append(link);
            end = url.Start + url.Length;
        }

        return result.Append(text, end, text.Length - end).ToString();
    }

    /// <summary>Whether a text can hold a URL at all: a cheap look before the search.</summary>
    public static bool MayHoldUrl(ReadOnlySpan<char> text) =>
        text.IndexOf("://".AsSpan()) >= 0 || text.IndexOf(Www.AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Whether a text in UTF-8 can hold a URL at all.</summary>
    public static bool MayHoldUrl(ReadOnlySpan<byte> text)
    {
        if (text.IndexOf("://"u8) >= 0)
        {
            return true;
        }

        for (int dot = text.IndexOf((byte)'.'); dot >= 0; dot = text.IndexOf((byte)'.'))
        {
            if (dot >= 3 && (text[dot - 1] | 0x20) == 'w' && (text[dot - 2] | 0x20) == 'w' && (text[dot - 3] | 0x20) == 'w')
            {
                return true;
            }

            text = text.Slice(dot + 1);
        }

        return false;
    }

    /// <summary>The first URL at or after a place. Walking from one to the next takes time in proportion to the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">The place: 0, or the end of the URL before.</param>
    /// <returns>Its place; a length of 0 when there is none.</returns>
    internal static (int Start, int Length) Next(string text, int from)
    {
        for (int i = text.IndexOfAny(s_firstLetters, from); i >= 0; i = text.IndexOfAny(s_firstLetters, i + 1))
        {
            int prefix = PrefixLength(text, i);
            if (prefix > 0 && i + prefix < text.Length && char.IsLetterOrDigit(text[i + prefix]))
            {
                return (i, End(text, i + prefix) - i);
            }
        }

        return (text.Length, 0);
    }

    /// <summary>A stand-in for a short link, of the given length.</summary>
    internal static string Placeholder(int length)
    {
        const string Start = "https://short.link/";
        return length <= Start.Length ? Start.Substring(0, length) : Start + new string('x', length - Start.Length);
    }

    private static int PrefixLength(string text, int start)
    {
        if (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '@'))
        {
            return 0;
        }

        int scheme = SchemeLength(text, start);
        bool isWww = scheme == 0 && StandsAt(text, start, Www) && !(start >= 3 && StandsAt(text, start - 3, "://"));
        return isWww ? Www.Length : scheme;
    }

    private static int SchemeLength(string text, int start)
    {
        foreach (string scheme in s_schemes)
        {
            if (StandsAt(text, start, scheme))
            {
                return scheme.Length;
            }
        }

        return 0;
    }

    private static bool StandsAt(string text, int index, string word) =>
        string.Compare(text, index, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    // The host's first letter, at the given place, is never taken off again, so there is always something left.
    private static int End(string text, int host)
    {
        BracketBalance brackets = new();
        int end = host;
        while (end < text.Length && CanStandIn(text[end]) && !IsBeforeNext(text, end) && brackets.Note(text[end]))
        {
            end++;
        }

        while (NeverLast.IndexOf(text[end - 1]) >= 0)
        {
            end--;
        }

        return end;
    }

    // RFC 3986 leaves out blanks, controls and these. Of the rest of Unicode letters and digits stand in domains and paths (RFC 3987);
    // a dash, a quote or an emoji after an address belongs to the sentence.
    private static bool CanStandIn(char character) => character < '\u0080'
        ? character > ' ' && character != '\u007F' && "\"<>\\`".IndexOf(character) < 0
        : char.IsLetterOrDigit(character) || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // "https://a.example,https://b.example" is two; "https://a.example/?to=https://b.example" is one.
    private static bool IsBeforeNext(string text, int index) => text[index] is ',' or ';' or '|' && PrefixLength(text, index + 1) > 0;
}

/// <summary>Follows the brackets of a text from its start, to tell one that closes what was never opened.</summary>
internal sealed class BracketBalance
{
    private const string Opening = "([{";
    private const string Closing = ")]}";

    private readonly int[] _open = new int[Opening.Length];

    /// <summary>Notes the next character of the text.</summary>
    /// <returns><see langword="false"/> when it is a closing bracket without an opening one of its kind before it.</returns>
    public bool Note(char character)
    {
        if (Opening.IndexOf(character) is >= 0 and int opening)
        {
            _open[opening]++;
        }

        int closing = Closing.IndexOf(character);
        return closing < 0 || --_open[closing] >= 0;
    }
}
