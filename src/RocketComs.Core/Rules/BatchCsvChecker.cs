using System;
using System.Diagnostics;
using System.IO;
using System.Threading;
using CsvHelper;
using RocketComs.Core.Csv;

namespace RocketComs.Core.Rules;

/// <summary>Checks batch files against every rule, offline, in one pass and in constant memory but for the numbers seen.</summary>
public static class BatchCsvChecker
{
    private const int RowsBetweenLooks = 1024;

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
        byte[] head = source.ReadHead();
        TextEncoding encoding = TextEncodings.Detect(head);
        IssueSink issues = new(source.Path, options);
        Run run = new(options, issues, cancellationToken);
        if (TextEncodings.IsReadable(encoding))
        {
            string start = TextEncodings.Decoder(encoding).GetString(head);
            FileRules.ReportByteOrderMark(encoding, issues);
            FileRules.ReportBrokenUtf16(source, encoding, issues);
            run.Read(source, FileRules.FindSeparator(start, issues), new RejectedRows(options.Rejected, start));
        }
        else
        {
            FileRules.ReportEncoding(encoding, issues);
        }

        return run.Report(source.Path, encoding, time.Elapsed);
    }

    /// <summary>One pass over a file.</summary>
    private sealed class Run
    {
        private readonly CheckOptions _options;
        private readonly IssueSink _issues;
        private readonly CancellationToken _cancellationToken;
        private readonly RuleSet _rules;
        private readonly MessageTally _tally;
        private readonly BlankLines _blankLines;
        private long _rows;
        private long _validRows;

        public Run(CheckOptions options, IssueSink issues, CancellationToken cancellationToken)
        {
            _options = options;
            _issues = issues;
            _cancellationToken = cancellationToken;
            _rules = new RuleSet(options);
            _tally = new MessageTally(options);
            _blankLines = new BlankLines(issues);
        }

        public void Read(BatchSource source, char separator, RejectedRows rejected)
        {
            using Stream stream = source.Open();
            using CsvReader reader = CsvReader.Create(stream, BatchCsvFormat.ReaderOptions(separator), leaveOpen: true);
            bool isFirst = true;
            for (long read = 1; reader.Read(); read++)
            {
                if (read % RowsBetweenLooks == 0)
                {
                    _cancellationToken.ThrowIfCancellationRequested();
                    _options.OnProgress?.Invoke(reader.ByteOffset);
                }

                if (RowScanner.IsBlankLine(reader.RawRecord))
                {
                    _blankLines.Add(reader.LineNumber);
                    continue;
                }

                _blankLines.Flush(_rows);
                bool isHeader = isFirst && FileRules.ReportHeader(reader, _issues);
                isFirst = false;
                if (!isHeader)
                {
                    CheckRow(reader, rejected);
                }
            }

            if (isFirst)
            {
                FileRules.ReportEmpty(_issues);
            }
        }

        public RcBatchCsvReport Report(string? path, TextEncoding encoding, TimeSpan elapsed) => new()
        {
            Path = path,
            RowCount = _rows,
            ValidRowCount = _validRows,
            ErrorCount = _issues.ErrorCount,
            WarningCount = _issues.WarningCount,
            Issues = _issues.Kept,
            IssueSummary = _issues.Summary,
            SegmentCount = _tally.Segments,
            Gsm7RowCount = _tally.Gsm7Rows,
            Ucs2RowCount = _tally.Ucs2Rows,
            DuplicateCount = _rules.Duplicates.Count,
            EstimatedCost = _options.Measure.PricePerSegment * _tally.Segments,
            FileEncoding = TextEncodings.Name(encoding),
            Elapsed = elapsed,
        };

        private void CheckRow(CsvReader reader, RejectedRows rejected)
        {
            _rows++;
            CsvRow row = new(reader, _rows, RowScanner.Scan(reader));
            long errorsBefore = _issues.ErrorCount;
            foreach (RowRule rule in _rules.Rows)
            {
                if ((rule.Signs & row.Signs) != 0)
                {
                    rule.Check(row, _issues);
                }
            }

            if (_issues.ErrorCount == errorsBefore)
            {
                _validRows++;
                _tally.Add(row, _issues);
            }
            else
            {
                rejected.Add(reader.RawRecord);
            }
        }
    }
}
