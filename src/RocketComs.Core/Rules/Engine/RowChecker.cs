using System.Runtime.CompilerServices;
using CsvHelper;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Numbers;
using RocketComs.Core.Rules.RowRules;
using RocketComs.Core.Rules.Texts;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Rules.Engine;

/// <summary>Checks single rows, whatever stands before them. It holds nothing of a row, so several threads may share it.</summary>
internal sealed class RowChecker
{
    [ThreadStatic]
    private static RowIssues? s_collector;

    private readonly RowRule[] _rules;
    private readonly TextRule[] _textRules;
    private readonly RowTraits _ruleTraits;
    private readonly AssignableNumbers _numbers;
    private readonly TextCounter _counter;
    private readonly FileIssues _sink;
    private readonly bool _keepsRaw;
    private readonly int _mostBytes;

    /// <summary>Initializes the check for one file.</summary>
    public RowChecker(RuleSet rules, CheckOptions options, FileIssues sink)
    {
        _rules = [.. rules.Rows];
        _textRules = [.. rules.Texts];
        _ruleTraits = _rules.Aggregate(RowTraits.None, (traits, rule) => traits | rule.Traits);
        _numbers = rules.Numbers;
        _counter = new TextCounter(options.Measure);
        _sink = sink;
        _keepsRaw = options.Rejected is not null;
        _mostBytes = options.MostRecordBytes;
    }

    /// <summary>Checks the record that a reader stands on.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="line">The physical line on which the record begins.</param>
    /// <param name="offset">Where the reader began in the file, in bytes.</param>
    /// <param name="innerBreaks">The line breaks inside the record.</param>
    [MethodImpl(Jit.Hot)]
    public CheckedRow Check(CsvReader reader, long line, long offset, out int innerBreaks)
    {
        innerBreaks = 0;
        ReadOnlySpan<byte> raw = reader.RawRecord;
        if (RowScanner.IsBlankLine(raw))
        {
            return CheckedRow.BlankLine(line, raw.Length);
        }

        ByteClasses classes = ByteClassifier.Of(raw);
        if ((classes & ByteClasses.Low) != 0)
        {
            innerBreaks = Utf8Text.CountLineBreaks(raw);
        }

        if (raw.Length > _mostBytes)
        {
            RowIssues tooLong = Collector();
            EndlessRecordRule.Report(line, raw, _mostBytes, tooLong);
            return CheckedRow.Bad(line, raw.Length, default, tooLong.Take(_keepsRaw ? raw.ToArray() : null)!);
        }

        RowTraits traits = RowScanner.Scan(reader, raw, classes, out NumberText number);
        if (number.Digits > 0 && !_numbers.IsAssignable(number.Value, number.Digits, number.HasPlus))
        {
            traits |= RowTraits.NumberUnassignable;
        }

        CsvRow row = new(reader, line, offset, traits, number);
        RowIssues? issues = (traits & _ruleTraits) == 0 ? null : Ask(row);
        if (issues is { HasErrors: true })
        {
            return CheckedRow.Bad(row.Line, raw.Length, number, issues.Take(_keepsRaw ? raw.ToArray() : null)!);
        }

        SegmentCount count = _counter.Count(row.Message, classes);
        issues = count.Segments <= 1 ? issues : Ask(row, count, issues);
        return CheckedRow.Good(row.Line, raw.Length, number, count, issues?.Take(raw: null));
    }

    private RowIssues Ask(in CsvRow row)
    {
        RowIssues issues = Collector();
        foreach (RowRule rule in _rules)
        {
            if ((rule.Traits & row.Traits) != 0)
            {
                rule.Check(row, issues);
            }
        }

        return issues;
    }

    private RowIssues Ask(in CsvRow row, in SegmentCount count, RowIssues? found)
    {
        RowIssues issues = found ?? Collector();
        foreach (TextRule rule in _textRules)
        {
            rule.Check(row, count, issues);
        }

        return issues;
    }

    // One a thread: most rows that are looked at closer have nothing to report, and must cost no memory.
    private RowIssues Collector()
    {
        RowIssues collector = s_collector ??= new RowIssues();
        collector.Begin(_sink);
        return collector;
    }
}

/// <summary>Checks the records of a reader one after the other, and keeps count of the physical lines: cheaper than the reader does.</summary>
/// <remarks>Initializes the walk.</remarks>
/// <param name="reader">The reader, before its first record.</param>
/// <param name="check">What checks a row.</param>
/// <param name="line">The physical line on which the reader begins, from 1.</param>
/// <param name="offset">Where it begins in the file, in bytes.</param>
internal sealed class CheckedRowReader(CsvReader reader, RowChecker check, long line, long offset)
{
    private readonly CsvReader _reader = reader;
    private readonly RowChecker _check = check;
    private readonly long _offset = offset;

    /// <summary>Gets the line on which the next record begins.</summary>
    public long Line { get; private set; } = line;

    /// <summary>Reads and checks the next record.</summary>
    /// <param name="row">What came of it.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="CsvFormatException">The record is longer than the reader takes.</exception>
    [MethodImpl(Jit.Hot)]
    public bool TryNext(out CheckedRow row)
    {
        if (!_reader.Read())
        {
            row = default;
            return false;
        }

        row = _check.Check(_reader, Line, _offset, out int innerBreaks);
        Line += innerBreaks + 1;
        return true;
    }
}
