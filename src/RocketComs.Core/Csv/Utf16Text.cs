using System.IO;

namespace RocketComs.Core.Csv;

/// <summary>Finds what is no UTF-16 in a file that says it is.</summary>
internal static class Utf16Text
{
    /// <summary>The first place in a file that is no UTF-16, if the file says that it is.</summary>
    /// <param name="source">The file.</param>
    /// <param name="encoding">What it says it is.</param>
    public static (long Offset, long Line)? FindInvalid(BatchSource source, TextEncoding encoding)
    {
        if (!TextEncodings.IsUtf16(encoding))
        {
            return null;
        }

        using Stream stream = source.Open();
        return FindInvalid(stream, encoding == TextEncoding.Utf16BigEndian);
    }

    /// <summary>The first lone surrogate, or half a unit at the end.</summary>
    /// <param name="stream">The file, from its start.</param>
    /// <param name="isBigEndian">Whether the high byte of a unit comes first.</param>
    /// <returns>Its offset in bytes and its physical line, from 1; <see langword="null"/> when the file is sound.</returns>
    private static (long Offset, long Line)? FindInvalid(Stream stream, bool isBigEndian)
    {
        using BufferedStream bytes = new(stream, 64 * 1024);
        long line = 1;
        bool isAfterHigh = false;
        int previous = 0;
        for (long offset = 0; ; offset += 2)
        {
            int first = bytes.ReadByte();
            int second = first < 0 ? -1 : bytes.ReadByte();
            if (second < 0)
            {
                return isAfterHigh ? (offset - 2, line) : first >= 0 ? (offset, line) : null;
            }

            int unit = isBigEndian ? (first << 8) | second : (second << 8) | first;
            if (isAfterHigh != unit is >= 0xDC00 and <= 0xDFFF)
            {
                return (isAfterHigh ? offset - 2 : offset, line);
            }

            isAfterHigh = unit is >= 0xD800 and <= 0xDBFF;
            line += unit == '\r' || (unit == '\n' && previous != '\r') ? 1 : 0;
            previous = unit;
        }
    }
}
