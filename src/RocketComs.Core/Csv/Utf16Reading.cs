using System.Text;
using RocketComs.Core.Csv.Encodings;

namespace RocketComs.Core.Csv;

/// <summary>A text in UTF-16, read as UTF-8 without its byte order mark.</summary>
/// <param name="inner">The text, at its start; closed with the stream.</param>
/// <param name="encoding">Which UTF-16 it is.</param>
internal sealed class Utf16Reading(Stream inner, TextEncoding encoding) : ForwardStream
{
    private const int Characters = 32 * 1024;

    private readonly StreamReader _reader = new(inner, TextEncodings.Decoder(encoding), detectEncodingFromByteOrderMarks: true);
    private readonly Encoder _encoder = Encoding.UTF8.GetEncoder();
    private readonly char[] _characters = new char[Characters];

    // The halves of a pair may come apart: the first then waits in the encoder.
    private readonly byte[] _bytes = new byte[Encoding.UTF8.GetMaxByteCount(Characters + 1)];
    private int _from;
    private int _to;

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (_from == _to)
        {
            int read = _reader.Read(_characters, 0, Characters);
            (_from, _to) = (0, _encoder.GetBytes(_characters, 0, read, _bytes, 0, flush: read == 0));
            if (read == 0 && _to == 0)
            {
                return 0;
            }
        }

        int length = Math.Min(count, _to - _from);
        Buffer.BlockCopy(_bytes, _from, buffer, offset, length);
        _from += length;
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _reader.Dispose();
        }

        base.Dispose(disposing);
    }
}
