using System.Globalization;
using CsvHelper;
using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Recipients;

/// <summary>
/// Checks a file of recipients before it is sent: another dialect than that of batches, with a header row and without texts. The
/// fields beside the number are not judged; what the platform takes in them is not documented for files.
/// </summary>
/// <remarks>Source: API page "Create a Recipient Batch". It documents neither quoting nor encoding; RFC 4180 and UTF-8 are the module's assumption.</remarks>
public static class RecipientFileChecker
{
    /// <summary>Checks a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="BatchFileException">The file cannot be read.</exception>
    /// <exception cref="BatchCsvUnusableException">A record is longer than can be held, as a quote that is never closed can make it.</exception>
    public static RecipientFileReport Check(BatchSource file, CancellationToken cancellationToken)
    {
        string path = file.Path ?? file.FileName;
        using Stream stream = file.Open();
        TextEncoding encoding = TextEncodings.Detect(SourceFormat.ReadHead(stream));
        RecipientReportBuilder report = new();
        if (!TextEncodings.IsReadable(encoding))
        {
            report.Error(1, $"The file looks like {TextEncodings.Name(encoding)}. Save it as UTF-8.");
            return report.ToReport(path);
        }

        using RecordReader reader = RecordReader.Over(stream, new RecordFormat(','));
        try
        {
            Read(reader, report, cancellationToken);
        }
        catch (CsvFormatException exception)
        {
            throw new BatchCsvUnusableException(
                path,
                FormattableString.Invariant($"The row of '{path}' which begins on line {reader.NextLine} is too long to be read. Nothing was sent."),
                "Look for a quote in it that is never closed; it makes one row of all that follows.",
                exception);
        }

        return report.ToReport(path);
    }

    private static void Read(RecordReader reader, RecipientReportBuilder report, CancellationToken cancellationToken)
    {
        RecipientColumns? columns = null;
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            int line = (int)Math.Min(int.MaxValue, reader.Line);
            if (reader.IsBlank)
            {
                report.Blank(line);
            }
            else if (Fault(reader) is { } fault)
            {
                report.Error(line, fault);
                if (columns is null)
                {
                    return;
                }
            }
            else if (columns is null)
            {
                columns = RecipientColumns.Read([.. Enumerable.Range(0, reader.FieldCount).Select(reader.Text)]);
                foreach (string wrong in columns.Faults)
                {
                    report.Error(line, wrong);
                }

                if (columns.Number < 0)
                {
                    return;
                }
            }
            else
            {
                report.Row(line, reader.FieldCount == columns.Count ? reader.Text(columns.Number) : null, columns.Count, reader.FieldCount);
            }
        }

        if (report.RowCount == 0 && report.ErrorCount == 0)
        {
            report.Error(1, columns is null ? "The file is empty." : "The file has a header row and no recipients.");
        }
    }

    // What the reader passes over, a platform may not.
    private static string? Fault(RecordReader reader) =>
        (reader.Faults & RecordFaults.BytesInvalid) != 0 ? "The row holds bytes that are not UTF-8. Save the file as UTF-8."
        : (reader.Faults & RecordFaults.ReplacementCharacter) != 0
            ? "The row holds U+FFFD, which stands for a character that another program could not read. Write that character."
        : (reader.Faults & RecordFaults.ControlCharacter) != 0
            ? string.Format(CultureInfo.InvariantCulture, "The row holds a control character (U+{0:X4}). Remove it.", Utf8Text.ControlAt(reader.Raw, Utf8Text.IndexOfControl(reader.Raw)))
        : (reader.Faults & RecordFaults.QuoteUnclosed) != 0 ? "A quote is never closed."
        : (reader.Faults & RecordFaults.TextAfterQuote) != 0 ? "There is text after a closing quote."
        : null;
}
