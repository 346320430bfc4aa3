using System.Globalization;
using RocketComs.Core.Rules.Rows;

namespace RocketComs.Core.Rules.Files;

/// <summary>RC007, for a record that is longer than any text could be: a quote is never closed, and what it swallows is not read into memory.</summary>
internal static class EndlessRecordRule
{
    /// <summary>Reports the record at which reading ended.</summary>
    /// <param name="line">The physical line on which it begins.</param>
    /// <param name="row">The record.</param>
    /// <param name="mostBytes">The bytes that a record may have.</param>
    /// <param name="issues">Where to report.</param>
    public static void Report(long line, long row, int mostBytes, IssueSink issues) => issues.Report(
        QuotingBrokenRule.Name, line, row, -1, string.Empty, _ => (
            string.Format(
                CultureInfo.InvariantCulture, "The row that begins on line {0} is longer than {1:0.#} MB, far beyond any text: a quote in it is never closed, or the file is no batch file. What follows was not read.", line, mostBytes / 1048576.0),
            "Close the quote at the end of its text, double every quote inside it, and test the file again."));
}
