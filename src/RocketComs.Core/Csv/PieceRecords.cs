using System.Diagnostics.CodeAnalysis;

namespace RocketComs.Core.Csv;

/// <summary>
/// Goes through the records of a piece of a file in memory: those that leave no doubt are cut, the others are parsed, a few at a time. Who reads them
/// cuts as long as he likes with <see cref="Cutter"/>, then lets the next one be parsed, and so on.
/// </summary>
/// <remarks>Used again for other bytes, by one thread at a time.</remarks>
internal sealed class PieceRecords : IDisposable
{
    // Of bytes that the parser is given at a time: it looks over all of them before it gives a record. Mostly one line is enough for it.
    private const int LeastWindow = 64;
    private const int MostWindow = 16 * 1024;
    private const int WindowGrowth = 8;

    private RecordFormat _format = new(',');
    private byte[] _bytes = [];
    private int _length;
    private long _offset;
    private bool _isLast;
    private bool _cuts;

    // Of the bytes that the parser has: where they end, and whether a record of them has been read.
    private RecordReader? _parser;
    private int _to;
    private bool _hasRead;
    private long _window;
    private int _parsedTo;

    /// <summary>What cuts records; it stands where the next one begins.</summary>
    public RecordCutter Cutter { get; } = new();

    /// <summary>Whether the next record is to be parsed, whatever it is.</summary>
    public bool IsParsing => _parser is not null || !_cuts;

    /// <summary>Where the last record begins that the bytes hold, when it goes on after them; else -1.</summary>
    public int OpenFrom { get; private set; } = -1;

    /// <summary>Whether no record is left.</summary>
    public bool IsAtEnd => OpenFrom >= 0 || Cutter.Position >= _length;

    /// <summary>Begins with other bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="length">How many of them count.</param>
    /// <param name="position">Where the first record begins; the end of the line before stands in front of it, unless it is the first of the file.</param>
    /// <param name="offset">Where the bytes begin in the file.</param>
    /// <param name="line">The physical line on which the first record begins, from 1.</param>
    /// <param name="isLast">Whether the file ends with them.</param>
    /// <param name="format">How records are written.</param>
    /// <param name="cuts">Whether records that leave no doubt are cut.</param>
    public void Begin(byte[] bytes, int length, int position, long offset, long line, bool isLast, RecordFormat format, bool cuts)
    {
        Dispose();
        (_bytes, _length, _offset, _isLast, _format, _cuts) = (bytes, length, offset, isLast, format, cuts);
        (OpenFrom, _window, _parsedTo) = (-1, LeastWindow, -1);
        Cutter.Begin(bytes, length, offset, format.ArePiped);
        Cutter.GoTo(position, line);
        if (offset + position == 0 && length > 0 && MayBeMark(bytes[0]))
        {
            // A byte order mark belongs to the first record, and only the parser knows one.
            Open(_window = LineLength());
        }
    }

    /// <summary>Parses the next record.</summary>
    /// <param name="record">The record, valid until the next.</param>
    /// <returns>Whether there is one. If not, and this is not the end, records can be cut again.</returns>
    /// <exception cref="CsvHelper.CsvFormatException">The record is longer than can be held.</exception>
    public bool TryParse([NotNullWhen(true)] out RecordReader? record)
    {
        record = _parser;
        if (record is null && !IsAtEnd)
        {
            // Where records that cannot be cut follow each other, it is not tried before each of them.
            _window = !_cuts ? _length : Cutter.Position > _parsedTo ? LineLength() : Math.Min(_window * 2, MostWindow);
            record = Open(_window);
        }

        for (long reach = _window; record is not null && record.Read(); record = Open(reach *= WindowGrowth))
        {
            // A record ends before its line end. One that holds the last line end as well is a quoted text that goes on.
            int end = (int)(record.ByteOffset - _offset) + record.Raw.Length;
            if (end < _to || (_to == _length && _isLast))
            {
                bool isPair = end + 1 < _length && _bytes[end] == '\r' && _bytes[end + 1] == '\n';
                Cutter.GoTo(Math.Min(end + (isPair ? 2 : 1), _length), record.NextLine);
                _hasRead = true;
                return true;
            }

            OpenFrom = _to == _length ? Cutter.Position : -1;
            if (_hasRead || OpenFrom >= 0)
            {
                Close();
                return false;
            }
        }

        if (record is not null)
        {
            // Nothing but a byte order mark is no record.
            Cutter.GoTo(Math.Max(Cutter.Position, _to), Cutter.NextLine);
            Close();
        }

        return false;
    }

    /// <summary>Lets go of the bytes.</summary>
    public void Dispose() => Close();

    /// <summary>Whether a byte may begin a byte order mark: a reader takes EF BB BF, FF FE, FE FF or 00 00 FE FF at the start of its bytes for such.</summary>
    public static bool MayBeMark(byte first) => first is 0xEF or 0xFF or 0xFE or 0;

    // Of the line that is next, with its end.
    private int LineLength()
    {
        ReadOnlySpan<byte> rest = _bytes.AsSpan(Cutter.Position, _length - Cutter.Position);
        return Math.Max(rest.IndexOf((byte)'\n') + 1, Math.Min(LeastWindow, rest.Length));
    }

    private RecordReader Open(long reach)
    {
        Close();
        int position = Cutter.Position;
        _to = (int)Math.Min(position + reach, _length);
        _hasRead = false;

        // Begun with the end of the line before: else a reader could take the first bytes for a byte order mark.
        int lead = position > 0 ? 1 : 0;
        int from = position - lead;
        _parser = RecordReader.Over(new ReadOnlyMemory<byte>(_bytes, from, _to - from), _format, Cutter.NextLine - lead, _offset + from);
        if (lead > 0)
        {
            _parser.Read();
        }

        return _parser;
    }

    private void Close()
    {
        _parsedTo = Cutter.Position;
        _parser?.Dispose();
        _parser = null;
    }
}
