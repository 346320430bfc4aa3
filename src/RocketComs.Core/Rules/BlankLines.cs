namespace RocketComs.Core.Rules;

/// <summary>Remembers blank lines until a row follows them: those at the end of a file are nobody's business.</summary>
internal sealed class BlankLines
{
    private readonly IssueSink _issues;
    private long _first;
    private long _count;

    /// <summary>Initializes an empty memory.</summary>
    public BlankLines(IssueSink issues) => _issues = issues;

    /// <summary>Notes a blank line.</summary>
    public void Add(long line)
    {
        _first = _count == 0 ? line : _first;
        _count++;
    }

    /// <summary>Reports the blank lines noted so far: a row has come.</summary>
    /// <param name="rowsBefore">The rows before them.</param>
    public void Flush(long rowsBefore)
    {
        for (long line = _first; _count > 0; line++, _count--)
        {
            _issues.Report(RuleSet.BlankLine, line, rowsBefore, -1, default, static _ => (
                "A blank line stands inside the file; what RocketCOMS does with it is not documented.", "Remove it."));
        }
    }
}
