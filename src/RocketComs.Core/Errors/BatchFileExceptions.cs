using System.Globalization;

namespace RocketComs.Core.Errors;

/// <summary>A batch file that is not there or cannot be opened.</summary>
/// <param name="path">The file.</param>
/// <param name="message">What is wrong.</param>
/// <param name="recommendedAction">What to do.</param>
/// <param name="innerException">The system's error, if there was one.</param>
public sealed class BatchFileException(string path, string message, string recommendedAction, Exception? innerException = null)
    : RocketComsException(message, recommendedAction, innerException)
{
    /// <summary>Gets the file.</summary>
    public string Path { get; } = path;
}

/// <summary>A batch file with errors; nothing was done with it.</summary>
public sealed class BatchCsvInvalidException : RocketComsException
{
    /// <summary>The error for what a check found.</summary>
    /// <param name="report">What the check found.</param>
    /// <param name="recommendedAction">What to do; <see langword="null"/> for what to do about most errors.</param>
    /// <param name="outcome">What became of it.</param>
    public BatchCsvInvalidException(RcBatchCsvReport report, string? recommendedAction = null, string outcome = "Nothing was sent.")
        : base(Describe(report, outcome), recommendedAction ?? Advise(report)) => Report = report;

    /// <summary>The error for a file that changed after it was checked.</summary>
    /// <param name="path">The file.</param>
    public BatchCsvInvalidException(string path)
        : base($"'{path}' has changed since it was checked, so nothing complete was sent: an upload that had begun was cut off before its end.", "Run the command again; it checks the file as it is now.")
    {
    }

    /// <summary>Gets what the check found; <see langword="null"/> when the file changed under it.</summary>
    public RcBatchCsvReport? Report { get; }

    // The first three issues, each as a sentence with a blank before it.
    internal static string Sentences(IEnumerable<RcBatchCsvIssue> issues) => string.Concat(issues.Take(3).Select(issue =>
        string.Format(CultureInfo.InvariantCulture, " {0} {1}: {2} ({3}).", issue.Path is null ? "Row" : "Line", issue.Path is null ? issue.Row : issue.Line, issue.Message.TrimEnd('.'), issue.RuleId)));

    private static string Describe(RcBatchCsvReport report, string outcome) => string.Format(
        CultureInfo.InvariantCulture,
        "{0} {1:N0} {2}. {3}{4}",
        report.Path is null ? "The rows have" : $"'{report.Path}' has",
        report.ErrorCount,
        report.ErrorCount == 1 ? "error" : "errors",
        outcome,
        Sentences(report.Issues.Where(issue => issue.Severity == RcIssueSeverity.Error)));

    private static string Advise(RcBatchCsvReport report) => report.Path is null
        ? "Pipe the same rows to Test-RcBatchCsv to see every issue with its suggestion, repair them, and run the command again."
        : $"Run 'Test-RcBatchCsv {Quote(report.Path)} -AsIssue' to see every issue with its suggestion, repair the file, and run the command again.";

    private static string Quote(string path) => path.IndexOfAny([' ', '\'', '(', '[']) < 0 ? path : "'" + path.Replace("'", "''") + "'";
}

/// <summary>A batch file of which nothing can be used: it cannot be read, or no row of it could be sent.</summary>
/// <param name="path">The file.</param>
/// <param name="message">What is wrong.</param>
/// <param name="recommendedAction">What to do.</param>
/// <param name="innerException">The reader's error, if there was one.</param>
public sealed class BatchCsvUnusableException(string? path, string message, string recommendedAction, Exception? innerException = null)
    : RocketComsException(message, recommendedAction, innerException)
{
    /// <summary>The error for a file of which no row could be repaired.</summary>
    /// <param name="path">The file.</param>
    /// <param name="destination">Where the repaired file would be.</param>
    /// <param name="reasons">Why its rows were set aside.</param>
    public BatchCsvUnusableException(string path, string destination, IReadOnlyCollection<RcBatchCsvIssue> reasons)
        : this(
            path,
            $"No row of '{path}' can be sent as it is or be repaired. Nothing was written to '{destination}'.{BatchCsvInvalidException.Sentences(reasons)}",
            $"Run Test-RcBatchCsv on '{path}' to see every issue with its suggestion, and repair the rows by hand.")
    {
    }

    /// <summary>Gets the file.</summary>
    public string? Path { get; } = path;
}
