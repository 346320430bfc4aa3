using System.Globalization;
using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Rules.RowRules;

namespace RocketComs.Core.Rules.FileRules;

/// <summary>RC007, for a record that is longer than any text could be: a quote is never closed, and what it swallows is not held in memory.</summary>
internal static class EndlessRecordRule
{
    private const string Suggestion = "Close the quote at the end of its text, double every quote inside it, and test the file again.";

    /// <summary>Reports the record at which reading ended.</summary>
    /// <param name="line">The physical line on which it begins.</param>
    /// <param name="row">The record.</param>
    /// <param name="mostBytes">The bytes that a record may have.</param>
    /// <param name="issues">Where to report.</param>
    public static void Report(long line, long row, int mostBytes, FileIssues issues) =>
        issues.Report(QuotingBrokenRule.Name, line, row, -1, string.Empty, _ => (Describe(line, mostBytes) + " What follows was not read.", Suggestion));

    /// <summary>Reports a record that could be read: the next one follows.</summary>
    /// <param name="line">The physical line on which it begins.</param>
    /// <param name="raw">The record.</param>
    /// <param name="mostBytes">The bytes that a record may have.</param>
    /// <param name="issues">Where to report.</param>
    public static void Report(long line, ReadOnlySpan<byte> raw, int mostBytes, RowIssues issues) =>
        issues.Report(QuotingBrokenRule.Name, line, -1, raw, _ => (Describe(line, mostBytes), Suggestion));

    private static string Describe(long line, int mostBytes) => string.Format(
        CultureInfo.InvariantCulture, "The row that begins on line {0} is longer than {1:0.#} MB, far beyond any text: a quote in it is never closed, or the file is no batch file.", line, mostBytes / 1048576.0);
}
