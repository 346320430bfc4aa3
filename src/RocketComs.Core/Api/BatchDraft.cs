using RocketComs.Core.Csv;

namespace RocketComs.Core.Api;

/// <summary>What the user wants a new or existing batch to be. What is <see langword="null"/> is not sent.</summary>
/// <remarks>Source: API page "Update a Campaign Batch", parameters.</remarks>
public sealed record BatchDraft
{
    /// <summary>The most UTF-16 units that a <see cref="Message"/> may have.</summary>
    public const int MaximumMessageLength = 160;

    /// <summary>Gets the kind of batch.</summary>
    public BatchOperation Operation { get; init; }

    /// <summary>Gets what the platform should do with it. Always sent: what costs money is never left to a default.</summary>
    public RcBatchAction Action { get; init; } = RcBatchAction.Schedule;

    /// <summary>Gets the campaign of a new batch.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Gets the caller's own reference.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Gets the description.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the first day; the time of day does not count.</summary>
    public DateTime? StartDate { get; init; }

    /// <summary>Gets the last day; the time of day does not count.</summary>
    public DateTime? EndDate { get; init; }

    /// <summary>Gets the time of day from which messages go out.</summary>
    public TimeSpan? StartTime { get; init; }

    /// <summary>Gets the time of day until which messages go out.</summary>
    public TimeSpan? EndTime { get; init; }

    /// <summary>Gets whether URLs are sent as short links.</summary>
    public bool? ShortLink { get; init; }

    /// <summary>Gets the file of a <see cref="BatchOperation.CsvFile"/>.</summary>
    public BatchSource? File { get; init; }

    /// <summary>Gets the template of a <see cref="BatchOperation.MessageTemplate"/>.</summary>
    public string? MessageTemplateId { get; init; }

    /// <summary>Gets the recipient lists of a template or a text.</summary>
    public IReadOnlyList<string> RecipientListIds { get; init; } = [];

    /// <summary>Gets the text of a <see cref="BatchOperation.ManualMessage"/>, sent as written.</summary>
    public string? Message { get; init; }
}

/// <summary>The kind of batch (API page "Update a Campaign Batch", <c>operationType</c>).</summary>
public enum BatchOperation
{
    /// <summary>A file of numbers and texts: <c>CSV_FILE</c>.</summary>
    CsvFile,

    /// <summary>A stored template and recipient lists: <c>MESSAGE_TEMPLATE</c>.</summary>
    MessageTemplate,

    /// <summary>One text and recipient lists: <c>MANUAL_MESSAGE_INPUT</c>.</summary>
    ManualMessage,
}
