using CsvHelper;

namespace RocketComs.Core.Csv;

/// <summary>The records of a file, one after the other: cut where they leave no doubt, else parsed.</summary>
internal sealed class FileRecords : IDisposable
{
    private const int FirstLength = 256 * 1024;

    private readonly Stream _stream;
    private readonly RecordFormat _format;
    private readonly RecordReader? _whole;
    private readonly PieceRecords _piece = new();
    private byte[] _bytes = [];
    private int _length;
    private long _offset;
    private bool _isLast;

    /// <summary>Opens the records of a stream.</summary>
    /// <param name="stream">The stream, at its start; it is not closed with the records.</param>
    /// <param name="format">How its records are written.</param>
    /// <param name="cuts">Whether they can be cut: they are UTF-8 with commas.</param>
    public FileRecords(Stream stream, RecordFormat format, bool cuts)
    {
        (_stream, _format) = (stream, format);
        _whole = cuts ? null : RecordReader.Over(stream, format);
        Current = _whole ?? (Record)_piece.Cutter;
        _piece.Cutter.GoTo(0, 1);
    }

    /// <summary>The record; valid until the next.</summary>
    public Record Current { get; private set; }

    /// <summary>The physical line on which the next record begins.</summary>
    public long NextLine => (_whole ?? (Record)_piece.Cutter).NextLine;

    /// <summary>How far the file has been read, in bytes of UTF-8: to the end of the record, with or without its line end.</summary>
    public long Position => _whole is null ? _offset + _piece.Cutter.Position : _whole.ByteOffset + _whole.Raw.Length;

    /// <summary>What cuts the next records; <see langword="null"/> when the next is to be parsed. What it passes has been read.</summary>
    public RecordCutter? Cutter => _whole is not null || _piece.IsParsing ? null : _piece.Cutter;

    /// <summary>Goes to the next record.</summary>
    /// <exception cref="CsvFormatException">The record is longer than can be held, as a quote that is never closed can make it.</exception>
    public bool Read()
    {
        if (_whole is not null)
        {
            return _whole.Read();
        }

        do
        {
            while (!_piece.IsAtEnd)
            {
                if (!_piece.IsParsing && _piece.Cutter.TryCut())
                {
                    Current = _piece.Cutter;
                    return true;
                }

                if (_piece.TryParse(out RecordReader? parsed))
                {
                    Current = parsed;
                    return true;
                }
            }
        }
        while (TryFill());
        return false;
    }

    public void Dispose()
    {
        _piece.Dispose();
        _whole?.Dispose();
    }

    // Reads on, and keeps what is left of the bytes before, with the end of the line before it.
    private bool TryFill()
    {
        if (_isLast)
        {
            return false;
        }

        int position = _piece.Cutter.Position;
        int lead = position > 0 ? 1 : 0;
        int from = position - lead;
        int kept = _length - from;
        RequireLength(kept);
        byte[] bytes = _bytes.Length == 0 ? new byte[FillingOf(_stream)] : kept * 2 > _bytes.Length ? new byte[_bytes.Length * 2] : _bytes;
        Buffer.BlockCopy(_bytes, from, bytes, 0, kept);
        _bytes = bytes;
        _offset += from;
        _length = BatchSource.Fill(_stream, _bytes, kept, _bytes.Length);
        _isLast = _length < _bytes.Length;

        // A carriage return alone ends a line, unless a line feed follows: that is not known yet.
        int known = _isLast || _bytes[_length - 1] != '\r' ? _length : _length - 1;
        _piece.Begin(_bytes, known, lead, _offset, _piece.Cutter.NextLine, _isLast, _format, cuts: true);
        return true;
    }

    // One more than there are bytes, so that the end is seen.
    private static int FillingOf(Stream stream) => stream.CanSeek ? (int)Math.Min(FirstLength, stream.Length - stream.Position + 1) : FirstLength;

    // As a reader of the stream would.
    private void RequireLength(int record)
    {
        if (record > _format.MostBytes)
        {
            throw new CsvFormatException("A record is longer than can be held.");
        }
    }
}
