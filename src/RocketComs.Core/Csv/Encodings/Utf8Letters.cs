namespace RocketComs.Core.Csv.Encodings;

/// <summary>Letters and digits of any script in UTF-8 bytes. Those beyond U+FFFF, and bytes that are not UTF-8, count as none.</summary>
internal static class Utf8Letters
{
    /// <summary>The length of the letter or digit at the start of a text that is not empty.</summary>
    /// <returns>1 to 3 bytes; 0 when something else stands there.</returns>
    public static int LengthAtStart(ReadOnlySpan<byte> text)
    {
        byte first = text[0];
        if (first < 0x80)
        {
            return char.IsLetterOrDigit((char)first) ? 1 : 0;
        }

        if (first is >= 0xC2 and <= 0xDF && text.Length > 1)
        {
            return char.IsLetterOrDigit((char)(((first & 0x1F) << 6) | (text[1] & 0x3F))) ? 2 : 0;
        }

        return first is >= 0xE0 and <= 0xEF && text.Length > 2
            && char.IsLetterOrDigit((char)(((first & 0x0F) << 12) | ((text[1] & 0x3F) << 6) | (text[2] & 0x3F))) ? 3 : 0;
    }

    /// <summary>Whether a text ends with a letter or digit.</summary>
    public static bool StandAtEnd(ReadOnlySpan<byte> text)
    {
        int start = text.Length - 1;
        while (start > 0 && text.Length - start < 3 && (text[start] & 0xC0) == 0x80)
        {
            start--;
        }

        return start >= 0 && LengthAtStart(text.Slice(start)) == text.Length - start;
    }
}
