using CsvHelper;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Errors;
using RocketComs.Core.Rules;
using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Rules.RowRules;

namespace RocketComs.Core.Csv;

/// <summary>Goes through the records of a batch file, one after the other; what it shows of one is valid until the next.</summary>
internal sealed class BatchRowReader : IDisposable
{
    private readonly BatchSource _source;
    private readonly Stream _stream;
    private readonly CsvReader _reader;
    private readonly SwallowedRowsRule _swallowedRows = new();
    private readonly RowIssues _found = new();
    private readonly FileIssues _unkept = new(path: null, new CheckOptions { MaxIssue = 0 });
    private bool _isFirst = true;

    /// <summary>Initializes the reader before the first record.</summary>
    /// <param name="source">The file, in an encoding that can be read.</param>
    /// <param name="separator">What parts its columns.</param>
    /// <exception cref="BatchFileException">The file cannot be opened.</exception>
    public BatchRowReader(BatchSource source, char separator)
    {
        _source = source;
        _stream = source.Open();
        _reader = CsvReader.Create(_stream, BatchCsvFormat.ReaderOptions(separator), leaveOpen: true);
    }

    /// <summary>Gets the record, from 1, without blank lines and header; 0 for the header.</summary>
    public long Row { get; private set; }

    /// <summary>Gets the physical line on which the record begins, from 1.</summary>
    public long Line => _reader.LineNumber;

    /// <summary>Gets the place of the record in the file, in bytes of UTF-8.</summary>
    public long ByteOffset => _reader.ByteOffset;

    /// <summary>Gets whether the record is a header, and so no row.</summary>
    public bool IsHeader { get; private set; }

    /// <summary>Gets the blank lines that stand before this record, in the whole file; those at its end are never counted.</summary>
    public long BlankLines { get; private set; }

    /// <summary>Gets the first field.</summary>
    public string Number => _reader.GetString(0);

    /// <summary>Gets the second field; empty when there is none.</summary>
    public string Message => _reader.FieldCount > 1 ? _reader.GetString(1) : string.Empty;

    /// <summary>Gets all fields behind the first; more than one, as a comma in a text cuts it, with the separators between them.</summary>
    public string Rest => _reader.FieldCount < 3
        ? Message
        : string.Join(_reader.Separator.ToString(), Enumerable.Range(1, _reader.FieldCount - 1).Select(index => _reader.GetString(index)));

    /// <summary>Gets whether the text is not quoted and holds a quote.</summary>
    public bool HasStrayQuote => _reader.FieldCount > 1 && QuotedField.Inspect(_reader.GetRawSpan(1)) == QuoteState.Stray;

    /// <summary>Gets whether a field holds lines that look like rows of their own (RC111).</summary>
    public bool HasSwallowedRows
    {
        get
        {
            if (_reader.RawRecord.IndexOfAny((byte)'\r', (byte)'\n') < 0)
            {
                return false;
            }

            _found.Begin(_unkept);
            _swallowedRows.Check(new Rules.Engine.CsvRow(_reader, Line, offset: 0, RowTraits.LineBreak, parsed: default), _found);
            return _found.Take(raw: null) is not null;
        }
    }

    /// <summary>Gets the whole record as it stands in the file, in UTF-8, without the line break that ends it.</summary>
    public ReadOnlySpan<byte> Raw => _reader.RawRecord;

    /// <summary>Gets why the record cannot be trusted, such as three columns; <see langword="null"/> when it can.</summary>
    public string? Fault
    {
        get
        {
            if (Utf8Text.IndexOfInvalid(_reader.RawRecord) >= 0)
            {
                return "it holds bytes that are not UTF-8";
            }

            for (int i = 0; i < _reader.FieldCount; i++)
            {
                switch (QuotedField.Inspect(_reader.GetRawSpan(i)))
                {
                    case QuoteState.Unclosed:
                        return "a quote is never closed";
                    case QuoteState.TextAfterClosing:
                        return "text stands after a closing quote";
                    default:
                        break;
                }
            }

            return _reader.FieldCount == 2 ? null : $"it has {_reader.FieldCount} {(_reader.FieldCount == 1 ? "column" : "columns")} instead of two";
        }
    }

    /// <summary>Goes to the next record that is no blank line.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="BatchCsvUnusableException">A record is longer than can be held, as a quote that is never closed can make it.</exception>
    public bool Read()
    {
        long blankLines = 0;
        while (ReadRecord())
        {
            if (RowScanner.IsBlankLine(_reader.RawRecord))
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

    /// <inheritdoc/>
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
