using System;
using System.Runtime.CompilerServices;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading;
using CsvHelper;
using RocketComs.Core.Csv;
using RocketComs.Core.Rules.Files;

namespace RocketComs.Core.Rules;

/// <summary>Checks batch files against every rule, offline, in one pass and in constant memory but for the numbers seen.</summary>
public static class BatchCsvChecker
{
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
        SourceFormat format = SourceFormat.Detect(source);
        IssueSink issues = new(source.Path, options);
        Run run = new(options, issues, cancellationToken);
        if (EncodingRule.Check(source, format.Encoding, issues, cancellationToken))
        {
            ByteOrderMarkRule.Check(format.Encoding, issues);
            DelimiterRule.Check(format.Separator, issues);
            run.Read(source, format.Separator, new RejectedRows(options.Rejected, format.LineEnd));
        }

        return run.Report(source.Path, format.Encoding, time.Elapsed);
    }

    /// <summary>One pass over a file: rows are read and checked on several threads, and come together here in their order.</summary>
    private sealed class Run
    {
        private const int BlockRows = 128;

        // Less is checked before a second thread has started.
        private const long WorthThreads = 256 * 1024;

        private readonly CheckOptions _options;
        private readonly IssueSink _issues;
        private readonly CancellationToken _cancellationToken;
        private readonly RuleSet _rules;
        private readonly SequenceRule[] _sequence;
        private readonly RowCheck _check;
        private readonly BlankLineRule _blankLines;
        private readonly CheckedRow[] _block = new CheckedRow[BlockRows];
        private long _length;
        private long _read;
        private long _rows;
        private long _validRows;
        private long _segments;
        private long _ucs2Rows;

        public Run(CheckOptions options, IssueSink issues, CancellationToken cancellationToken)
        {
            _options = options;
            _issues = issues;
            _cancellationToken = cancellationToken;
            _rules = new RuleSet(options, Expect);
            _sequence = [.. _rules.Sequence];
            _check = new RowCheck(_rules, options, issues);
            _blankLines = new BlankLineRule(issues);
        }

        public void Read(BatchSource source, char separator, RejectedRows rejected)
        {
            using Stream stream = source.Open();
            _length = stream.CanSeek ? stream.Length : 0;
            CsvReaderOptions options = BatchCsvFormat.ReaderOptions(separator, _options.MostRecordBytes);
            using CsvReader reader = CsvReader.Create(stream, options, leaveOpen: true);
            try
            {
                if (!ReadFirst(reader, rejected))
                {
                    EmptyFileRule.Report(_issues);
                }
                else
                {
                    ReadRest(reader, rejected);
                }
            }
            catch (CsvFormatException exception)
            {
                // The reader refuses nothing else. What it has read of the record is gone, so it cannot be set aside.
                _blankLines.Flush(_rows, _cancellationToken);
                EndlessRecordRule.Report(exception.LineNumber, ++_rows, _options.MostRecordBytes, _issues);
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
            SegmentCount = _segments,
            Gsm7RowCount = _validRows - _ucs2Rows,
            Ucs2RowCount = _ucs2Rows,
            DuplicateCount = _rules.Duplicates.Count,
            EstimatedCost = _options.Measure.PricePerSegment * _segments,
            FileEncoding = TextEncodings.Name(encoding),
            Elapsed = elapsed,
        };

        // The first record may be a header, and only here is that known.
        private bool ReadFirst(CsvReader reader, RejectedRows rejected)
        {
            while (reader.Read())
            {
                CheckedRow row = _check.Check(reader);
                if (row.IsBlank)
                {
                    _block[0] = row;
                    Add(_block.AsSpan(0, 1), rejected);
                    continue;
                }

                _blankLines.Flush(_rows, _cancellationToken);
                if (!HeaderRule.Check(reader, _issues))
                {
                    Add(row, rejected);
                }

                return true;
            }

            return false;
        }

        [MethodImpl(Jit.Hot)]
        private void ReadRest(CsvReader reader, RejectedRows rejected)
        {
            int count = 0;
            try
            {
                foreach (CheckedRow row in Rest(reader))
                {
                    _block[count++] = row;
                    if (count == _block.Length)
                    {
                        count = 0;
                        Add(_block, rejected);
                    }
                }
            }
            finally
            {
                Add(_block.AsSpan(0, count), rejected);
            }
        }

        private IEnumerable<CheckedRow> Rest(CsvReader reader) =>
            _length >= WorthThreads && _options.Threads > 1 ? reader.ParallelEnumerate(_check.Check, _options.Threads) : Sequential(reader);

        private IEnumerable<CheckedRow> Sequential(CsvReader reader)
        {
            while (reader.Read())
            {
                yield return _check.Check(reader);
            }
        }

        [MethodImpl(Jit.Hot)]
        private void Add(ReadOnlySpan<CheckedRow> rows, RejectedRows rejected)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            _options.OnProgress?.Invoke(_read);
            _rules.Duplicates.Prepare(rows);
            foreach (ref readonly CheckedRow row in rows)
            {
                Add(row, rejected);
            }
        }

        [MethodImpl(Jit.Hot)]
        private void Add(in CheckedRow row, RejectedRows rejected)
        {
            _read += row.Length + 1;
            if (row.IsBlank)
            {
                _blankLines.Add(row.Line);
                return;
            }

            _blankLines.Flush(_rows, _cancellationToken);
            _rows++;
            if (row.Findings is not null)
            {
                _issues.Add(row.Findings, _rows);
                rejected.Add(row.Findings.Raw);
            }

            if (row.Number.Digits > 0)
            {
                foreach (SequenceRule rule in _sequence)
                {
                    rule.Check(row, _rows, _issues);
                }
            }

            if (row.IsValid)
            {
                _validRows++;
                _segments += row.Segments;
                _ucs2Rows += row.Encoding == RcSmsEncoding.Ucs2 ? 1 : 0;
            }
        }

        private long Expect(long count) => _read == 0 ? count * 2 : (long)((double)_length / _read * count);
    }
}
