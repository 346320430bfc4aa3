using RocketComs.Core.Csv.Encodings;

namespace RocketComs.Core.Csv;

/// <summary>Finds what is no UTF-16 in a file that says it is.</summary>
internal static class Utf16Text
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>The first place in a file that is no UTF-16, if the file says that it is.</summary>
    /// <param name="source">The file.</param>
    /// <param name="encoding">What it says it is.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static (long Offset, long Line)? FindInvalid(BatchSource source, TextEncoding encoding, CancellationToken cancellationToken = default)
    {
        if (!TextEncodings.IsUtf16(encoding))
        {
            return null;
        }

        using Stream stream = source.Open();
        return FindInvalid(stream, encoding == TextEncoding.Utf16BigEndian, cancellationToken);
    }

    /// <summary>The first lone surrogate, or half a unit at the end.</summary>
    /// <param name="stream">The file, from its start.</param>
    /// <param name="isBigEndian">Whether the high byte of a unit comes first.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>Its offset in bytes and its physical line, from 1; <see langword="null"/> when the file is sound.</returns>
    private static (long Offset, long Line)? FindInvalid(Stream stream, bool isBigEndian, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[BufferBytes];
        long offset = 0;
        long line = 1;
        bool isAfterHigh = false;
        int previous = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int length = BatchSource.Fill(stream, buffer, 0, BufferBytes);
            for (int i = 0; i + 1 < length; i += 2, offset += 2)
            {
                int unit = isBigEndian ? (buffer[i] << 8) | buffer[i + 1] : (buffer[i + 1] << 8) | buffer[i];
                if (isAfterHigh != unit is >= 0xDC00 and <= 0xDFFF)
                {
                    return (isAfterHigh ? offset - 2 : offset, line);
                }

                isAfterHigh = unit is >= 0xD800 and <= 0xDBFF;
                line += unit == '\r' || (unit == '\n' && previous != '\r') ? 1 : 0;
                previous = unit;
            }

            if (length < buffer.Length)
            {
                return isAfterHigh ? (offset - 2, line) : length % 2 != 0 ? (offset, line) : null;
            }
        }
    }
}
