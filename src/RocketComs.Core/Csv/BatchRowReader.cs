using CsvHelper;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Csv;

/// <summary>Goes through the rows of a batch file, one after the other; what it shows of one is valid until the next.</summary>
internal sealed class BatchRowReader : IDisposable
{
    private readonly BatchSource _source;
    private readonly Stream _stream;
    private readonly FileRecords _records;
    private int _headerLines;

    /// <summary>Opens a file.</summary>
    /// <param name="source">The file.</param>
    /// <exception cref="BatchFileException">The file cannot be opened, or is in an encoding that cannot be read.</exception>
    public BatchRowReader(BatchSource source)
    {
        _source = source;
        _stream = source.Open();
        try
        {
            Format = SourceFormat.Detect(source, _stream);
            if (!TextEncodings.IsReadable(Format.Encoding))
            {
                throw new BatchFileException(
                    source.Path ?? source.FileName,
                    $"'{source.Path}' looks like {TextEncodings.Name(Format.Encoding)} and cannot be read.",
                    "Save it as UTF-8 (in Excel: 'CSV UTF-8').");
            }

            _records = new FileRecords(_stream, Format.Records(), cuts: Format.Separator == ',' && !TextEncodings.IsUtf16(Format.Encoding));
        }
        catch
        {
            _stream.Dispose();
            throw;
        }
    }

    /// <summary>What the beginning of the file tells of it.</summary>
    public SourceFormat Format { get; }

    /// <summary>The record, from 1, without blank lines and header; 0 for the header.</summary>
    public long Row { get; private set; }

    /// <summary>The physical line on which the record begins, from 1.</summary>
    public long Line => _records.Current.Line;

    /// <summary>The physical line on which the record ends.</summary>
    public long LastLine => _records.NextLine - 1;

    /// <summary>How far the file has been read, in bytes of UTF-8.</summary>
    public long Position => _records.Position;

    /// <summary>
    /// What cuts the next rows, for who passes some of them at once and says so with <see cref="Pass"/>; <see langword="null"/> where the next record could be a header,
    /// or is to be parsed.
    /// </summary>
    public RecordCutter? Cutter => _headerLines == Format.Header.Count ? _records.Cutter : null;

    /// <summary>What it is when it is no row; <see langword="null"/> for a row.</summary>
    public HeaderKind? Header { get; private set; }

    /// <summary>The blank lines that stand before this record, in the whole file; those at its end are never counted.</summary>
    public long BlankLines { get; private set; }

    public byte Separator => _records.Current.Separator;

    public int FieldCount => _records.Current.FieldCount;

    public string Number => Text(0);

    /// <summary>The second field; empty when there is none.</summary>
    public string Message => FieldCount > 1 ? Text(1) : string.Empty;

    /// <summary>All fields after the first; more than one, as a comma in a text cuts it, with the separators between them.</summary>
    public string Rest => FieldCount < 3 ? Message : string.Join(Format.Separator.ToString(), Enumerable.Range(1, FieldCount - 1).Select(Text));

    /// <summary>Whether the text is not quoted and holds a quote.</summary>
    public bool HasStrayQuote => FieldCount > 1 && QuotedField.Inspect(_records.Current.RawField(1)) == QuoteState.Stray;

    /// <summary>What is meant by the second field: where only the blanks before its quote make text of the quotes, it is without them.</summary>
    public string MeantMessage => FieldCount > 1 && QuotedField.TryReadBetweenBlanks(_records.Current.RawField(1), out byte[] text) ? Utf8Text.Decode(text) : Message;

    /// <summary>Whether it is two fields on one line, soundly quoted, in UTF-8, without control characters.</summary>
    public bool IsFaultless => _records.Current.Faults == RecordFaults.None;

    /// <summary>Whether every character of it is of ASCII.</summary>
    public bool IsAscii => (_records.Current.Classes & ByteClasses.NonAscii) == 0;

    /// <summary>The whole record as it stands in the file, in UTF-8, without the line break that ends it.</summary>
    public ReadOnlySpan<byte> Raw => _records.Current.Raw;

    /// <summary>Why the record cannot be trusted, such as three columns; <see langword="null"/> when it can.</summary>
    public string? Fault
    {
        get
        {
            RecordFaults faults = _records.Current.Faults;
            return (faults & RecordFaults.BytesInvalid) != 0 ? "it holds bytes that are not UTF-8"
                : (faults & RecordFaults.QuoteUnclosed) != 0 ? "a quote is never closed"
                : (faults & RecordFaults.TextAfterQuote) != 0 ? "text stands after a closing quote"
                : FieldCount == 2 ? null
                : $"it has {FieldCount} {(FieldCount == 1 ? "column" : "columns")} instead of two";
        }
    }

    /// <summary>A field, unquoted.</summary>
    public ReadOnlySpan<byte> Field(int index) => _records.Current.Field(index);

    /// <summary>Goes to the next record that is no blank line.</summary>
    /// <exception cref="BatchCsvUnusableException">A record is longer than can be held, as a quote that is never closed can make it.</exception>
    public bool Read()
    {
        long blankLines = 0;
        while (ReadRecord())
        {
            if (_records.Current.IsBlank)
            {
                blankLines++;
                continue;
            }

            BlankLines += blankLines;
            bool isHeader = _headerLines < Format.Header.Count && Format.Header[_headerLines].Line == Line;
            Header = isHeader ? Format.Header[_headerLines++].Kind : null;
            Row += isHeader ? 0 : 1;
            return true;
        }

        return false;
    }

    /// <summary>Notes rows that <see cref="Cutter"/> has passed.</summary>
    public void Pass(int rows) => Row += rows;

    public void Dispose()
    {
        _records.Dispose();
        _stream.Dispose();
    }

    private string Text(int index) => Utf8Text.Decode(_records.Current.Field(index));

    private bool ReadRecord()
    {
        try
        {
            return _records.Read();
        }
        catch (CsvFormatException exception)
        {
            throw new BatchCsvUnusableException(
                _source.Path,
                FormattableString.Invariant($"Row {Row + 1} of '{_source.Path ?? _source.FileName}', which begins on line {_records.NextLine}, is too long to be read."),
                "Look for a quote in it that is never closed; it makes one row of all that follows.",
                exception);
        }
    }
}
