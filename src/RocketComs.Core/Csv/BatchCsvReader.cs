using RocketComs.Core.Csv.Encodings;

namespace RocketComs.Core.Csv;

/// <summary>Reads the rows of a batch file as they stand: nothing is checked beyond what a row needs to be one.</summary>
public static class BatchCsvReader
{
    /// <summary>Reads a file lazily.</summary>
    /// <param name="source">The file.</param>
    /// <returns>The rows; a row whose text holds an unquoted comma or that has one column comes with the reason why it cannot be read.</returns>
    /// <exception cref="Errors.BatchFileException">The file cannot be opened.</exception>
    public static IEnumerable<ReadRow> Read(BatchSource source)
    {
        SourceFormat format = RequireReadable(source);
        IEnumerable<ReadRow> rows = ReadRows(source, format.Separator);
        if (Utf16Text.FindInvalid(source, format.Encoding) is not { } place)
        {
            return rows;
        }

        // The reader puts U+FFFD there without a word, so the fault is given to the last row that begins before it.
        long line = rows.Select(read => read.Row.Line).LastOrDefault(begin => begin <= place.Line);
        return rows.Select(read => read.Row.Line == line ? read with { Fault = read.Fault ?? "it holds half a UTF-16 character" } : read);
    }

    /// <summary>What the first bytes of a file tell of it, if its encoding can be read.</summary>
    /// <exception cref="Errors.BatchFileException">The file cannot be opened, or not be read.</exception>
    internal static SourceFormat RequireReadable(BatchSource source)
    {
        SourceFormat format = SourceFormat.Detect(source);
        return TextEncodings.IsReadable(format.Encoding) ? format : throw new Errors.BatchFileException(
            source.Path ?? source.FileName,
            $"'{source.Path}' looks like {TextEncodings.Name(format.Encoding)} and cannot be read.",
            "Save it as UTF-8 (in Excel: 'CSV UTF-8').");
    }

    private static IEnumerable<ReadRow> ReadRows(BatchSource source, char separator)
    {
        using BatchRowReader reader = new(source, separator);
        while (reader.Read())
        {
            RcBatchRow row = new() { Number = reader.Number, Message = reader.Message, Line = reader.Line, Row = reader.Row };
            yield return new ReadRow(row, reader.IsHeader ? null : reader.Fault) { IsHeader = reader.IsHeader };
        }
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
