using System.Runtime.CompilerServices;
using System.Text;
using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Numbers;
using RocketComs.Core.Rules.Texts;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Rules.Engine;

/// <summary>Checks single rows, whatever stands before them. It holds nothing of a row, so several threads may share it.</summary>
internal sealed class RowChecker
{
    // A text with such errors is to be mended first: what it would cost says nothing.
    private const RowTraits Uncounted = RowTraits.BytesInvalid | RowTraits.ControlCharacter | RowTraits.MessageMissing;

    [ThreadStatic]
    private static RowIssues? s_issues;

    private readonly RowRule[] _rules;
    private readonly TextRule[] _textRules;
    private readonly RowTraits _ruleTraits;
    private readonly AssignableNumbers _numbers;
    private readonly RegisteredTexts? _registered;
    private readonly TextCounter _counter;
    private readonly FileIssues _file;
    private readonly bool _keepsRaw;
    private readonly bool _seesContent;
    private readonly bool _knowsPlain;
    private readonly long _lastHeaderLine;

    /// <summary>Prepares the check of one file.</summary>
    /// <param name="rules">The rules about rows, in the order of their reports.</param>
    /// <param name="textRules">The rules about what texts cost.</param>
    /// <param name="numbers">The numbering plans.</param>
    /// <param name="registered">What the registration of the campaign says of the texts.</param>
    /// <param name="measure">How texts are counted.</param>
    /// <param name="format">What the beginning of the file tells of it.</param>
    /// <param name="keepsRaw">Whether rows with errors are kept as they stand in the file.</param>
    /// <param name="seesContent">Whether it is noted what each row says to whom.</param>
    /// <param name="file">Where the issues go later.</param>
    public RowChecker(
        IEnumerable<RowRule> rules,
        IEnumerable<TextRule> textRules,
        AssignableNumbers numbers,
        RegisteredTexts? registered,
        MeasureOptions measure,
        SourceFormat format,
        bool keepsRaw,
        bool seesContent,
        FileIssues file)
    {
        _rules = [.. rules];
        _textRules = [.. textRules];
        _ruleTraits = _rules.Aggregate(RowTraits.None, (traits, rule) => traits | rule.Traits);
        _numbers = numbers;
        _registered = registered;
        _counter = new TextCounter(measure);
        _file = file;
        _keepsRaw = keepsRaw;
        _seesContent = seesContent;

        // A rule about every row with a number or a text, and URLs of another length, want a closer look at each.
        _knowsPlain = (_ruleTraits & (RowTraits.NumberWellFormed | RowTraits.Text)) == 0 && registered is null && !measure.ShortLink;
        Format = format;
        _lastHeaderLine = format.Header.Count == 0 ? 0 : format.Header[format.Header.Count - 1].Line;
    }

    /// <summary>What the beginning of the file tells of it.</summary>
    public SourceFormat Format { get; }

    /// <summary>Checks records for as long as they can be cut.</summary>
    /// <param name="records">What cuts them.</param>
    /// <param name="rows">What the check comes to is added there.</param>
    [MethodImpl(Jit.Hot)]
    public void CheckCut(RecordCutter records, CheckedRows rows)
    {
        while (true)
        {
            if (_knowsPlain)
            {
                CheckPlain(records, rows);
            }

            if (!records.TryCut())
            {
                return;
            }

            Check(records, rows);
        }
    }

