using System.Text;
using RocketComs.Core.Csv.Encodings;

namespace RocketComs.Core.Csv;

/// <summary>
/// Goes through the rows of a batch file that has no errors, with their bytes as they stand, line end and all. Those of a row can be had when the
/// next one is read: only then has its line end been seen whole. Blank lines are no rows.
/// </summary>
internal sealed class RawRowReader : IDisposable
{
    private readonly RecalledStream _stream;
    private readonly RecordReader _records;
    private readonly Encoding? _wide;
    private long _start = -1;
    private int _length;

    /// <summary>Opens a file.</summary>
    /// <param name="source">The file, in an encoding that can be read.</param>
    public RawRowReader(BatchSource source)
    {
        SourceFormat format = SourceFormat.Detect(source);
        bool isUtf16 = TextEncodings.IsUtf16(format.Encoding);
        _wide = isUtf16 ? TextEncodings.Decoder(format.Encoding) : null;
        Mark = isUtf16 || format.Encoding == TextEncoding.Utf8WithBom ? TextEncodings.Decoder(format.Encoding).GetPreamble() : [];
        Stream bytes = source.Open();
        _stream = new RecalledStream(isUtf16 ? new Utf16Reading(bytes, format.Encoding) : bytes);
        _records = RecordReader.Over(_stream, format.Records());
    }

    /// <summary>The byte order mark of the file; empty without one.</summary>
    public byte[] Mark { get; }

    /// <summary>The row.</summary>
    public Record Row => _records;

    /// <summary>The row before this one, or the last one at the end, as it stands in the file, with its line end. Valid until the next row.</summary>
    public ReadOnlySpan<byte> Before => _wide is null ? Utf8Before : _wide.GetBytes(Utf8Text.Decode(Utf8Before));

    /// <summary>Whether there was a row before this one.</summary>
    public bool HasBefore { get; private set; }

    private ReadOnlySpan<byte> Utf8Before => _stream.From(_start).Slice(0, _length);

    /// <summary>Goes to the next row.</summary>
    public bool Read()
    {
        // What this row is shows only in the reader: its place is noted before that goes on.
        (long start, int length) = (_records.Line > 0 ? _records.ByteOffset : -1, _records.Line > 0 ? _records.Raw.Length : 0);
        _stream.Forget(Math.Max(0, start));
        bool isThere = _records.Read();
        while (isThere && _records.IsBlank)
        {
            isThere = _records.Read();
        }

        HasBefore = start >= 0;
        if (HasBefore)
        {
            ReadOnlySpan<byte> after = _stream.From(start + length);
            (_start, _length) = (start, length + LineEnd(after));
        }

        return isThere;
    }

    public void Dispose()
    {
        _records.Dispose();
        _stream.Dispose();
    }

    private static int LineEnd(ReadOnlySpan<byte> bytes) => bytes.IsEmpty ? 0 : bytes[0] == '\r' && bytes.Length > 1 && bytes[1] == '\n' ? 2 : 1;
}
