using RocketComs.Core.Csv.Encodings;

namespace RocketComs.Core.Rules.Texts;

/// <summary>
/// Finds addresses of public shorteners in a text: the host at a word's start, behind a scheme and <c>www.</c> or not, then a slash
/// and something behind it. Linear in the length of the text, as every look around a slash is bounded.
/// </summary>
internal static class ShortenerAddress
{
    private const int MostShownBytes = 60;

    /// <summary>Finds the first address.</summary>
    /// <param name="text">The text in UTF-8.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="slash">The slash behind the host, from where the next is to be sought.</param>
    /// <returns>The index of the host or of the <c>www.</c> before it; -1 when there is none.</returns>
    public static int Find(ReadOnlySpan<byte> text, int from, out int slash)
    {
        for (int offset = text.Slice(from).IndexOf((byte)'/'); offset >= 0; offset = text.Slice(from).IndexOf((byte)'/'))
        {
            slash = from + offset;
            from = slash + 1;
            if (from < text.Length && IsPathCharacter(text[from]) && StartOfHost(text.Slice(0, slash)) is >= 0 and int start)
            {
                return start;
            }
        }

        slash = text.Length;
        return -1;
    }

    /// <summary>The address as people would read it, with its scheme and without the punctuation behind it, shortened when it is long.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where <see cref="Find"/> found it.</param>
    /// <param name="slash">The slash behind its host.</param>
    public static string Show(ReadOnlySpan<byte> text, int start, int slash)
    {
        foreach (string scheme in (string[])["https://", "http://"])
        {
            if (start >= scheme.Length && Utf8Text.Decode(text.Slice(start - scheme.Length, scheme.Length)).Equals(scheme, StringComparison.OrdinalIgnoreCase))
            {
                start -= scheme.Length;
                break;
            }
        }

        int end = slash + 1;
        int most = Math.Min(text.Length, start + MostShownBytes);
        while (end < most && IsAddressCharacter(text[end]))
        {
            end++;
        }

        bool isCut = end == most && end < text.Length && IsAddressCharacter(text[end]);
        while (!isCut && IsSentenceEnd(text[end - 1]))
        {
            end--;
        }

        return Utf8Text.Decode(text.Slice(start, end - start)) + (isCut ? "…" : string.Empty);
    }

    /// <summary>Where the address begins whose host a text ends with; -1 when it ends with no shortener at a word's start.</summary>
    private static int StartOfHost(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> www = "www."u8;
        int least = Math.Max(0, text.Length - PublicShorteners.MaximumLength - www.Length - 1);
        int start = text.Length;
        while (start > least && IsHostCharacter(text[start - 1]))
        {
            start--;
        }

        // The n of the pair \n is the end of a line, not the start of a host.
        if (start > 0 && start < text.Length && text[start] == 'n' && text[start - 1] == '\\')
        {
            start++;
        }
        else if (!IsWordStart(text.Slice(0, start)))
        {
            return -1;
        }

        ReadOnlySpan<byte> host = text.Slice(start);
        bool isWww = host.Length > www.Length && host[3] == '.' && (host[0] | 0x20) == 'w' && (host[1] | 0x20) == 'w' && (host[2] | 0x20) == 'w';
        return PublicShorteners.Contains(isWww ? host.Slice(www.Length) : host) ? start : -1;
    }

    /// <summary>Whether a host may follow a text: not inside a word, a path, or a mail address.</summary>
    private static bool IsWordStart(ReadOnlySpan<byte> before)
    {
        if (before.IsEmpty)
        {
            return true;
        }

        byte last = before[before.Length - 1];
        return last == '/'
            ? before.Length > 1 && before[before.Length - 2] == '/'
            : last is not ((byte)'@' or (byte)'_') && !Utf8Letters.StandAtEnd(before);
    }

    private static bool IsHostCharacter(byte character) => character is (byte)'.' or (byte)'-' || IsAsciiLetterOrDigit(character);

    private static bool IsPathCharacter(byte character) =>
        IsAsciiLetterOrDigit(character) || character is (byte)'-' or (byte)'_' or (byte)'~' or (byte)'%' or (byte)'+' or (byte)'#' or (byte)'?' or (byte)'{';

    private static bool IsAddressCharacter(byte character) => character is > (byte)' ' and < 0x7F and not ((byte)'"' or (byte)'<' or (byte)'>' or (byte)'\\');

    private static bool IsSentenceEnd(byte character) =>
        character is (byte)'.' or (byte)',' or (byte)';' or (byte)':' or (byte)'!' or (byte)'?' or (byte)'\'' or (byte)')' or (byte)']' or (byte)'*';

    private static bool IsAsciiLetterOrDigit(byte character) =>
        character is >= (byte)'0' and <= (byte)'9' || (character | 0x20) is >= 'a' and <= 'z';
}
