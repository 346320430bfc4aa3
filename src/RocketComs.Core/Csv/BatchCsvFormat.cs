using System;
using CsvHelper;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Csv;

/// <summary>The batch file as this module reads and writes it: two columns, no header, RFC 4180 quoting, UTF-8 without BOM, LF.</summary>
/// <remarks>Source: API page "Update a Campaign Batch". It documents neither quoting nor encoding; RFC 4180 and UTF-8 are the module's assumption.</remarks>
internal static class BatchCsvFormat
{
    /// <summary>The options of every writer. Nothing is escaped against spreadsheet formulas: that would destroy numbers in E.164.</summary>
    public static CsvWriterOptions WriterOptions { get; } = new() { HasHeader = false, NewLine = "\n" };

    /// <summary>The options of a reader for a delimiter.</summary>
    public static CsvReaderOptions ReaderOptions(char separator) => new()
    {
        HasHeader = false,
        Separator = separator,
        SkipEmptyLines = false,
        TrackLineNumbers = true,
        DetectSeparatorHint = false,
    };

    /// <summary>Writes a row. A real line break in the text becomes <c>\n</c>.</summary>
    public static void WriteRow(CsvWriter writer, string? number, string? message)
    {
        writer.WriteField((number ?? string.Empty).AsSpan());
        writer.WriteField(LineBreakEscape.Escape(message ?? string.Empty).AsSpan());
        writer.EndRecord();
    }
}
