using System.Text;

namespace RocketComs.Core.Csv;

/// <summary>Rows that are set aside, as they stood, nothing added, so that they can be repaired and sent.</summary>
/// <param name="open">Gets where they are written, asked for when there are some.</param>
/// <param name="lineEnd">What ends the lines of the original.</param>
internal sealed class RejectedRows(Func<Stream> open, string lineEnd)
{
    private readonly byte[] _lineEnd = Encoding.ASCII.GetBytes(lineEnd);

    /// <summary>Adds a row.</summary>
    /// <param name="raw">The row as it stands in the original, without the line break that ends it; <see langword="null"/> for none.</param>
    public void Add(byte[]? raw)
    {
        if (raw is null)
        {
            return;
        }

        Stream stream = open();
        stream.Write(raw, 0, raw.Length);

        // A quote that is never closed takes in the end of its last line.
        if (raw.Length == 0 || raw[raw.Length - 1] is not ((byte)'\r' or (byte)'\n'))
        {
            stream.Write(_lineEnd, 0, _lineEnd.Length);
        }
    }
}
