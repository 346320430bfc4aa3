using System.Diagnostics;
using CsvHelper;
using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Rules.FileRules;

namespace RocketComs.Core.Rules;

/// <summary>Checks batch files against every rule, offline, in one pass and in constant memory but for the numbers seen.</summary>
public static class BatchCsvChecker
{
    private const int BlockRows = 128;

    /// <summary>Checks a file or rows.</summary>
    /// <param name="source">What to check.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Stops the check between two rows.</param>
    /// <returns>What was found. A file with errors is a report, not an exception.</returns>
    /// <exception cref="Errors.BatchFileException">The file cannot be opened.</exception>
    /// <exception cref="Errors.BatchCsvInvalidException">The file has changed since it was first looked at.</exception>
    public static RcBatchCsvReport Check(BatchSource source, CheckOptions options, CancellationToken cancellationToken)
    {
        Stopwatch time = Stopwatch.StartNew();
        using Stream stream = source.Open();
        SourceFormat format = SourceFormat.Detect(source, stream);
        FileIssues issues = new(source.Path, options.MaxIssue, options.OnIssue, options.ExcludedRules);
        ReportBuilder report = new(options, format, issues, cancellationToken);
        if (EncodingRule.Check(format.Encoding, issues))
        {
            ByteOrderMarkRule.Check(format.Encoding, issues);
            DelimiterRule.Check(format.Separator, issues);
            report.Length = stream.CanSeek ? stream.Length : 0;
            Read(stream, format, options, report);
        }

        return report.Build(source.Path, format.Encoding, time.Elapsed);
    }

    private static void Read(Stream stream, SourceFormat format, CheckOptions options, ReportBuilder report)
    {
        RecordFormat records = format.Records(options.MostRecordBytes);

        if (TextEncodings.IsUtf16(format.Encoding))
        {
            ReadRest(stream, records, 0, 1, report);
            return;
        }

        // Two pieces joined are always shorter than the longest record.
        int mostBytes = Math.Min(options.PieceBytes, options.MostRecordBytes / 4);
        bool isOnePiece = stream.CanSeek && stream.Length < mostBytes;
        ParallelCheck pieces = new(stream, report.RowChecker, records, isOnePiece ? (int)stream.Length + 1 : mostBytes, isOnePiece ? 1 : options.Threads, options.CutsRecords && format.Separator == ',');
        pieces.Run(piece => report.Add(piece.Rows, piece.Offset + piece.Length));
        if (pieces.RestFrom < 0)
        {
            report.End();
        }
        else
        {
            ReadRest(stream, records, pieces.RestFrom, pieces.RestLine, report);
        }
    }

    private static void ReadRest(Stream stream, RecordFormat format, long from, long line, ReportBuilder report)
    {
        // Begun with the end of the line before: else a reader could take the first bytes for a byte order mark.
        int lead = from > 0 ? 1 : 0;
        if (stream.CanSeek)
        {
            stream.Position = from - lead;
        }

        using RecordReader records = RecordReader.Over(stream, format, line - lead, from - lead);
        CheckedRows rows = new();
        try
        {
            if (lead > 0)
            {
                records.Read();
            }

            for (int count = 1; records.Read(); count++)
            {
                report.RowChecker.Check(records, rows);
                if (count % BlockRows == 0)
                {
                    report.Add(rows, records.ByteOffset);
                    rows.Begin(records.NextLine);
                }
            }

            report.Add(rows, records.ByteOffset);
            report.End();
        }
        catch (CsvFormatException)
        {
            // The reader refuses nothing but an endless record. What it has read of it is gone, so it cannot be set aside.
            report.Add(rows, records.ByteOffset);
            report.EndAtEndless(records.NextLine);
        }
    }
}
