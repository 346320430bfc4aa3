using RocketComs.Core.Numbers;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC004: the number is missing.</summary>
internal sealed class NumberMissingRule() : TraitRule(RuleTable.NumberMissing, RowTraits.NumberMissing)
{
    protected override void Tell(in CsvRow row, RowIssues issues) => issues.Report(
        Info, row.Line, 0, row.Raw, static _ => ("The row has no number.", "Write the recipient's mobile number in the first column, or remove the row."));
}

/// <summary>RC005: the number is not 10 to 15 digits, with or without a plus sign.</summary>
/// <param name="national">How numbers are grouped in the region of those without a country code.</param>
internal sealed class NumberMalformedRule(NationalSpelling? national) : TraitRule(RuleTable.NumberMalformed, RowTraits.NumberMalformed)
{
    private readonly Func<string, (string Message, string Suggestion)> _describe = value => PhoneFaults.Describe(value, national);

    protected override void Tell(in CsvRow row, RowIssues issues)
    {
        if (PasteLine.FindDelimiterBehindNumber(row) is > 0 and int at)
        {
            string delimiter = DelimiterName.Of(row.Raw[at]);
            string offer = PasteLine.SplitAt(row, at);
            issues.Report(Info, row.LineOfField(0), 0, row.Number, _ => ($"A {delimiter} stands behind the number, where a comma belongs.", "Write a comma there" + offer));
            return;
        }

        issues.Report(Info, row.LineOfField(0), 0, row.Number, _describe);
    }
}

/// <summary>RC012: the number is on the opt-out list that was given, in whatever spelling: with separators it can be repaired, and would then go out.</summary>
/// <param name="optedOut">The opt-out list, as keys.</param>
/// <param name="numbers">The numbering plans.</param>
internal sealed class OptOutRule(HashSet<ulong> optedOut, AssignableNumbers numbers) : RowRule(
    RuleTable.OptOut, RowTraits.NumberWellFormed | RowTraits.NumberMalformed)
{
    public override void Check(in CsvRow row, RowIssues issues)
    {
        if (optedOut.Contains(row.Key) || ((row.Traits & RowTraits.NumberUnassignable) != 0 && IsMeant(row.Number)))
        {
            issues.Report(Info, row.LineOfField(0), 0, row.Number, static _ => (
                "The number is on the opt-out list: its owner has asked for no more messages.", "Remove the row."));
        }
    }

    private bool IsMeant(ReadOnlySpan<byte> number) => NumberText.TryRead(number, out NumberText read) && OptOutEntries.Readings(read, numbers).Any(optedOut.Contains);
}

/// <summary>RC101: the number is not one that the numbering plan assigns.</summary>
internal sealed class UnassignableNumberRule(AssignableNumbers numbers) : TraitRule(
    RuleTable.UnassignableNumber, RowTraits.NumberUnassignable)
{
    private readonly Func<string, (string Message, string Suggestion)> _describe = value => AssignmentDiagnosis.Describe(numbers, value);

    protected override void Tell(in CsvRow row, RowIssues issues) => issues.Report(Info, row.LineOfField(0), 0, row.Number, _describe);
}
