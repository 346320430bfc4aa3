using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC103: a blank follows a line break written as backslash and n.</summary>
internal sealed class BlankAfterEscapeRule : RowRule
{
    /// <summary>Initializes the rule.</summary>
    public BlankAfterEscapeRule()
        : base(new RuleInfo("RC103", RcIssueSeverity.Warning, "blank after \\n"), RowTraits.BlankAfterEscape)
    {
    }

    /// <inheritdoc/>
    public override void Check(in CsvRow row, RowIssues issues) => issues.Report(
        Info, row.LineOfField(1), 1, row.Message, static _ => (
            "A blank follows \\n, so the new line starts with a blank.", "Remove the blank after \\n."));
}
