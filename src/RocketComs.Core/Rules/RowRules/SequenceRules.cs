using RocketComs.Core.Numbers;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC102: the number is in an earlier row already, in this or another spelling.</summary>
/// <param name="expect">How many numbers are to be expected in all, given how many there are.</param>
/// <param name="threads">How many threads search.</param>
internal sealed class DuplicateNumberRule(Func<long, long> expect, int threads) : SequenceRule(RuleTable.DuplicateNumber)
{
    private readonly NumberPartitions _numbers = new();
    private readonly NumberIndex _others = new(expect);
    private readonly List<(SeenNumber Number, long First)> _otherRepeats = [];
    private readonly List<SeenNumber> _oddlyWritten = [];
    private List<(ulong Number, ulong First)> _repeats = [];

    public override void Add(CheckedRows rows, int most)
    {
        _numbers.Add(rows.Numbers);
        _oddlyWritten.AddRange(rows.OddlyWritten);
        foreach (SeenNumber number in rows.OtherNumbers)
        {
            if (!_others.TryAdd(number.Key, number.Line, out long first) && ++Count <= most)
            {
                _otherRepeats.Add((number, first));
            }
        }
    }

    public override void End(int most, CancellationToken stop)
    {
        (long count, _repeats) = _numbers.FindRepeated(most, threads, stop);
        Count += count;
        _repeats.Sort(static (one, other) => PackedNumber.LineOf(one.Number).CompareTo(PackedNumber.LineOf(other.Number)));
    }

    // Both are in the order of the file, and there can be millions of either.
    public override IEnumerable<RcBatchCsvIssue> Issues(RowPlaces places, FileIssues issues)
    {
        Dictionary<long, NumberText> oddly = [];
        foreach (SeenNumber seen in _repeats.Count == 0 ? [] : _oddlyWritten)
        {
            oddly[seen.Line] = seen.Number;
        }

        int other = 0;
        foreach ((ulong number, ulong first) in _repeats)
        {
            long line = PackedNumber.LineOf(number);
            for (; other < _otherRepeats.Count && _otherRepeats[other].Number.Line < line; other++)
            {
                yield return Issue(_otherRepeats[other].Number.Line, _otherRepeats[other].First, _otherRepeats[other].Number.Number, places, issues);
            }

            bool isOdd = PackedNumber.IsOddlyWritten(number) && oddly.ContainsKey(line);
            yield return Issue(line, PackedNumber.LineOf(first), isOdd ? oddly[line] : PackedNumber.NumberOf(number), places, issues);
        }

        for (; other < _otherRepeats.Count; other++)
        {
            yield return Issue(_otherRepeats[other].Number.Line, _otherRepeats[other].First, _otherRepeats[other].Number.Number, places, issues);
        }
    }

    private RcBatchCsvIssue Issue(long line, long first, NumberText number, RowPlaces places, FileIssues issues) => issues.Issue(
        Info, line, places.RowOn(line), 0, number.ToString(), _ => (
            $"The number is already on line {first}; its owner would get both messages.", "Remove one of the rows, unless both messages are meant."));
}

/// <summary>RC108: the file has numbers with and numbers without a country code. Reported once, on the first row that differs from those before it.</summary>
/// <param name="numbers">The numbering plans.</param>
internal sealed class CountryCodeRule(AssignableNumbers numbers) : SequenceRule(RuleTable.CountryCode)
{
    private readonly bool _isNorthAmerican = NumberingPlan.IsNorthAmerican(numbers.Region);
    private int _writings;
    private SeenNumber? _with;
    private SeenNumber? _without;

    public override void Add(CheckedRows rows, int most)
    {
        bool isNews = (rows.Writings & ~_writings) != 0;
        _writings |= rows.Writings;
        if (_with is not null && _without is not null)
        {
            return;
        }

        (SeenNumber? with, SeenNumber? without) = (_with, _without);
        foreach (ulong packed in isNews ? rows.Numbers : [])
        {
            if (!PackedNumber.IsOddlyWritten(packed))
            {
                Note(new(PackedNumber.NumberOf(packed), 0, PackedNumber.LineOf(packed), IsSound: true), ref with, ref without);
            }
        }

        foreach (SeenNumber number in rows.OddlyWritten)
        {
            Note(number, ref with, ref without);
        }

        foreach (SeenNumber number in rows.OtherNumbers)
        {
            Note(number, ref with, ref without);
        }

        (_with, _without) = (_with ?? with, _without ?? without);
    }

    // The first of the rows, which are not told in the order of the file.
    private void Note(in SeenNumber number, ref SeenNumber? with, ref SeenNumber? without)
    {
        if (number.IsSound && numbers.HasCountryCode(number.Number) is { } hasCode)
        {
            ref SeenNumber? first = ref hasCode ? ref with : ref without;
            first = first is { } earlier && earlier.Line < number.Line ? earlier : number;
        }
    }

    public override void End(int most, CancellationToken stop) => Count = _with is null || _without is null ? 0 : 1;

    public override IEnumerable<RcBatchCsvIssue> Issues(RowPlaces places, FileIssues issues)
    {
        if (_with is { } with && _without is { } without)
        {
            bool hasCode = with.Line > without.Line;
            yield return Issue(hasCode ? with : without, hasCode ? without.Line : with.Line, hasCode, places, issues);
        }
    }

    private RcBatchCsvIssue Issue(SeenNumber seen, long other, bool hasCode, RowPlaces places, FileIssues issues)
    {
        bool isNorthAmerican = _isNorthAmerican;
        return issues.Issue(Info, seen.Line, places.RowOn(seen.Line), 0, seen.Number.ToString(), number => (
            hasCode
                ? $"The number is written with its country code, the one on line {other} without; the file mixes both."
                : $"The number is written without its country code, the one on line {other} with it; the file mixes both.",
            isNorthAmerican
                ? $"Write every number with + and its country code, this one {(hasCode ? "+" + number.TrimStart('+') : "+1" + number)}."
                : "Write every number with + and its country code, and without the 0 that is dialled before a national number."));
    }
}
