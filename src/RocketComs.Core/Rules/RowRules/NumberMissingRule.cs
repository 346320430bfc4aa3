using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC004: the number is missing.</summary>
internal sealed class NumberMissingRule : RowRule
{
    /// <summary>Initializes the rule.</summary>
    public NumberMissingRule()
        : base(new RuleInfo("RC004", RcIssueSeverity.Error, "number missing"), RowTraits.NumberMissing)
    {
    }

    /// <inheritdoc/>
    public override void Check(in CsvRow row, RowIssues issues) => issues.Report(
        Info, row.Line, 0, row.Raw, static _ => ("The row has no number.", "Write the recipient's mobile number in the first column, or remove the row."));
}
