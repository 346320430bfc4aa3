using RocketComs.Core.Csv;
using RocketComs.Core.Rules;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Repair;

/// <summary>Says why rows were set aside: in the words of the check, with the lines and rows of the original file.</summary>
/// <param name="rows">The rows that were set aside, in the order of the file.</param>
internal sealed class RejectedReasons(IReadOnlyList<SetAsideRow> rows)
{
    // What is wrong with a row, and no more: to describe every warning of a large file takes longer than its check.
    private static readonly RuleInfo[] s_unheard = [.. RuleTable.All.Where(rule => rule.Severity != RcIssueSeverity.Error && rule != RuleTable.SwallowedRows)];

    private readonly Dictionary<long, RcBatchCsvIssue> _found = [];
    private readonly Dictionary<long, SetAsideRow> _wanted = rows.ToDictionary(row => row.Row);

    /// <summary>Finds the reason of every row.</summary>
    /// <param name="original">The original file.</param>
    /// <param name="afterRepair">The errors that rows have when they are repaired, by their record among the repaired.</param>
    /// <param name="options">How the rows are checked.</param>
    /// <param name="cancellationToken">Stops the search between two rows.</param>
    public RcBatchCsvIssue[] Find(BatchSource original, IReadOnlyDictionary<long, RcBatchCsvIssue> afterRepair, CheckOptions options, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        long last = rows[rows.Count - 1].Row;
        try
        {
            BatchCsvChecker.Check(original, options with { OnIssue = Hear, ExcludedRules = s_unheard }, enough.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Every row that was asked for has been seen.
        }

        void Hear(RcBatchCsvIssue issue)
        {
            Take(issue);
            if (issue.Row > last)
            {
                enough.Cancel();
            }
        }

        return [.. rows.Select(row => _found.TryGetValue(row.Row, out RcBatchCsvIssue? issue) ? issue : afterRepair[row.RepairedRow] with { Line = row.Line, Row = row.Row })];
    }

    private void Take(RcBatchCsvIssue issue)
    {
        if (issue.RuleId == RuleTable.SwallowedRows.Id && _wanted.ContainsKey(issue.Row))
        {
            // What else is wrong with such a row may come of it.
            _found[issue.Row] = issue;
        }
        else if (issue.RuleId == RuleTable.OptOut.Id && _wanted.ContainsKey(issue.Row))
        {
            // Whatever else is wrong with such a row, nobody is to mend it.
            _found[issue.Row] = issue;
        }

        // A number that could be repaired is not why the row was left out.
        else if (issue.Severity == RcIssueSeverity.Error
            && _wanted.TryGetValue(issue.Row, out SetAsideRow row)
            && !(row.RepairedRow > 0 && issue.RuleId == RuleTable.NumberMalformed.Id)
            && !_found.ContainsKey(issue.Row))
        {
            _found.Add(issue.Row, issue);
        }
    }
}

/// <summary>A row that is left out of the repaired file.</summary>
/// <param name="Row">The record, from 1, in the original file.</param>
/// <param name="Line">The physical line on which it begins there.</param>
/// <param name="RepairedRow">The record, from 1, among the rows that could be repaired; 0 when this one could not.</param>
internal readonly record struct SetAsideRow(long Row, long Line, long RepairedRow);
