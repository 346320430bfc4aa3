using System.Globalization;
using System.Text;

namespace RocketComs.Core.Errors;

/// <summary>A batch file with errors; nothing was sent.</summary>
public sealed class BatchCsvInvalidException : RocketComsException
{
    private const int ShownIssues = 3;

    /// <summary>Initializes the error.</summary>
    /// <param name="report">What the check found.</param>
    public BatchCsvInvalidException(RcBatchCsvReport report)
        : base(Describe(report), Advise(report)) => Report = report;

    /// <summary>Initializes the error for a file that changed after it was checked.</summary>
    /// <param name="path">The file.</param>
    public BatchCsvInvalidException(string path)
        : base($"'{path}' has changed since it was checked. Nothing was sent.", "Run the command again; it checks the file as it is now.")
    {
    }

    /// <summary>Gets what the check found; <see langword="null"/> when the file changed under it.</summary>
    public RcBatchCsvReport? Report { get; }

    private static string Describe(RcBatchCsvReport report)
    {
        StringBuilder text = new();
        text.AppendFormat(
            CultureInfo.InvariantCulture,
            "{0} {1} {2:N0} {3}. Nothing was sent.",
            report.Path is null ? "The rows" : $"'{report.Path}'",
            report.Path is null ? "have" : "has",
            report.ErrorCount,
            report.ErrorCount == 1 ? "error" : "errors");
        foreach (RcBatchCsvIssue issue in report.Issues.Where(issue => issue.Severity == RcIssueSeverity.Error).Take(ShownIssues))
        {
            text.AppendFormat(CultureInfo.InvariantCulture, " Line {0}: {1} ({2}).", issue.Line, issue.Message.TrimEnd('.'), issue.RuleId);
        }

        return text.ToString();
    }

    private static string Advise(RcBatchCsvReport report) => report.IssueSummary.ContainsKey("RC012")
        ? "Take the numbers that have opted out (RC012) out of it: Test-RcBatchCsv with -OptOutNumber (Get-RcOptOut <campaign>).Number names each, and -RejectedPath sets the rows aside. Then run the command again."
        : report.Path is null
        ? "Pipe the same rows to Test-RcBatchCsv to see every issue with its suggestion, mend them, and run the command again."
        : $"Run 'Test-RcBatchCsv {Quote(report.Path)} -AsIssue' to see every issue with its suggestion, mend the file, and run the command again.";

    private static string Quote(string path) => path.IndexOfAny([' ', '\'', '(', '[']) < 0 ? path : "'" + path.Replace("'", "''") + "'";
}
