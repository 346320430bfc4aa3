using RocketComs.Core.Numbers;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC005: the number is not 10 to 15 digits, with or without a plus sign.</summary>
internal sealed class NumberMalformedRule : RowRule
{
    /// <summary>Initializes the rule.</summary>
    public NumberMalformedRule()
        : base(new RuleInfo("RC005", RcIssueSeverity.Error, "number is not 10 to 15 digits"), RowTraits.NumberMalformed)
    {
    }

    /// <inheritdoc/>
    public override void Check(in CsvRow row, RowIssues issues) => issues.Report(
        Info, row.LineOfField(0), 0, row.Number, static value => NumberDiagnosis.Describe(value));
}
