using RocketComs.Core.Numbers;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.RowRules;

/// <summary>RC101: the number is not one that the numbering plan hands out.</summary>
internal sealed class UnassignableNumberRule : RowRule
{
    private readonly Func<string, (string Message, string Suggestion)> _describe;

    /// <summary>Initializes the rule.</summary>
    /// <param name="numbers">The numbering plans.</param>
    public UnassignableNumberRule(AssignableNumbers numbers)
        : base(new RuleInfo("RC101", RcIssueSeverity.Warning, "number is not one that the numbering plan hands out"), RowTraits.NumberUnassignable) =>
        _describe = value => AssignmentDiagnosis.Describe(numbers, value);

    /// <inheritdoc/>
    public override void Check(in CsvRow row, RowIssues issues) => issues.Report(Info, row.LineOfField(0), 0, row.Number, _describe);
}
