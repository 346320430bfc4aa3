using RocketComs.Core.Numbers;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC101: the number is not one that the numbering plan hands out.</summary>
/// <remarks>Initializes the rule.</remarks>
/// <param name="numbers">The numbering plans.</param>
internal sealed class UnassignableNumberRule(AssignableNumbers numbers) : RowRule(new RuleInfo("RC101", RcIssueSeverity.Warning, "number is not one that the numbering plan hands out"), RowTraits.NumberUnassignable)
{
    private readonly Func<string, (string Message, string Suggestion)> _describe = value => AssignmentDiagnosis.Describe(numbers, value);

    /// <inheritdoc/>
    public override void Check(in CsvRow row, RowIssues issues) => issues.Report(Info, row.LineOfField(0), 0, row.Number, _describe);
}
