using System.Runtime.CompilerServices;
using CsvHelper;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Numbers;
using RocketComs.Core.Rules.Texts;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Rules.Engine;

/// <summary>Checks single rows, whatever stands before them. It holds nothing of a row, so several threads may share it.</summary>
internal sealed class RowChecker
{
    [ThreadStatic]
    private static RowIssues? s_issues;

    private readonly RowRule[] _rules;
    private readonly TextRule[] _textRules;
    private readonly RowTraits _ruleTraits;
    private readonly AssignableNumbers _numbers;
    private readonly TextCounter _counter;
    private readonly FileIssues _file;
    private readonly bool _keepsRaw;
    private readonly int _mostBytes;

    /// <summary>Prepares the check of one file.</summary>
    /// <param name="rules">The rules about rows, in the order of their reports.</param>
    /// <param name="textRules">The rules about what texts cost.</param>
    /// <param name="numbers">The numbering plans.</param>
    /// <param name="measure">How texts are counted.</param>
    /// <param name="mostBytes">The bytes that a record may have.</param>
    /// <param name="keepsRaw">Whether rows with errors are kept as they stand in the file.</param>
    /// <param name="file">Where the issues go later.</param>
    public RowChecker(
        IEnumerable<RowRule> rules, IEnumerable<TextRule> textRules, AssignableNumbers numbers, MeasureOptions measure, int mostBytes, bool keepsRaw, FileIssues file)
    {
        _rules = [.. rules];
        _textRules = [.. textRules];
        _ruleTraits = _rules.Aggregate(RowTraits.None, (traits, rule) => traits | rule.Traits);
        _numbers = numbers;
        _counter = new TextCounter(measure);
        _file = file;
        _keepsRaw = keepsRaw;
        _mostBytes = mostBytes;
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
        if (Utf8Text.IsBlank(raw))
        {
            return CheckedRow.BlankLine(line, raw.Length);
        }

        ByteClasses classes = ByteClassifier.Of(raw);
        if ((classes & ByteClasses.Low) != 0)
        {
            innerBreaks = Utf8Text.CountLineBreaks(raw);
        }

        NumberText number = default;
        RowTraits traits = raw.Length > _mostBytes ? RowTraits.TooLong : RowScanner.Scan(reader, raw, classes, out number);
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
        if (issues is { HasErrors: true })
        {
            return CheckedRow.Bad(row.Line, raw.Length, number, issues.Take(_keepsRaw ? raw.ToArray() : null)!);
        }

        return CheckedRow.Good(row.Line, raw.Length, number, count, issues?.Take(raw: null));
    }

    private RowIssues Ask(in CsvRow row)
    {
        RowIssues issues = Begin();
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
        RowIssues issues = found ?? Begin();
        foreach (TextRule rule in _textRules)
        {
            rule.Check(row, count, issues);
        }

        return issues;
    }

    // One a thread: most rows that are looked at closer have nothing to report, and must cost no memory.
    private RowIssues Begin()
    {
        RowIssues issues = s_issues ??= new RowIssues();
        issues.Begin(_file);
        return issues;
    }
}

/// <summary>Checks the records of a reader one after the other, and keeps count of the physical lines: cheaper than the reader does.</summary>
/// <param name="reader">The reader, before its first record.</param>
/// <param name="checker">What checks a row.</param>
/// <param name="line">The physical line on which the reader begins, from 1.</param>
/// <param name="offset">Where it begins in the file, in bytes.</param>
internal sealed class CheckedRowReader(CsvReader reader, RowChecker checker, long line, long offset)
{
    private readonly CsvReader _reader = reader;
    private readonly RowChecker _checker = checker;
    private readonly long _offset = offset;

    /// <summary>The line on which the next record begins.</summary>
    public long Line { get; private set; } = line;

    /// <summary>Reads and checks the next record.</summary>
    /// <exception cref="CsvFormatException">The record is longer than the reader takes.</exception>
    [MethodImpl(Jit.Hot)]
    public bool TryRead(out CheckedRow row)
    {
        if (!_reader.Read())
        {
            row = default;
            return false;
        }

        row = _checker.Check(_reader, Line, _offset, out int innerBreaks);
        Line += innerBreaks + 1;
        return true;
    }
}
