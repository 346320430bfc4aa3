using System.Runtime.CompilerServices;
using System.Text;

namespace RocketComs.Core.Csv.Encodings;

/// <summary>What is asked of UTF-8 bytes, on both targets.</summary>
internal static class Utf8Text
{
    // The first byte of U+0080 to U+00BF.
    private const byte C1Lead = 0xC2;

    /// <summary>Decodes bytes; what is not UTF-8 becomes U+FFFD.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
#if NET8_0_OR_GREATER
        return Encoding.UTF8.GetString(bytes);
#else
        return Encoding.UTF8.GetString(bytes.ToArray());
#endif
    }

    /// <summary>Decodes bytes into a buffer that is long enough.</summary>
    /// <returns>The number of UTF-16 units.</returns>
    public static int Decode(ReadOnlySpan<byte> bytes, char[] buffer)
    {
#if NET8_0_OR_GREATER
        return Encoding.UTF8.GetChars(bytes, buffer);
#else
        byte[] copy = bytes.ToArray();
        return Encoding.UTF8.GetChars(copy, 0, copy.Length, buffer, 0);
#endif
    }

    /// <summary>A field without the blanks and tabs around it.</summary>
    public static ReadOnlySpan<byte> TrimBlanks(ReadOnlySpan<byte> bytes)
    {
        int start = 0;
        int end = bytes.Length;
        while (start < end && bytes[start] is (byte)' ' or (byte)'\t')
        {
            start++;
        }

        while (end > start && bytes[end - 1] is (byte)' ' or (byte)'\t')
        {
            end--;
        }

        return bytes.Slice(start, end - start);
    }

    /// <summary>The first control character other than tab, CR and LF: U+0000 to U+001F, or U+0080 to U+009F.</summary>
    /// <returns>Its index; -1 when there is none.</returns>
    public static int IndexOfControl(ReadOnlySpan<byte> bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x20 ? bytes[i] is not ((byte)'\t' or (byte)'\r' or (byte)'\n') : IsC1At(bytes, i))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The code point of the control character at a place that <see cref="IndexOfControl"/> found.</summary>
    public static int ControlAt(ReadOnlySpan<byte> bytes, int index) => bytes[index] == C1Lead ? bytes[index + 1] : bytes[index];

    /// <summary>Whether a control character of U+0080 to U+009F stands in a text.</summary>
    [MethodImpl(Jit.Hot)]
    public static bool HoldsC1(ReadOnlySpan<byte> bytes)
    {
        for (int at; (at = bytes.IndexOf(C1Lead)) >= 0; bytes = bytes.Slice(at + 1))
        {
            if (IsC1At(bytes, at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first U+FFFD: a character stood there that another program could not read.</summary>
    /// <returns>Its index; -1 when there is none.</returns>
    public static int IndexOfReplacement(ReadOnlySpan<byte> bytes) => bytes.IndexOf("\uFFFD"u8);

    /// <summary>The first byte that is not UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF).</summary>
    /// <returns>Its index; -1 when all bytes are UTF-8.</returns>
    public static int IndexOfInvalid(ReadOnlySpan<byte> bytes)
    {
#if NET8_0_OR_GREATER
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return -1;
        }
#endif
        int i = 0;
        while (i < bytes.Length)
        {
#if NET8_0_OR_GREATER
            // There is one: ASCII alone would be sound.
            i += bytes.Slice(i).IndexOfAnyInRange((byte)0x80, byte.MaxValue);
#endif
            int length = SequenceLength(bytes.Slice(i));
            if (length == 0)
            {
                return i;
            }

            i += length;
        }

        return -1;
    }

    /// <summary>The number of line breaks: CR LF, CR and LF each count once.</summary>
    public static int CountLineBreaks(ReadOnlySpan<byte> bytes)
    {
        int feeds = Count(bytes, (byte)'\n');
        int returns = Count(bytes, (byte)'\r');
        return returns == 0 ? feeds : feeds + returns - CountPairs(bytes);
    }

    private static bool IsC1At(ReadOnlySpan<byte> bytes, int index) => bytes[index] == C1Lead && index + 1 < bytes.Length && bytes[index + 1] is >= 0x80 and < 0xA0;

    private static int CountPairs(ReadOnlySpan<byte> bytes)
    {
        int pairs = 0;
        for (int at; (at = bytes.IndexOf("\r\n"u8)) >= 0; bytes = bytes.Slice(at + 2))
        {
            pairs++;
        }

        return pairs;
    }

    private static int Count(ReadOnlySpan<byte> bytes, byte wanted)
    {
#if NET8_0_OR_GREATER
        return MemoryExtensions.Count(bytes, wanted);
#else
        int count = 0;
        foreach (byte each in bytes)
        {
            count += each == wanted ? 1 : 0;
        }

        return count;
#endif
    }

    private static int SequenceLength(ReadOnlySpan<byte> bytes)
    {
        byte first = bytes[0];
        if (first < 0x80)
        {
            return 1;
        }

        (int length, int low, int high) = first switch
        {
            >= 0xC2 and <= 0xDF => (2, 0x80, 0xBF),
            0xE0 => (3, 0xA0, 0xBF),
            0xED => (3, 0x80, 0x9F),
            >= 0xE1 and <= 0xEF => (3, 0x80, 0xBF),
            0xF0 => (4, 0x90, 0xBF),
            >= 0xF1 and <= 0xF3 => (4, 0x80, 0xBF),
            0xF4 => (4, 0x80, 0x8F),
            _ => (0, 0, 0),
        };
        if (length == 0 || bytes.Length < length || bytes[1] < low || bytes[1] > high)
        {
            return 0;
        }

        for (int i = 2; i < length; i++)
        {
            if ((bytes[i] & 0xC0) != 0x80)
            {
                return 0;
            }
        }

        return length;
    }
}

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
