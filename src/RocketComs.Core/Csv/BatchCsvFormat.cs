using CsvHelper;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Errors;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Csv;

/// <summary>The batch file as this module reads and writes it: two columns, no header, RFC 4180 quoting, UTF-8 without BOM, LF.</summary>
/// <remarks>Source: API page "Update a Campaign Batch". It documents neither quoting nor encoding; RFC 4180 and UTF-8 are the module's assumption.</remarks>
internal static class BatchCsvFormat
{
    /// <summary>The bytes that a record may have before it is taken for the work of a quote that is never closed: no text is that long, and memory stays bounded.</summary>
    public const int MostRecordBytes = 4 * 1024 * 1024;

    /// <summary>The options of every writer. Nothing is escaped against spreadsheet formulas: that would destroy numbers in E.164.</summary>
    public static CsvWriterOptions WriterOptions { get; } = new() { HasHeader = false, NewLine = "\n" };

    /// <summary>The options of a reader, which counts no lines: <see cref="RecordReader"/> does. Beyond the bytes that a record may have it throws a <see cref="CsvFormatException"/>.</summary>
    public static CsvReaderOptions ReaderOptions(char separator, int mostRecordBytes) => new()
    {
        MaxRecordSize = mostRecordBytes,
        HasHeader = false,
        Separator = separator,
        SkipEmptyLines = false,
        TrackLineNumbers = false,
        DetectSeparatorHint = false,
    };

    /// <summary>Writes a row, one from 1. A real line break in the text becomes <c>\n</c>.</summary>
    /// <exception cref="InvalidParameterException">Number or text holds a lone surrogate, for which UTF-8 has no bytes. Its value is the row.</exception>
    public static void WriteRow(CsvWriter writer, long row, string? number, string? message)
    {
        number ??= string.Empty;
        message ??= string.Empty;
        RequireWholeCharacters("Number", number, row, number, message);
        RequireWholeCharacters("Message", message, row, number, message);

        // Without quotes, delimiters and blanks alone would be read as a blank line, and the row would be gone.
        CsvQuoting quoting = IsBlank(number) && IsBlank(message) ? CsvQuoting.Always : CsvQuoting.WhenNeeded;
        writer.WriteField(number.AsSpan(), quoting);
        writer.WriteField(LineBreakEscape.Escape(message).AsSpan(), quoting);
        writer.EndRecord();
    }

    /// <summary>Writes a row whose number is one, in UTF-8.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="number">The number: 10 to 15 digits, with or without a plus sign.</param>
    /// <param name="message">The text, without real line breaks.</param>
    public static void WriteRow(CsvWriter writer, ReadOnlySpan<byte> number, ReadOnlySpan<byte> message)
    {
        writer.WriteField(number);
        writer.WriteField(message);
        writer.EndRecord();
    }

    // Called for each row: the first character tells nearly always.
    private static bool IsBlank(string field)
    {
        foreach (char character in field)
        {
            if (!SourceFormat.IsOfBlankLine(character))
            {
                return false;
            }
        }

        return true;
    }

    private static void RequireWholeCharacters(string name, string field, long row, string number, string message)
    {
        if (LoneSurrogate.IndexIn(field) is >= 0 and int index)
        {
            throw new InvalidParameterException(
                name,
                new RcBatchRow { Number = number, Message = message, Row = row },
                FormattableString.Invariant($"Row {row}, number '{number}': the {(name == "Number" ? "number" : "text")} holds half a character (U+{(int)field[index]:X4} at index {index}), which would arrive garbled. None of the rows was written, checked or sent."),
                "Write the whole character, or leave it out. A text that was cut to a length may have been cut within an emoji.");
        }
    }
}
