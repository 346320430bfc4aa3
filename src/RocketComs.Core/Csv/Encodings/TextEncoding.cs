using System.Text;

namespace RocketComs.Core.Csv.Encodings;

/// <summary>How a batch file is encoded, as far as its first bytes tell.</summary>
public enum TextEncoding
{
    /// <summary>UTF-8, or bytes that are to be judged as UTF-8.</summary>
    Utf8,

    /// <summary>UTF-8 with a byte order mark.</summary>
    Utf8WithBom,

    /// <summary>UTF-16, low byte first, with a byte order mark.</summary>
    Utf16LittleEndian,

    /// <summary>UTF-16, high byte first, with a byte order mark.</summary>
    Utf16BigEndian,

    /// <summary>Looks like UTF-16, low byte first, but has no byte order mark.</summary>
    Utf16LittleEndianWithoutBom,

    /// <summary>Looks like UTF-16, high byte first, but has no byte order mark.</summary>
    Utf16BigEndianWithoutBom,

    /// <summary>UTF-32, which the platform cannot be given.</summary>
    Utf32,
}

/// <summary>Recognises encodings and names them.</summary>
internal static class TextEncodings
{
    public static TextEncoding Detect(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return TextEncoding.Utf8WithBom;
        }

        // UTF-32's mark begins with UTF-16's, so it is asked for first.
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) || head.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
        {
            return TextEncoding.Utf32;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return TextEncoding.Utf16LittleEndian;
        }

        return head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? TextEncoding.Utf16BigEndian : WithoutBom(head);
    }

    /// <summary>The name for reports.</summary>
    public static string Name(TextEncoding encoding) => encoding switch
    {
        TextEncoding.Utf8 => "UTF-8",
        TextEncoding.Utf8WithBom => "UTF-8 with BOM",
        TextEncoding.Utf16LittleEndian => "UTF-16 LE",
        TextEncoding.Utf16BigEndian => "UTF-16 BE",
        TextEncoding.Utf16LittleEndianWithoutBom => "UTF-16 LE without BOM",
        TextEncoding.Utf16BigEndianWithoutBom => "UTF-16 BE without BOM",
        TextEncoding.Utf32 => "UTF-32",
        _ => throw new ArgumentOutOfRangeException(nameof(encoding)),
    };

    /// <summary>Whether the file can be read: as it is, or converted to plain UTF-8.</summary>
    public static bool IsReadable(TextEncoding encoding) =>
        encoding is TextEncoding.Utf8 or TextEncoding.Utf8WithBom or TextEncoding.Utf16LittleEndian or TextEncoding.Utf16BigEndian;

    /// <summary>Whether the file is UTF-16 with a mark.</summary>
    public static bool IsUtf16(TextEncoding encoding) => encoding is TextEncoding.Utf16LittleEndian or TextEncoding.Utf16BigEndian;

    public static Encoding Decoder(TextEncoding encoding) => encoding switch
    {
        TextEncoding.Utf16LittleEndian => Encoding.Unicode,
        TextEncoding.Utf16BigEndian => Encoding.BigEndianUnicode,
        _ => Encoding.UTF8,
    };

    // ASCII text in UTF-16 has a NUL in every other byte, which no batch file in UTF-8 has.
    private static TextEncoding WithoutBom(ReadOnlySpan<byte> head)
    {
        int pairs = Math.Min(head.Length, 256) / 2;
        int highZero = 0;
        int lowZero = 0;
        for (int i = 0; i < pairs; i++)
        {
            highZero += head[(2 * i) + 1] == 0 ? 1 : 0;
            lowZero += head[2 * i] == 0 ? 1 : 0;
        }

        if (pairs >= 2 && highZero * 10 >= pairs * 7 && lowZero * 10 < pairs)
        {
            return TextEncoding.Utf16LittleEndianWithoutBom;
        }

        return pairs >= 2 && lowZero * 10 >= pairs * 7 && highZero * 10 < pairs ? TextEncoding.Utf16BigEndianWithoutBom : TextEncoding.Utf8;
    }
}
