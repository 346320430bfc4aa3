using RocketComs.Core.Csv;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.FileRules;

/// <summary>RC001: the file is empty, or has nothing but blank lines.</summary>
internal static class EmptyFileRule
{
    public static readonly RuleInfo Info = RuleTable.EmptyFile;

    public static void Report(FileIssues issues) =>
        issues.Report(Info, 1, "The file has no rows.", "Write one row per recipient: the number, a comma, and the text.");
}

/// <summary>RC009: what stands before the rows is a header, a title or a line <c>sep=</c>.</summary>
internal static class HeaderRule
{
    public static readonly RuleInfo Info = RuleTable.Header;

    public static void Report(HeaderLine header, FileIssues issues) => issues.Report(
        Info, header.Line, 0, -1, FileIssues.Shown(header.Value), _ => (
            header.Kind switch
            {
                HeaderKind.Separator => "The line tells a spreadsheet what separates the columns; the platform would take it for a recipient.",
                HeaderKind.Title => "The row is a title; the platform would take it for a recipient.",
                _ => "The first row is a header; the platform would take it for a recipient.",
            },
            "Remove the row: a batch file has none."));
}

/// <summary>RC010: something other than commas separates the columns. The file is then read with what does.</summary>
internal static class DelimiterRule
{
    public static readonly RuleInfo Info = RuleTable.Delimiter;

    public static void Check(char separator, FileIssues issues)
    {
        if (separator != ',')
        {
            string name = separator switch { ';' => "semicolons", '\t' => "tabs", _ => "vertical bars" };
            issues.Report(
                Info,
                1,
                $"The columns are separated by {name}; RocketCOMS documents commas.",
                "Save the file with commas between the columns, and quotes around texts that hold commas.");
        }
    }
}

/// <summary>RC110: blank lines inside the file. They wait until a row follows: those at the end are nobody's business.</summary>
internal sealed class BlankLineRule(FileIssues issues)
{
    public static readonly RuleInfo Info = RuleTable.BlankLine;

    private readonly FileIssues _issues = issues;
    private long _first;
    private long _count;

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
                "There is a blank line inside the file; what RocketCOMS does with it is not documented.", "Remove it."));
        }
    }
}
