using CsvHelper;
using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.FileRules;

/// <summary>RC001: the file is empty, or has nothing but blank lines.</summary>
internal static class EmptyFileRule
{
    public static readonly RuleInfo Info = RuleTable.EmptyFile;

    public static void Report(FileIssues issues) =>
        issues.Report(Info, 1, "The file has no rows.", "Write one row per recipient: the number, a comma, and the text.");
}

/// <summary>RC009: the first row is a header.</summary>
internal static class HeaderRule
{
    public static readonly RuleInfo Info = RuleTable.Header;

    /// <summary>Looks at the first record of a file that is no blank line.</summary>
    /// <param name="reader">A reader of the file, at its start.</param>
    /// <param name="cancellationToken">Stops it: a damaged file can begin with millions of blank lines.</param>
    /// <returns>The line on which it begins, if it is a header and so no row, and what stands there; else line 0.</returns>
    public static (long Line, string Value) Find(CsvReader reader, CancellationToken cancellationToken)
    {
        try
        {
            while (reader.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!Utf8Text.IsBlank(reader.RawRecord))
                {
                    return HeaderRow.IsHeader(reader) ? (reader.LineNumber, FileIssues.Shown(reader.RawRecord)) : default;
                }
            }
        }
        catch (CsvFormatException)
        {
            // An endless first record is no header; what it is, is said where the rows are read.
        }

        return default;
    }

    public static void Report(long line, string value, FileIssues issues) => issues.Report(Info, line, 0, -1, value, static _ => (
        "The first row is a header; the platform would take it for a recipient.", "Remove the row: a batch file has none."));
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
