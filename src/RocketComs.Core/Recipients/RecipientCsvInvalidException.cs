using RocketComs.Core.Errors;

namespace RocketComs.Core.Recipients;

/// <summary>A file of recipients with errors; nothing was sent.</summary>
public sealed class RecipientCsvInvalidException : RocketComsException
{
    private const int ShownErrors = 5;

    /// <summary>Initializes the error.</summary>
    /// <param name="report">What the check found.</param>
    public RecipientCsvInvalidException(RecipientFileReport report)
        : base(
            FormattableString.Invariant($"'{report.Path}' has {report.ErrorCount:N0} {(report.ErrorCount == 1 ? "error" : "errors")}. Nothing was sent.")
                + string.Concat(report.Errors.Take(ShownErrors).Select(error => FormattableString.Invariant($" Line {error.LineNumber}: {error.Description}"))),
            report.ErrorCount > ShownErrors
                ? "Repair the file and run the command again; $Error[0].Exception.Errors has every error."
                : "Repair the file and run the command again.")
    {
        Path = report.Path;
        Errors = report.Errors;
    }

    /// <summary>Gets the file.</summary>
    public string Path { get; }

    /// <summary>Gets the errors: the first 1000.</summary>
    public IReadOnlyList<RcRecipientError> Errors { get; }
}
