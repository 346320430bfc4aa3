using RocketComs.Core.Errors;

namespace RocketComs.Core.Recipients;

/// <summary>A file of recipients with errors; nothing was sent.</summary>
/// <remarks>Initializes the error.</remarks>
/// <param name="report">What the check found.</param>
public sealed class RecipientCsvInvalidException(RecipientFileReport report) : RocketComsException(
        FormattableString.Invariant($"'{report.Path}' has {report.ErrorCount:N0} {(report.ErrorCount == 1 ? "error" : "errors")}. Nothing was sent.")
                + string.Concat(report.Errors.Take(ShownErrors).Select(error => FormattableString.Invariant($" Line {error.LineNumber}: {error.Description}"))),
        report.ErrorCount > ShownErrors
                ? "Repair the file and run the command again; $Error[0].Exception.Errors has every error."
                : "Repair the file and run the command again.")
{
    private const int ShownErrors = 5;

    /// <summary>Gets the file.</summary>
    public string Path { get; } = report.Path;

    /// <summary>Gets the errors: the first 1000.</summary>
    public IReadOnlyList<RcRecipientError> Errors { get; } = report.Errors;
}
