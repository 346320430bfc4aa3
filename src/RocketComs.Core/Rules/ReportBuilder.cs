using System.Globalization;
using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Rules.FileRules;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Rules;

/// <summary>Adds up the rows of a file in their order, and compares them with each other.</summary>
internal sealed class ReportBuilder
{
    private static readonly Comparer<string> s_byNumber = Comparer<string>.Create(
        static (one, other) => one.Length == other.Length ? string.CompareOrdinal(one, other) : one.Length - other.Length);

    private readonly CheckOptions _options;
    private readonly FileIssues _issues;
    private readonly CancellationToken _cancellationToken;
    private readonly RuleSet _rules;
    private readonly RowPlaces _places = new();
    private readonly BlankLineRule _blankLines;
    private readonly SourceFormat _format;
    private readonly RejectedRows? _rejected;

    // Rows by the segments that they need; a row with more than a message holds has an error.
    private readonly long[] _rowsBySegments = new long[SegmentCounter.MostSegments + 1];
    private readonly DearestText _dearest = new();
    private int _headerLines;
    private long _read;
    private long _rows;
    private ulong _content;
    private long _nearMisses;
    private long _ucs2Rows;

    public ReportBuilder(CheckOptions options, SourceFormat format, FileIssues issues, CancellationToken cancellationToken)
    {
        _options = options;
        _format = format;
        _issues = issues;
        _cancellationToken = cancellationToken;
        _rules = new RuleSet(options, Expect, format);
        _blankLines = new BlankLineRule(issues);
        _rejected = options.Rejected is null ? null : new RejectedRows(options.Rejected, format.LineEnd);
        RowChecker = new RowChecker(
            _rules.Rows, _rules.Texts, _rules.Numbers, _rules.Registered, options.Measure, format, options.Rejected is not null, options.OnContent is not null, issues);
    }

    /// <summary>What checks single rows; any number of threads may use it.</summary>
    public RowChecker RowChecker { get; }

    /// <summary>The length of the file in bytes; 0 when it is not known.</summary>
    public long Length { get; set; }

    /// <summary>Adds rows up.</summary>
    /// <param name="rows">The rows that follow those before.</param>
    /// <param name="read">The bytes of the file up to their end.</param>
    public void Add(CheckedRows rows, long read)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        _read = read;
        _options.OnProgress?.Invoke(read);
        foreach (OddRow row in rows.Odd)
        {
            AddPlain(row.PlainBefore, row.Line - row.PlainBefore);
            AddOdd(row);
        }

        AddPlain(rows.PlainAfter, rows.NextLine - rows.PlainAfter);
        _content += rows.Content;
        _nearMisses += rows.NearMisses;
        _ucs2Rows += rows.Ucs2Rows;
        _dearest.Offer(rows.Dearest);
        for (int segments = 0; segments < _rowsBySegments.Length; segments++)
        {
            _rowsBySegments[segments] += rows.BySegments[segments];
        }

        foreach (SequenceRule rule in _rules.Sequence)
        {
            rule.Add(rows, _issues.Most);
        }
    }

    public void End()
    {
        if (_rows == 0 && _headerLines == 0)
        {
            EmptyFileRule.Report(_issues);
        }
    }

    /// <summary>The file could be read up to a record that is longer than any row.</summary>
    /// <param name="line">The physical line on which that begins.</param>
    public void EndAtEndless(long line)
    {
        _blankLines.Flush(_rows, _cancellationToken);
        _rules.Quoting.ReportEndless(line, ++_rows, _issues);
    }

    public RcBatchCsvReport Build(string? path, TextEncoding encoding, TimeSpan elapsed)
    {
        foreach (SequenceRule rule in _rules.Sequence)
        {
            rule.End(_issues.Most, _cancellationToken);
        }

        _issues.AddLate(_rules.Sequence, _places, _cancellationToken);
        _options.OnContent?.Invoke(_content);
        (long validRows, long segments) = Valid();
        return new RcBatchCsvReport
        {
            Path = path,
            RowCount = _rows,
            ValidRowCount = validRows,
            ErrorCount = _issues.ErrorCount,
            WarningCount = _issues.WarningCount,
            Issues = _issues.Kept,
            IssueSummary = _issues.Summary,
            ExcludedRules = Ids(_options.ExcludedRules),
            UncheckedRules = Ids(_rules.Unchecked),
            SegmentCount = segments,
            SegmentHistogram = Histogram(),
            NearMissCount = _nearMisses,
            Dearest = _dearest.Measure(_options.Measure),
            DearestLine = _dearest.Line,
            Gsm7RowCount = validRows - _ucs2Rows,
            Ucs2RowCount = _ucs2Rows,
            DuplicateCount = _rules.Sequence.Single(rule => rule.Info == RuleTable.DuplicateNumber).Count,
            EstimatedCost = _options.Measure.PricePerSegment * segments,
            Currency = _options.Measure.PricePerSegment is null ? null : _options.Measure.Currency,
            FileEncoding = TextEncodings.Name(encoding),
            Elapsed = elapsed,
        };
    }

    private static string[] Ids(IEnumerable<RuleInfo> rules) => [.. rules.Select(static rule => rule.Id).OrderBy(static id => id, StringComparer.Ordinal)];

    private (long Rows, long Segments) Valid()
    {
        (long rows, long all) = (0, 0);
        for (int segments = 0; segments < _rowsBySegments.Length; segments++)
        {
            rows += _rowsBySegments[segments];
            all += _rowsBySegments[segments] * segments;
        }

        return (rows, all);
    }

    private SortedDictionary<string, long> Histogram()
    {
        SortedDictionary<string, long> histogram = new(s_byNumber);
        for (int segments = 0; segments < _rowsBySegments.Length; segments++)
        {
            if (_rowsBySegments[segments] > 0)
            {
                histogram.Add(segments.ToString(CultureInfo.InvariantCulture), _rowsBySegments[segments]);
            }
        }

        return histogram;
    }

    private void AddPlain(int count, long line)
    {
        if (count > 0)
        {
            _blankLines.Flush(_rows, _cancellationToken);
            _places.Note(line, _rows + 1);
            _rows += count;
        }
    }

    private void AddOdd(in OddRow row)
    {
        if (row.IsBlank)
        {
            _blankLines.Add(row.Line);
            return;
        }

        _blankLines.Flush(_rows, _cancellationToken);
        if (_headerLines < _format.Header.Count && _format.Header[_headerLines].Line == row.Line)
        {
            HeaderRule.Report(_format.Header[_headerLines++], _issues);
            return;
        }

        _places.Note(row.Line, ++_rows);
        if (row.Findings is not null)
        {
            _issues.Add(row.Findings, _rows);
            _rejected?.Add(row.Findings.Raw);
        }
    }

    private long Expect(long count) => _read == 0 ? count * 2 : (long)((double)Length / _read * count);
}
