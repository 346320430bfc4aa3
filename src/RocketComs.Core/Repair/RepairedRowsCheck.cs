using RocketComs.Core.Csv;
using RocketComs.Core.Rules;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Repair;

/// <summary>What the check says of the repaired rows of a file, before they take their place.</summary>
/// <param name="keptReasons">How many rows' errors are kept.</param>
internal sealed class RepairedRowsCheck(int keptReasons)
{
    // An issue that is listened to is described, which for the warnings of a large file takes longer than its check.
    private static readonly RuleInfo[] s_unheard = [.. RuleTable.All.Where(rule => rule.Severity != RcIssueSeverity.Error && rule != RuleTable.DuplicateNumber)];

    private readonly HashSet<long> _unsaved = [];
    private readonly Dictionary<long, RcBatchCsvIssue> _reasons = [];
    private readonly HashSet<string> _repeatedNumbers = [];

    /// <summary>The first error of each row that repair does not save, by its record among the repaired: of the first such rows.</summary>
    public IReadOnlyDictionary<long, RcBatchCsvIssue> Reasons => _reasons;

    /// <summary>The numbers that stand in more than one repaired row, in one of their spellings.</summary>
    public IReadOnlyCollection<string> RepeatedNumbers => _repeatedNumbers;

    /// <summary>Whether every repaired row may be written, as far as is known.</summary>
    public bool SavesAll => _unsaved.Count == 0 && _repeatedNumbers.Count == 0;

    /// <summary>Whether a row still has an error when it is repaired: a blank text, a control character, or what else a rule may call one.</summary>
    /// <param name="repairedRow">The record among the repaired.</param>
    public bool IsUnsaved(long repairedRow) => _unsaved.Contains(repairedRow);

    public RcBatchCsvReport Run(BatchSource repaired, CheckOptions options, CancellationToken cancellationToken) =>
        BatchCsvChecker.Check(repaired, options with { OnIssue = Note, ExcludedRules = s_unheard }, cancellationToken);

    private void Note(RcBatchCsvIssue issue)
    {
        if (issue.RuleId == RuleTable.DuplicateNumber.Id)
        {
            _repeatedNumbers.Add(issue.Value);
        }
        else if (issue.Severity == RcIssueSeverity.Error && issue.Row > 0 && _unsaved.Add(issue.Row) && _reasons.Count < keptReasons)
        {
            _reasons.Add(issue.Row, issue);
        }
    }
}
