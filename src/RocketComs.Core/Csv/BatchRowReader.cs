using CsvHelper;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Csv;

/// <summary>Goes through the records of a batch file, one after the other; what it shows of one is valid until the next.</summary>
internal sealed class BatchRowReader : IDisposable
{
    private readonly BatchSource _source;
    private readonly Stream _stream;
    private readonly CsvReader _reader;
    private bool _isFirst = true;

    /// <summary>Opens a file.</summary>
    /// <param name="source">The file, in an encoding that can be read.</param>
    /// <param name="separator">What separates its columns.</param>
    /// <exception cref="BatchFileException">The file cannot be opened.</exception>
    public BatchRowReader(BatchSource source, char separator)
    {
        _source = source;
        _stream = source.Open();
        _reader = CsvReader.Create(_stream, BatchCsvFormat.ReaderOptions(separator), leaveOpen: true);
    }

    /// <summary>The record, from 1, without blank lines and header; 0 for the header.</summary>
    public long Row { get; private set; }

    /// <summary>The physical line on which the record begins, from 1.</summary>
    public long Line => _reader.LineNumber;

    /// <summary>The place of the record in the file, in bytes of UTF-8.</summary>
    public long ByteOffset => _reader.ByteOffset;

    /// <summary>Whether the record is a header, and so no row.</summary>
    public bool IsHeader { get; private set; }

    /// <summary>The blank lines that stand before this record, in the whole file; those at its end are never counted.</summary>
    public long BlankLines { get; private set; }

    public byte Separator => (byte)_reader.Separator;

    public int FieldCount => _reader.FieldCount;

    public string Number => _reader.GetString(0);

    /// <summary>The second field; empty when there is none.</summary>
    public string Message => _reader.FieldCount > 1 ? _reader.GetString(1) : string.Empty;

    /// <summary>All fields after the first; more than one, as a comma in a text cuts it, with the separators between them.</summary>
    public string Rest => _reader.FieldCount < 3
        ? Message
        : string.Join(_reader.Separator.ToString(), Enumerable.Range(1, _reader.FieldCount - 1).Select(_reader.GetString));

    /// <summary>Whether the text is not quoted and holds a quote.</summary>
    public bool HasStrayQuote => _reader.FieldCount > 1 && QuotedField.Inspect(_reader.GetRawSpan(1)) == QuoteState.Stray;

    /// <summary>The whole record as it stands in the file, in UTF-8, without the line break that ends it.</summary>
    public ReadOnlySpan<byte> Raw => _reader.RawRecord;

    /// <summary>Why the record cannot be trusted, such as three columns; <see langword="null"/> when it can.</summary>
    public string? Fault => Utf8Text.IndexOfInvalid(_reader.RawRecord) >= 0 ? "it holds bytes that are not UTF-8" : QuotedField.BrokenIn(_reader) switch
    {
        QuoteState.Unclosed => "a quote is never closed",
        QuoteState.TextAfterClosing => "text stands after a closing quote",
        _ => _reader.FieldCount == 2 ? null : $"it has {_reader.FieldCount} {(_reader.FieldCount == 1 ? "column" : "columns")} instead of two",
    };

    /// <summary>A field, unquoted.</summary>
    public ReadOnlySpan<byte> Field(int index) => _reader.GetSpan(index);

    /// <summary>Goes to the next record that is no blank line.</summary>
    /// <exception cref="BatchCsvUnusableException">A record is longer than can be held, as a quote that is never closed can make it.</exception>
    public bool Read()
    {
        long blankLines = 0;
        while (ReadRecord())
        {
            if (Utf8Text.IsBlank(_reader.RawRecord))
            {
                blankLines++;
                continue;
            }

            BlankLines += blankLines;
            IsHeader = _isFirst && HeaderRow.IsHeader(_reader);
            _isFirst = false;
            Row += IsHeader ? 0 : 1;
            return true;
        }

        return false;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }

    private bool ReadRecord()
    {
        try
        {
            return _reader.Read();
        }
        catch (CsvFormatException exception)
        {
            throw new BatchCsvUnusableException(
                _source.Path,
                FormattableString.Invariant($"Row {Row + 1} of '{_source.Path ?? _source.FileName}', which begins on line {exception.LineNumber}, is too long to be read."),
                "Look for a quote in it that is never closed; it makes one row of all that follows.",
                exception);
        }
    }
}
