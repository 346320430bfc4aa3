using CsvHelper;

namespace RocketComs.Core.Csv;

/// <summary>Rows that came down the pipeline, held as the bytes that are checked and uploaded: UTF-8, RFC 4180, LF.</summary>
public sealed class RowsSource : BatchSource, IDisposable
{
    private const long MaximumBytes = int.MaxValue - (16L * 1024 * 1024);

    private readonly MemoryStream _bytes = new();

    // Made for the first row: most commands that could take rows take a file.
    private CsvWriter? _writer;

    /// <inheritdoc/>
    public override string? Path => null;

    /// <inheritdoc/>
    public override string FileName => "rows.csv";

    /// <inheritdoc/>
    internal override bool IsGenerated => true;

    /// <summary>Gets the number of rows.</summary>
    public long Count { get; private set; }

    /// <summary>Adds a row. A real line break in the text becomes <c>\n</c>.</summary>
    /// <param name="number">The recipient's number.</param>
    /// <param name="message">The text.</param>
    /// <exception cref="Errors.InvalidParameterException">
    /// Number or text holds half a character, and its value is the row; or there are more rows than memory takes.
    /// </exception>
    public void Add(string? number, string? message)
    {
        // A stream in memory ends at 2 GB; the limit leaves room for what the writer still holds.
        if (_bytes.Length > MaximumBytes)
        {
            throw new Errors.InvalidParameterException(
                "InputObject", null, "The piped rows are more than 2 GB.", "Write them to a file with Export-RcBatchCsv and give that with -Path.");
        }

        _writer ??= CsvWriter.Create(_bytes, BatchCsvFormat.WriterOptions, leaveOpen: true);
        BatchCsvFormat.WriteRow(_writer, Count + 1, number, message);
        Count++;
    }

    /// <inheritdoc/>
    public override Stream Open()
    {
        _writer?.Flush();
        return new MemoryStream(_bytes.GetBuffer(), 0, (int)_bytes.Length, writable: false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer?.Dispose();
        _bytes.Dispose();
    }
}
