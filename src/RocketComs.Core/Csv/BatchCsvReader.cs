using RocketComs.Core.Csv.Encodings;

namespace RocketComs.Core.Csv;

/// <summary>Reads the rows of a batch file as they stand: nothing is checked beyond what a row needs to be one.</summary>
public static class BatchCsvReader
{
    /// <summary>Reads a file lazily.</summary>
    /// <param name="source">The file.</param>
    /// <returns>The rows; a row whose text holds an unquoted comma or that has one column comes with the reason why it cannot be read.</returns>
    /// <exception cref="Errors.BatchFileException">The file cannot be opened, or not be read.</exception>
    public static IEnumerable<ReadRow> Read(BatchSource source)
    {
        foreach ((BatchRowReader reader, string? fault) in Records(source))
        {
            RcBatchRow row = new() { Number = reader.Number, Message = reader.Message, Line = reader.Line, Row = reader.Row };
            yield return new ReadRow(row, fault) { IsHeader = reader.Header is not null };
        }
    }

    /// <summary>Looks lazily whether the records of a file are rows, and decodes none of them.</summary>
    /// <param name="source">The file.</param>
    /// <returns>Of each record the line on which it begins, and why it cannot be read; <see langword="null"/> when it can.</returns>
    /// <exception cref="Errors.BatchFileException">The file cannot be opened, or not be read.</exception>
    public static IEnumerable<(long Line, string? Fault)> Look(BatchSource source) => Records(source).Select(record => (record.Reader.Line, record.Fault));

    private static IEnumerable<(BatchRowReader Reader, string? Fault)> Records(BatchSource source)
    {
        using BatchRowReader reader = new(source);
        long broken = LineOfBrokenRow(source, reader.Format.Encoding);
        while (reader.Read())
        {
            string? fault = reader.Fault ?? (reader.Line == broken ? "it holds half a UTF-16 character" : null);
            yield return (reader, reader.Header is null ? fault : null);
        }
    }

    // The reader puts U+FFFD there without a word, so the fault is given to the last row that begins before it.
    private static long LineOfBrokenRow(BatchSource source, TextEncoding encoding)
    {
        if (Utf16Text.FindInvalid(source, encoding) is not { } place)
        {
            return 0;
        }

        long line = 0;
        using BatchRowReader reader = new(source);
        while (reader.Read() && reader.Line <= place.Line)
        {
            line = reader.Line;
        }

        return line;
    }
}

/// <summary>A row as it was read.</summary>
/// <param name="Row">The row.</param>
/// <param name="Fault">Why it cannot be trusted, such as three columns; <see langword="null"/> when it can.</param>
public sealed record ReadRow(RcBatchRow Row, string? Fault)
{
    /// <summary>Gets whether the record is a header, and so no row.</summary>
    public bool IsHeader { get; init; }
}
