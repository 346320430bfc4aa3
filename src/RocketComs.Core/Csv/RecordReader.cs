using System.Runtime.CompilerServices;
using CsvHelper;
using RocketComs.Core.Csv.Encodings;

namespace RocketComs.Core.Csv;

/// <summary>
/// The one reader of records: each with its place, its bytes and its faults. What a record is, and what is a blank line, is decided here for
/// the rules, for import and repair, for files of recipients, and where the delimiter is judged. <see cref="RecordCutter"/> is its quicker
/// stand-in for what leaves no doubt.
/// </summary>
internal sealed class RecordReader : Record, IDisposable
{
    private readonly CsvReader _reader;
    private readonly long _offset;
    private readonly RecordFormat _format;

    private RecordReader(CsvReader reader, RecordFormat format, long line, long offset)
    {
        _reader = reader;
        _format = format;
        _offset = offset;
        NextLine = line;
    }

    /// <inheritdoc/>
    public override long ByteOffset => _offset + _reader.ByteOffset;

    /// <inheritdoc/>
    public override byte Separator => (byte)_reader.Separator;

    /// <inheritdoc/>
    public override int FieldCount => _reader.FieldCount;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Raw => _reader.RawRecord;

    /// <summary>Opens the records of a stream.</summary>
    /// <param name="stream">The stream; it is not closed with the reader.</param>
    /// <param name="format">How its records are written.</param>
    /// <param name="line">The physical line on which it begins, from 1.</param>
    /// <param name="offset">Where it begins in the file, in bytes.</param>
    public static RecordReader Over(Stream stream, RecordFormat format, long line = 1, long offset = 0) =>
        new(CsvReader.Create(stream, format.Options, leaveOpen: true), format, line, offset);

    /// <summary>Opens the records of some bytes of a file.</summary>
    /// <inheritdoc cref="Over(Stream, RecordFormat, long, long)"/>
    public static RecordReader Over(ReadOnlyMemory<byte> bytes, RecordFormat format, long line = 1, long offset = 0) =>
        new(CsvReader.Create(bytes, format.Options), format, line, offset);

    /// <summary>Goes to the next record.</summary>
    /// <exception cref="CsvFormatException">The record is longer than can be held, as a quote that is never closed can make it.</exception>
    [MethodImpl(Jit.Hot)]
    public bool Read()
    {
        if (!_reader.Read())
        {
            return false;
        }

        Line = NextLine++;
        ReadOnlySpan<byte> raw = _reader.RawRecord;
        IsBlank = IsOfBlanks(_format.ArePiped);
        if (IsBlank)
        {
            (Classes, Faults) = (ByteClasses.None, RecordFaults.None);
            return true;
        }

        ByteClasses classes = ByteClassifier.Of(raw);
        Classes = ByteClassifier.Finer(classes);
        RecordFaults faults = FaultsOfCount(_reader.FieldCount);
        bool isPlain = (classes & (ByteClasses.NonAscii | ByteClasses.Low | ByteClasses.Quote)) == 0 && raw.Length <= _format.MostBytes;
        Faults = isPlain ? faults : faults | Rare(raw, classes);
        return true;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Field(int index) => _reader.GetSpan(index);

    /// <summary>A field, unquoted and decoded.</summary>
    public string Text(int index) => _reader.GetString(index);

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> RawField(int index) => _reader.GetRawSpan(index);

    public void Dispose() => _reader.Dispose();

    private RecordFaults Rare(ReadOnlySpan<byte> raw, ByteClasses classes)
    {
        if ((classes & ByteClasses.Low) != 0)
        {
            NextLine += Utf8Text.CountLineBreaks(raw);
        }

        // Nothing else is looked at: it is the work of a quote that is never closed.
        if (raw.Length > _format.MostBytes)
        {
            return RecordFaults.TooLong;
        }

        RecordFaults faults = FaultsOfCharacters(raw, classes);
        faults |= (classes & ByteClasses.Low) != 0 && raw.IndexOfAny((byte)'\r', (byte)'\n') >= 0 ? RecordFaults.LineBreak : RecordFaults.None;
        for (int i = 0; (classes & ByteClasses.Quote) != 0 && i < _reader.FieldCount; i++)
        {
            faults |= QuotedField.Inspect(_reader.GetRawSpan(i)) switch
            {
                // After the first wrong quote nobody can tell what is a field.
                QuoteState.Unclosed => (faults & RecordFaults.QuotingBroken) == 0 ? RecordFaults.QuoteUnclosed : RecordFaults.None,
                QuoteState.TextAfterClosing => (faults & RecordFaults.QuotingBroken) == 0 ? RecordFaults.TextAfterQuote : RecordFaults.None,
                QuoteState.Stray => RecordFaults.StrayQuote,
                _ => RecordFaults.None,
            };
        }

        return faults;
    }
}

/// <summary>How the records of a file are written.</summary>
/// <param name="Separator">What separates the fields.</param>
/// <param name="MostBytes">The bytes that a record may have.</param>
/// <param name="ArePiped">Whether they are rows that were piped, of which none is a blank line.</param>
internal sealed record RecordFormat(char Separator, int MostBytes = BatchCsvFormat.MostRecordBytes, bool ArePiped = false)
{
    /// <summary>The same, for the reader of fields, which many files do without.</summary>
    public CsvReaderOptions Options => field ??= BatchCsvFormat.ReaderOptions(Separator, MostBytes);
}
