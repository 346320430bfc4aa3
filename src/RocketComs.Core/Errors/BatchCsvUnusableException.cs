using System.Globalization;
using System.Text;

namespace RocketComs.Core.Errors;

/// <summary>A batch file of which nothing can be used: it cannot be read, or no row of it could be sent.</summary>
public sealed class BatchCsvUnusableException : RocketComsException
{
    private const int ShownReasons = 3;

    /// <summary>Initializes the error.</summary>
    /// <param name="path">The file.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="recommendedAction">What to do.</param>
    /// <param name="innerException">The reader's error, if there was one.</param>
    public BatchCsvUnusableException(string? path, string message, string recommendedAction, Exception? innerException = null)
        : base(message, recommendedAction, innerException) => Path = path;

    /// <summary>Initializes the error for a file of which no row could be repaired.</summary>
    /// <param name="path">The file.</param>
    /// <param name="destination">Where the repaired file would be.</param>
    /// <param name="reasons">Why its rows were set aside.</param>
    public BatchCsvUnusableException(string path, string destination, IReadOnlyCollection<RcBatchCsvIssue> reasons)
        : base(Describe(path, destination, reasons), $"Run Test-RcBatchCsv on '{path}' to see every issue with its suggestion, and mend the rows by hand.") => Path = path;

    /// <summary>Gets the file.</summary>
    public string? Path { get; }

    private static string Describe(string path, string destination, IReadOnlyCollection<RcBatchCsvIssue> reasons)
    {
        StringBuilder text = new($"No row of '{path}' can be sent as it is or be mended. Nothing was written to '{destination}'.");
        foreach (RcBatchCsvIssue issue in reasons.Take(ShownReasons))
        {
            text.AppendFormat(CultureInfo.InvariantCulture, " Line {0}: {1} ({2}).", issue.Line, issue.Message.TrimEnd('.'), issue.RuleId);
        }

        return text.ToString();
    }
}
