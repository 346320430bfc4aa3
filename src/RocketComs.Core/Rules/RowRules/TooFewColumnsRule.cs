using RocketComs.Core.Numbers;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC002: a row has fewer than two columns.</summary>
internal sealed class TooFewColumnsRule : RowRule
{
    /// <summary>Initializes the rule.</summary>
    public TooFewColumnsRule()
        : base(new RuleInfo("RC002", RcIssueSeverity.Error, "row has fewer than two columns"), RowTraits.TooFewFields)
    {
    }

    /// <inheritdoc/>
    public override void Check(in CsvRow row, RowIssues issues) => issues.Report(
        Info, row.Line, -1, row.Raw, static value => (
            "The row has one column; it needs a number and a text.",
            $"Write the number, a comma, and the text: {Row(value)}"));

    private static string Row(string value) => value.Length > 0 && char.IsLetter(value[0]) ? "2025550100," + value : (IsNumber(value) ? value : "2025550100") + ",Your text";

    private static bool IsNumber(string value) => NumberText.TryRead(value, out _);
}
