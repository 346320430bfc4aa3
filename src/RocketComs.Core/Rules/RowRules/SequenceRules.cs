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
    private readonly List<Repeated> _found = [];
    private readonly List<SeenNumber> _oddlyWritten = [];

    public override void Add(CheckedRows rows, int most)
    {
        _numbers.Add(rows.Numbers);
        _oddlyWritten.AddRange(rows.OddlyWritten);
        foreach (SeenNumber number in rows.OtherNumbers)
        {
            if (!_others.TryAdd(number.Key, number.Line, out long first) && ++Count <= most)
            {
                _found.Add(new(number.Line, first, number.Number.ToString()));
            }
        }
    }

    public override void End(int most)
    {
        (long count, List<(ulong Number, ulong First)> told) = _numbers.FindRepeated(most, threads);
        Count += count;
        if (told.Count == 0)
        {
            return;
        }

        Dictionary<long, NumberText> oddly = [];
        foreach (SeenNumber seen in _oddlyWritten)
        {
            oddly[seen.Line] = seen.Number;
        }

        // Of each part the first were told; of all of them no more are wanted.
        told.Sort(static (one, other) => PackedNumber.LineOf(one.Number).CompareTo(PackedNumber.LineOf(other.Number)));
        foreach ((ulong number, ulong first) in told.Count <= most ? told : told.GetRange(0, most))
        {
            long line = PackedNumber.LineOf(number);
            NumberText text = PackedNumber.IsOddlyWritten(number) && oddly.TryGetValue(line, out NumberText written) ? written : PackedNumber.NumberOf(number);
            _found.Add(new(line, PackedNumber.LineOf(first), text.ToString()));
        }
    }

    public override IEnumerable<RcBatchCsvIssue> Issues(RowPlaces places, FileIssues issues) => _found.Count == 0 ? [] : _found.OrderBy(found => found.Line).Select(found => issues.Issue(
        Info, found.Line, places.RowOn(found.Line), 0, found.Number, _ => (
            $"The number is already on line {found.First}; its owner would get both messages.", "Remove one of the rows, unless both messages are meant.")));

    private readonly record struct Repeated(long Line, long First, string Number);
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

    public override void End(int most) => Count = _with is null || _without is null ? 0 : 1;

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
