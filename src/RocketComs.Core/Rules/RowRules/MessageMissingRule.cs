using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC006: the text is missing or blank.</summary>
internal sealed class MessageMissingRule : RowRule
{
    /// <summary>Initializes the rule.</summary>
    public MessageMissingRule()
        : base(new RuleInfo("RC006", RcIssueSeverity.Error, "message missing or blank"), RowTraits.MessageMissing)
    {
    }

    /// <inheritdoc/>
    public override void Check(in CsvRow row, RowIssues issues) => issues.Report(
        Info, row.LineOfField(1), 1, row.RawField(1), static _ => ("The row has no text.", "Write the text in the second column, or remove the row."));
}