    /// <summary>Checks a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="rows">What the check comes to is added there.</param>
    [MethodImpl(Jit.Hot)]
    public void Check(Record record, CheckedRows rows)
    {
        if (record.IsBlank)
        {
            rows.AddBlank(record.Line, record.NextLine);
            return;
        }

        if (record.Line <= _lastHeaderLine && IsHeader(record.Line))
        {
            rows.AddHeader(record.Line, record.NextLine);
            return;
        }

        RowTraits traits = RowScanner.Scan(record, out NumberText number, out ReadOnlySpan<byte> message);
        ulong key = 0;
        if (number.Digits > 0)
        {
            bool isSound = (traits & RowTraits.NumberWellFormed) != 0;
            traits |= _numbers.IsAssignable(number, out key) || !isSound ? RowTraits.None : RowTraits.NumberUnassignable;
            rows.Note(new SeenNumber(number, key, record.Line, isSound));
        }

        SegmentCount count = (traits & Uncounted) != 0 ? default : _counter.Count(message, record.Classes);
        traits |= count.Segments > 1 && count.Encoding == RcSmsEncoding.Ucs2 ? RowTraits.LongUcs2 : RowTraits.None;
        RowIssues? issues = (traits & _ruleTraits) == 0 ? null : Ask(new CsvRow(record, this, traits, key), Begin(rows));
        if (count.Segments > 1 && issues is not { HasErrors: true })
        {
            issues = Ask(new CsvRow(record, this, traits, key), count, issues ?? Begin(rows));
        }

        if (issues is not { HasErrors: true })
        {
            rows.Count(count, _seesContent ? RowContent.Of(key, (record.Faults & RecordFaults.LineBreak) == 0 ? message : WithEscapes(message)) : 0);
            _registered?.Note(message, record.Line, rows);
            rows.Dearest.Offer(count.Segments, record.Line, message);
        }

        rows.Add(record.Line, record.NextLine, issues?.Take(_keepsRaw && issues.HasErrors ? record.Raw.ToArray() : null));
    }

    private bool IsHeader(long line) => Format.Header.Any(header => header.Line == line);

    // What most rows are: a number that can be assigned, and a text of one segment in which no rule could find anything.
    [MethodImpl(Jit.Hot)]
    private void CheckPlain(RecordCutter records, CheckedRows rows)
    {
        (int count, int ucs2, ulong content) = (0, 0, 0);
        while (records.TryPeekPair(out ReadOnlySpan<byte> number, out ReadOnlySpan<byte> text, out ReadOnlySpan<int> marks)
            && !text.IsEmpty && text[0] != ' ' && text[text.Length - 1] != ' '
            && (marks.IsEmpty ? text.Length : PlainText.Units(text, records.Bytes, marks)) is int units and not 0 and <= SegmentSizes.SingleSeptets and >= -SegmentSizes.SingleUcs2Units
            && NumberText.TryRead(number, out NumberText read) && _numbers.IsAssignable(read, out ulong key))
        {
            if (count++ == 0)
            {
                rows.Dearest.Offer(1, records.NextLine, records.Undoubled(text));
            }

            rows.Note(new SeenNumber(read, key, records.NextLine, IsSound: true));
            content += _seesContent ? RowContent.Of(key, records.Undoubled(text)) : 0;
            ucs2 += units < 0 ? 1 : 0;
            records.PassPair();
        }

        rows.AddPlain(count, ucs2, records.NextLine, content);
    }

    // A line break is the same text in either spelling.
    private static byte[] WithEscapes(ReadOnlySpan<byte> message) => Encoding.UTF8.GetBytes(LineBreakEscape.Escape(Utf8Text.Decode(message)));

    /// <summary>Whether a line, shorter than a text that needs too many segments, would be a row without errors.</summary>
    /// <param name="line">The line, in UTF-8, with a comma.</param>
    public bool Accepts(byte[] line)
    {
        using RecordReader record = RecordReader.Over(line, new RecordFormat(','));
        _ = record.Read();

        // Of its own: another row is being looked at.
        RowIssues issues = new();
        issues.Begin(_file, new CheckedRows());
        RowTraits traits = RowScanner.Scan(record, out NumberText number, out _);
        ulong key = 0;
        _ = number.Digits > 0 && _numbers.IsAssignable(number, out key);
        CsvRow row = new(record, this, traits, key);
        if ((traits & (RowTraits.TooManyFields | RowTraits.TooFewFields)) != 0)
        {
            return false;
        }

        Ask(row, issues);
        return !issues.HasErrors && !record.Read();
    }

    private RowIssues Ask(in CsvRow row, RowIssues issues)
    {
        foreach (RowRule rule in _rules)
        {
            if ((rule.Traits & row.Traits) != 0)
            {
                rule.Check(row, issues);
            }
        }

        return issues;
    }

    private RowIssues Ask(in CsvRow row, in SegmentCount count, RowIssues issues)
    {
        foreach (TextRule rule in _textRules)
        {
            rule.Check(row, count, issues);
        }

        return issues;
    }

    // One a thread: most rows that are looked at closer have nothing to report, and must cost no memory.
    private RowIssues Begin(CheckedRows rows)
    {
        RowIssues issues = s_issues ??= new RowIssues();
        issues.Begin(_file, rows);
        return issues;
    }
}
