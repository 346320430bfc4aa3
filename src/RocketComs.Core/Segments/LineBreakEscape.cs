using System.Runtime.CompilerServices;

namespace RocketComs.Core.Segments;

/// <summary>The platform's way to write a line break: a backslash and <c>n</c>. <c>\r</c> and <c>\N</c> are what they look like.</summary>
/// <remarks>Source: API page "Update a Campaign Batch". A backslash has no escape, so <c>\\n</c> is a backslash and a line break.</remarks>
public static class LineBreakEscape
{
    /// <summary>The two characters.</summary>
    public const string Pair = @"\n";

    /// <summary>Makes every pair one line feed.</summary>
    public static string Unescape(string text) => text.Replace(Pair, "\n");

    /// <summary>Makes every pair one line feed, in place.</summary>
    /// <param name="text">The text; what lies after the result is left over.</param>
    /// <returns>The length of the result.</returns>
    [MethodImpl(Jit.Hot)]
    public static int UnescapeInPlace(Span<char> text)
    {
        int read = text.IndexOf(Pair.AsSpan());
        if (read < 0)
        {
            return text.Length;
        }

        int written = read;
        while (read < text.Length)
        {
            bool isPair = text[read] == '\\' && read + 1 < text.Length && text[read + 1] == 'n';
            text[written++] = isPair ? '\n' : text[read];
            read += isPair ? 2 : 1;
        }

        return written;
    }

    /// <summary>Writes every real line break (CR LF, CR or LF) as the pair.</summary>
    public static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny('\r', '\n') < 0)
        {
            return text;
        }

        return text.Replace("\r\n", Pair).Replace("\n", Pair).Replace("\r", Pair);
    }
}
