using CsvHelper;
using RocketComs.Core.Csv;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Rules.FileRules;

/// <summary>RC009: the first row is a header.</summary>
internal static class HeaderRule
{
    /// <summary>What it is called.</summary>
    public static readonly RuleInfo Info = new("RC009", RcIssueSeverity.Error, "first row is a header");

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
                if (!RowScanner.IsBlankLine(reader.RawRecord))
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

    /// <summary>Reports a header.</summary>
    /// <param name="line">Where it stands.</param>
    /// <param name="value">What stands there.</param>
    /// <param name="issues">Where to report.</param>
    public static void Report(long line, string value, FileIssues issues) => issues.Report(Info, line, 0, -1, value, static _ => (
        "The first row is a header; the platform would take it for a recipient.", "Remove the row: a batch file has none."));
}
