using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace RocketComs.Core.Errors;

/// <summary>
/// Texts on their way to a screen, a log or a file that people read: the one border for what the platform, a proxy or a file says. Objects keep
/// their texts as they came, since users compare and send them.
/// </summary>
public static class ShownText
{
    // From the slashes to the last at sign before the next: it is gone back over once, so the time grows with the text and no faster.
    private static readonly Regex s_credentials = new(@"(?<=//)[^\s/?#""'<>]*@", RegexOptions.CultureInvariant);

    /// <summary>
    /// The text with everything visible that would move the cursor, colour the screen or turn the reading direction, as <c>&lt;U+001B&gt;</c>, and
    /// without user and password in addresses. Line feeds and tabs stay.
    /// </summary>
    /// <param name="text">The text.</param>
    public static string Of(string text)
    {
        text = WithoutCredentials(text);
        int first = 0;
        while (first < text.Length && !IsHidden(text, first))
        {
            first += char.IsSurrogatePair(text, first) ? 2 : 1;
        }

        return first >= text.Length ? text : Write(text, first);
    }

    /// <summary>The same for a value within a sentence: a line break in it must not begin a line of its own.</summary>
    /// <param name="text">The value.</param>
    public static string OneLine(string text) => Of(text.Replace("\r\n", "\n").Replace("\r", "\n")).Replace("\n", "\\n");

    /// <summary>A count with its noun: <c>1 segment</c>, <c>1,200 segments</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="noun">Of what, in the singular; its plural is regular.</param>
    public static string Count(long count, string noun) => string.Format(CultureInfo.InvariantCulture, "{0:N0} {1}", count, count == 1 ? noun : Plural(noun));

    /// <summary>The text with <c>***</c> for user and password in addresses such as <c>http://user:password@proxy</c>.</summary>
    /// <param name="text">The text.</param>
    public static string WithoutCredentials(string text) => text.IndexOf('@') < 0 ? text : s_credentials.Replace(text, "***@");

    private static string Plural(string noun) => noun switch
    {
        [.., not ('a' or 'e' or 'o' or 'u'), 'y'] => noun.Substring(0, noun.Length - 1) + "ies",
        [.., 's'] or [.., 'c', 'h'] => noun + "es",
        _ => noun + "s",
    };

    private static string Write(string text, int first)
    {
        StringBuilder result = new(text, 0, first, text.Length + 16);
        for (int i = first; i < text.Length; i++)
        {
            if (IsHidden(text, i))
            {
                result.Append("<U+").Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture)).Append('>');
            }
            else if (char.IsSurrogatePair(text, i))
            {
                result.Append(text, i++, 2);
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }

    private static bool IsHidden(string text, int index) => text[index] switch
    {
        '\n' or '\t' => false,
        '\r' => index + 1 == text.Length || text[index + 1] != '\n',
        < ' ' or (>= '\u007F' and <= '\u009F') => true,

        // Embeddings, overrides and isolates, line and paragraph separators: the marks U+200E and U+200F turn nothing around.
        >= '\u2028' and <= '\u202E' => true,
        >= '\u2066' and <= '\u2069' => true,
        _ => char.IsSurrogate(text[index]) && !char.IsSurrogatePair(text, index) && (index == 0 || !char.IsSurrogatePair(text, index - 1)),
    };
}
