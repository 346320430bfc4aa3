using System.Collections.Generic;
using System.IO;
using System.Linq;
using CsvHelper;
using RocketComs.Core.Rules;

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
        byte[] head = source.ReadHead();
        TextEncoding encoding = TextEncodings.Detect(head);
        if (!TextEncodings.IsReadable(encoding))
        {
            throw new Errors.BatchFileException(
                source.Path ?? source.FileName,
                $"'{source.Path}' looks like {TextEncodings.Name(encoding)} and cannot be read.",
                "Save it as UTF-8 (in Excel: 'CSV UTF-8').");
        }

        IEnumerable<ReadRow> rows = ReadRows(source, DelimiterProbe.Detect(TextEncodings.Decoder(encoding).GetString(head)));
        if (Utf16Text.FindInvalid(source, encoding) is not { } place)
        {
            return rows;
        }

        // The reader puts U+FFFD there without a word, so the fault is given to the last row that begins before it.
        long line = rows.Select(read => read.Row.Line).LastOrDefault(begin => begin <= place.Line);
        return rows.Select(read => read.Row.Line == line ? read with { Fault = read.Fault ?? "it holds half a UTF-16 character" } : read);
    }

    private static IEnumerable<ReadRow> ReadRows(BatchSource source, char separator)
    {
        using Stream stream = source.Open();
        using CsvReader reader = CsvReader.Create(stream, BatchCsvFormat.ReaderOptions(separator), leaveOpen: true);
        long row = 0;
        bool isFirst = true;
        while (reader.Read())
        {
            if (RowScanner.IsBlankLine(reader.RawRecord))
            {
                continue;
            }

            string? second = reader.FieldCount > 1 ? reader.GetString(1) : null;
            bool isHeader = isFirst && HeaderRow.IsHeader(reader);
            isFirst = false;
            if (isHeader)
            {
                yield return new ReadRow(new RcBatchRow { Number = reader.GetString(0), Message = second ?? string.Empty, Line = reader.LineNumber }, Fault: null) { IsHeader = true };
                continue;
            }

            row++;
            yield return new ReadRow(
                new RcBatchRow { Number = reader.GetString(0), Message = second ?? string.Empty, Line = reader.LineNumber, Row = row },
                Fault(reader));
        }
    }

    private static string? Fault(CsvReader reader)
    {
        if (Utf8Text.IndexOfInvalid(reader.RawRecord) >= 0)
        {
            return "it holds bytes that are not UTF-8";
        }

        for (int i = 0; i < reader.FieldCount; i++)
        {
            switch (QuotedField.Inspect(reader.GetRawSpan(i)))
            {
                case QuoteState.Unclosed:
                    return "a quote is never closed";
                case QuoteState.TextAfterClosing:
                    return "text stands after a closing quote";
                default:
                    break;
            }
        }

        return reader.FieldCount == 2 ? null : $"it has {reader.FieldCount} {(reader.FieldCount == 1 ? "column" : "columns")} instead of two";
    }
}
