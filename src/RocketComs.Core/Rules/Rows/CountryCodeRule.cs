using System;

namespace RocketComs.Core.Rules.Rows;

/// <summary>RC108: the file has numbers with and numbers without a country code. Reported once, on the first row that differs from those before it.</summary>
internal sealed class CountryCodeRule : RowRule
{
    private const int NationalDigits = 10;

    private readonly bool _isNorthAmerican;
    private long _firstWith;
    private long _firstWithout;

    /// <summary>Initializes the rule for one file. It must see the rows in their order.</summary>
    /// <param name="defaultRegion">The region of the numbers without a country code.</param>
    public CountryCodeRule(string defaultRegion)
        : base(new RuleInfo("RC108", RcIssueSeverity.Warning, "numbers with and without country code in one file"), RowSigns.NumberSound) =>
        _isNorthAmerican = NumberingPlan.IsNorthAmerican(defaultRegion);

    /// <inheritdoc/>
    public override void Check(in CsvRow row, IssueSink issues)
    {
        if (_firstWith > 0 && _firstWithout > 0)
        {
            return;
        }

        if (HasCountryCode(row.Number) is not { } hasCode)
        {
            return;
        }

        ref long first = ref hasCode ? ref _firstWith : ref _firstWithout;
        if (first == 0)
        {
            first = row.LineOfField(0);
            long other = hasCode ? _firstWithout : _firstWith;
            if (other > 0)
            {
                Report(row, issues, other, hasCode);
            }
        }
    }

    /// <summary>Whether a number is written with its country code; <see langword="null"/> when that cannot be told.</summary>
    private bool? HasCountryCode(ReadOnlySpan<byte> number)
    {
        if (number[0] == '+')
        {
            return true;
        }

        // No country code begins with 0 (ITU-T E.164): it is dialled before a national number, two of them before an international one.
        if (number[0] == '0')
        {
            return _isNorthAmerican || number[1] == '0' ? null : false;
        }

        return _isNorthAmerican ? number.Length > NationalDigits : null;
    }

    private void Report(in CsvRow row, IssueSink issues, long other, bool hasCode)
    {
        bool isNorthAmerican = _isNorthAmerican;
        issues.Report(Info, row.LineOfField(0), row.Row, 0, row.Number, number => (
            hasCode
                ? $"The number is written with its country code, the one on line {other} without; the file mixes both."
                : $"The number is written without its country code, the one on line {other} with it; the file mixes both.",
            isNorthAmerican
                ? $"Write every number with + and its country code, this one {(hasCode ? "+" + number.TrimStart('+') : "+1" + number)}."
                : "Write every number with + and its country code, and without the 0 that is dialled before a national number."));
    }
}
