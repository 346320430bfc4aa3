namespace RocketComs.Core.Rules.Engine;

/// <summary>Takes what the rules find in one row, on the thread that checks it. The row's number is not known there yet.</summary>
internal sealed class RowIssues
{
    private readonly List<(RuleInfo Rule, RcBatchCsvIssue? Issue)> _items = [];
    private FileIssues? _file;
    private CheckedRows? _rows;

    public bool HasErrors { get; private set; }

    /// <summary>Begins another row.</summary>
    /// <param name="file">Where the issues go later; it knows which are still kept.</param>
    /// <param name="rows">The rows before it that the file does not know yet.</param>
    public void Begin(FileIssues file, CheckedRows rows)
    {
        _file = file;
        _rows = rows;
        _items.Clear();
        HasErrors = false;
    }

    /// <summary>Counts an issue of which nothing is told: enough are, or nothing is to be heard of the rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>Whether it is such an issue; any other is to be reported.</returns>
    public bool TryCount(RuleInfo rule)
    {
        if (_file!.Excludes(rule))
        {
            return true;
        }

        if (_file.Keeps(rule) && _rows!.Described(rule.Severity) < _file.Most)
        {
            return false;
        }

        Add(rule, null);
        return true;
    }

    /// <summary>Reports an issue.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="line">The physical line.</param>
    /// <param name="column">The index of the field; -1 for the whole row.</param>
    /// <param name="value">What stands there, decoded only when the issue is kept.</param>
    /// <param name="describe">Makes message and suggestion of what is shown of the value, called only when the issue is kept.</param>
    public void Report(RuleInfo rule, long line, int column, ReadOnlySpan<byte> value, Func<string, (string Message, string Suggestion)> describe)
    {
        if (!TryCount(rule))
        {
            Add(rule, _file!.Issue(rule, line, row: 0, column, FileIssues.Shown(value), describe));
        }
    }

    /// <summary>What was found; <see langword="null"/> for nothing.</summary>
    /// <param name="raw">The row as it stands in the file, if it is asked for.</param>
    public RowFindings? Take(byte[]? raw)
    {
        RowFindings? findings = _items.Count switch
        {
            0 => null,
            1 when raw is null && _items[0].Issue is null => _items[0].Rule.Counted,
            _ => new RowFindings([.. _items], raw),
        };

        // Threads outlive a check; what they remember of it must not.
        _items.Clear();
        (_file, _rows) = (null, null);
        return findings;
    }

    private void Add(RuleInfo rule, RcBatchCsvIssue? issue)
    {
        HasErrors |= rule.Severity == RcIssueSeverity.Error;
        _items.Add((rule, issue));
    }
}
