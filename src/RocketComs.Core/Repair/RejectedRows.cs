using System.Text;
using RocketComs.Core.Csv;
using RocketComs.Core.Rules;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Repair;

/// <summary>The file for the rows that are set aside, as they stood, nothing added, so that they can be repaired and sent.</summary>
/// <param name="path">The full path of its place.</param>
/// <param name="lineEnd">What ends the lines of the original.</param>
/// <exception cref="Errors.BatchFileException">It cannot be written.</exception>
internal sealed class RejectedRowsFile(string path, string lineEnd) : IDisposable
{
    private readonly byte[] _lineEnd = Encoding.ASCII.GetBytes(lineEnd);

    public ReplacingFile File { get; } = new(path);

    /// <summary>Adds a row.</summary>
    /// <param name="raw">The row as it stands in the original, without the line break that ends it.</param>
    public void Add(ReadOnlySpan<byte> raw)
    {
        // A quote that is never closed takes in the end of its last line.
        bool hasLineEnd = raw.Length > 0 && raw[raw.Length - 1] is (byte)'\r' or (byte)'\n';
        byte[] row = hasLineEnd ? raw.ToArray() : [.. raw, .. _lineEnd];
        ReplacingFile.Guard(File.Path, () => File.Stream.Write(row, 0, row.Length));
    }

    public void Dispose() => File.Dispose();
}

/// <summary>Says why rows were set aside: in the words of the check, with the lines and rows of the original file.</summary>
/// <param name="rows">The rows that were set aside, in the order of the file.</param>
internal sealed class RejectedReasons(IReadOnlyList<SetAsideRow> rows)
{
    private readonly Dictionary<long, RcBatchCsvIssue> _found = [];
    private readonly Dictionary<long, SetAsideRow> _wanted = rows.ToDictionary(row => row.Row);

    /// <summary>Finds the reason of every row.</summary>
    /// <param name="original">The original file.</param>
    /// <param name="afterRepair">The errors that rows have when they are repaired, by their record among the repaired.</param>
    /// <param name="cancellationToken">Stops the search between two rows.</param>
    public RcBatchCsvIssue[] Find(BatchSource original, IReadOnlyDictionary<long, RcBatchCsvIssue> afterRepair, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        long last = rows[rows.Count - 1].Row;
        try
        {
            CheckOptions options = new()
            {
                MaxIssue = 0,
                OnIssue = issue =>
                {
                    Take(issue);
                    if (issue.Row > last)
                    {
                        enough.Cancel();
                    }
                },
            };
            BatchCsvChecker.Check(original, options, enough.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Every row that was asked for has been seen.
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
