using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.FileRules;

/// <summary>RC110: blank lines inside the file. They wait until a row follows: those at the end are nobody's business.</summary>
/// <remarks>Initializes the rule for one file.</remarks>
internal sealed class BlankLineRule(FileIssues issues)
{
    /// <summary>What it is called.</summary>
    public static readonly RuleInfo Info = new("RC110", RcIssueSeverity.Warning, "blank line inside the file");

    private readonly FileIssues _issues = issues;
    private long _first;
    private long _count;

    /// <summary>Notes a blank line.</summary>
    public void Add(long line)
    {
        _first = _count == 0 ? line : _first;
        _count++;
    }

    /// <summary>Reports the blank lines noted so far: a row has come.</summary>
    /// <param name="rowsBefore">The rows before them.</param>
    /// <param name="cancellationToken">Stops the reports: a damaged file can have millions.</param>
    public void Flush(long rowsBefore, CancellationToken cancellationToken)
    {
        for (long line = _first; _count > 0; line++, _count--)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _issues.Report(Info, line, rowsBefore, -1, string.Empty, static _ => (
                "A blank line stands inside the file; what RocketCOMS does with it is not documented.", "Remove it."));
        }
    }
}
