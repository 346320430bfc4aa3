namespace RocketComs.Core.Api;

/// <summary>The statuses of a batch that the API names; a batch may come with others, which are shown as they are.</summary>
/// <remarks>
/// Source: the batch object and the filter of the list (<c>UPLOADING</c> to <c>ERROR</c>), and the pages on updating and removing
/// (<c>CREATED</c>). No page says what they mean or how one follows another.
/// </remarks>
public static class BatchStatuses
{
    /// <summary>The statuses that some page documents, in the order of a batch's way as the module assumes it.</summary>
    public static readonly IReadOnlyList<string> Documented = [BatchesClient.CreatedStatus, "UPLOADING", "PENDING", "IN_PROCESS", "COMPLETED", BatchesClient.ErrorStatus];

    /// <summary>The statuses after which nothing more happens.</summary>
    public static readonly IReadOnlyList<string> Final = ["COMPLETED", BatchesClient.ErrorStatus];

    /// <summary>Whether a status is one of several, in whatever case.</summary>
    public static bool IsOneOf(string? status, IEnumerable<string> statuses) => statuses.Contains(status, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a batch has not gone out and can still be changed.</summary>
    public static bool IsCreated(RcBatch batch) => FinishedAt(batch) is null && string.Equals(batch.Status, BatchesClient.CreatedStatus, StringComparison.OrdinalIgnoreCase);

    /// <summary>When a batch was finished, after which it changes no more, whatever its status is called; the first moment of a calendar stands for none.</summary>
    public static DateTimeOffset? FinishedAt(RcBatch batch) => batch.FinishedAt is { UtcDateTime.Year: > 1970 } finished ? finished : null;

    /// <summary>What a batch is, for a sentence: "CREATED, and finished at 2027-01-31 09:00:00 UTC".</summary>
    public static string Words(RcBatch batch) => Words(batch.Status) + (FinishedAt(batch) is { } finished ? FormattableString.Invariant($", and finished at {finished.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC") : string.Empty);

    /// <summary>A status for a sentence.</summary>
    public static string Words(string? status) => string.IsNullOrWhiteSpace(status) ? "without a status" : status!;

    /// <summary>Whether a batch has finished, whatever its status is called: a time that has not come yet, or one of before there were batches, stands for none.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="now">The time now. The platform's clock may be ahead of it, or written in a zone that it does not name: by less than a day.</param>
    public static bool HasFinished(RcBatch batch, DateTimeOffset now) =>
        FinishedAt(batch) is { } finished && finished < now + TimeSpan.FromDays(1);
}
