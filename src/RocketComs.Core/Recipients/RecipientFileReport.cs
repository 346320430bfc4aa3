using RocketComs.Core.Errors;

namespace RocketComs.Core.Recipients;

/// <summary>What the check of a file of recipients found.</summary>
public sealed record RecipientFileReport
{
    /// <summary>The most errors that are kept.</summary>
    public const int MostErrors = 1000;

    /// <summary>Gets the file.</summary>
    public string Path { get; init; } = string.Empty;

    /// <summary>Gets how many recipients the file has: rows, without header and blank lines.</summary>
    public long RowCount { get; init; }

    /// <summary>Gets how many errors there are, also beyond <see cref="MostErrors"/>.</summary>
    public long ErrorCount { get; init; }

    /// <summary>Gets the first errors.</summary>
    public IReadOnlyList<RcRecipientError> Errors { get; init; } = [];

    /// <summary>Gets what may be meant, but is worth a word: a sentence a kind, with its count and the first line.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Gets whether the file can be sent.</summary>
    public bool IsValid => ErrorCount == 0;
}

/// <summary>A file of recipients with errors; nothing was sent.</summary>
/// <param name="report">What the check found.</param>
public sealed class RecipientCsvInvalidException(RecipientFileReport report) : RocketComsException(
    FormattableString.Invariant($"'{report.Path}' has {report.ErrorCount:N0} {(report.ErrorCount == 1 ? "error" : "errors")}. Nothing was sent.")
        + string.Concat(report.Errors.Take(ShownErrors).Select(error => FormattableString.Invariant($" Line {error.LineNumber}: {error.Description}"))),
    report.ErrorCount > ShownErrors
        ? "Fix the file and run the command again; $Error[0].Exception.Errors has every error."
        : "Fix the file and run the command again.")
{
    private const int ShownErrors = 5;

    /// <summary>Gets the file.</summary>
    public string Path { get; } = report.Path;

    /// <summary>Gets the errors: the first 1000.</summary>
    public IReadOnlyList<RcRecipientError> Errors { get; } = report.Errors;
}
