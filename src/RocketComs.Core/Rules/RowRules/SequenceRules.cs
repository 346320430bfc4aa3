using System.Runtime.CompilerServices;
using RocketComs.Core.Numbers;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC102: the number is in an earlier row already, in this or another spelling.</summary>
/// <param name="expect">How many numbers are to be expected in all, given how many there are.</param>
internal sealed class DuplicateNumberRule(Func<long, long> expect) : SequenceRule(
    RuleTable.DuplicateNumber)
{
    private readonly NumberIndex _index = new(expect);

    public long Count { get; private set; }

    /// <summary>Has the place of a row's number brought near, some rows before it is asked about.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prepare(in CheckedRow row) => _index.Prefetch(row.Key);

    [MethodImpl(Jit.Hot)]
    public override void Check(in CheckedRow row, long position, FileIssues issues)
    {
        if (!_index.TryAdd(row.Key, row.Line, out long first))
        {
            Count++;
            Report(row, position, first, issues);
        }
    }

    private void Report(in CheckedRow row, long position, long first, FileIssues issues) => issues.Report(
        Info, row.Line, position, 0, issues.Keeps(Info) ? row.Number.ToString() : string.Empty, _ => (
            $"The number is already on line {first}; its owner would get both messages.", "Remove one of the rows, unless both messages are meant."));
}

/// <summary>RC108: the file has numbers with and numbers without a country code. Reported once, on the first row that differs from those before it.</summary>
/// <param name="defaultRegion">The region of the numbers without a country code.</param>
internal sealed class CountryCodeRule(string defaultRegion) : SequenceRule(
    RuleTable.CountryCode)
{
    private readonly bool _isNorthAmerican = NumberingPlan.IsNorthAmerican(defaultRegion);
    private long _firstWith;
    private long _firstWithout;

    public override void Check(in CheckedRow row, long position, FileIssues issues)
    {
        if ((_firstWith > 0 && _firstWithout > 0) || !row.IsSound || HasCountryCode(row.Number) is not { } hasCode)
        {
            return;
        }

        ref long first = ref hasCode ? ref _firstWith : ref _firstWithout;
        if (first == 0)
        {
            first = row.Line;
            long other = hasCode ? _firstWithout : _firstWith;
            if (other > 0)
            {
                Report(row, position, other, hasCode, issues);
            }
        }
    }

    /// <summary>Whether a number is written with its country code; <see langword="null"/> when that cannot be told.</summary>
    private bool? HasCountryCode(in NumberText number)
    {
        if (number.HasPlus)
        {
            return true;
        }

        // No country code begins with 0 (ITU-T E.164): it is dialled before a national number, two of them before an international one.
        int zeros = new DigitRun(number.Value, number.Digits).LeadingZeros;
        if (zeros > 0)
        {
            return _isNorthAmerican || zeros > 1 ? null : false;
        }

        return _isNorthAmerican ? number.Digits > NumberingPlan.NorthAmericanDigits : null;
    }

    private void Report(in CheckedRow row, long position, long other, bool hasCode, FileIssues issues)
    {
        bool isNorthAmerican = _isNorthAmerican;
        issues.Report(Info, row.Line, position, 0, row.Number.ToString(), number => (
            hasCode
                ? $"The number is written with its country code, the one on line {other} without; the file mixes both."
                : $"The number is written without its country code, the one on line {other} with it; the file mixes both.",
            isNorthAmerican
                ? $"Write every number with + and its country code, this one {(hasCode ? "+" + number.TrimStart('+') : "+1" + number)}."
                : "Write every number with + and its country code, and without the 0 that is dialled before a national number."));
    }
}
