using System;
using System.Text.RegularExpressions;

namespace RocketComs.Core.Segments;

/// <summary>
/// Finds what the platform's shortener would take for a URL: <c>http://</c>, <c>https://</c> or <c>www.</c> at a word's start, up to
/// the next blank, without the punctuation that ends the sentence and without a closing bracket that was never opened.
/// </summary>
/// <remarks>The platform does not document what it takes for a URL; this is the module's assumption.</remarks>
public static class UrlFinder
{
    // Linear: one alternative per character and no nested repetition, so a hostile text cannot make it backtrack.
    private static readonly Regex s_url = new(
        @"(?<![\p{L}\p{Nd}@])(?:https?://|www\.)[^\s""<>]+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled);

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

        if (!MayHoldUrl(text.AsSpan()))
        {
            return text;
        }

        string link = Placeholder(length);
        return s_url.Replace(text, match => Trim(match.Value) is { Length: > 0 } url ? link + match.Value.Substring(url.Length) : match.Value);
    }

    /// <summary>A stand-in for a short link, of the given length.</summary>
    internal static string Placeholder(int length)
    {
        const string Start = "https://short.link/";
        return length <= Start.Length ? Start.Substring(0, length) : Start + new string('x', length - Start.Length);
    }

    /// <summary>Whether a text can hold a URL at all: a cheap look before the search.</summary>
    public static bool MayHoldUrl(ReadOnlySpan<char> text) =>
        text.IndexOf("://".AsSpan()) >= 0 || text.IndexOf("www.".AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0;

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

    private static string Trim(string match)
    {
        int length = match.Length;
        BracketBalance brackets = new(match);
        while (length > 0 && (IsSentenceEnd(match[length - 1]) || brackets.IsUnopened(match[length - 1])))
        {
            brackets.Remove(match[length - 1]);
            length--;
        }

        // A scheme alone is no address.
        string url = match.Substring(0, length);
        return url.EndsWith(":/", StringComparison.Ordinal) || url.EndsWith("://", StringComparison.Ordinal) ? string.Empty : url;
    }

    private static bool IsSentenceEnd(char character) => ".,;:!?'\"*_~\u2019\u201D\u2026".IndexOf(character) >= 0;
}
