namespace RocketComs;

/// <summary>
/// A campaign batch as the platform returned it. The names are those of the API in PascalCase; what the
/// platform left out is <see langword="null"/>.
/// </summary>
/// <remarks>Source: API page "Update a Campaign Batch", response object.</remarks>
public sealed record RcBatch
{
    /// <summary>Gets the batch id (a UUID).</summary>
    public string? Id { get; init; }

    /// <summary>Gets the id of the campaign that the batch belongs to (a UUID).</summary>
    public string? CampaignId { get; init; }

    /// <summary>Gets the description.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the caller's own reference, which the platform does not use.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Gets the status as it came, such as <c>CREATED</c>, <c>PENDING</c>, <c>IN_PROCESS</c>, <c>COMPLETED</c> or <c>ERROR</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Gets the kind of batch: <c>CSV_FILE</c>, <c>MESSAGE_TEMPLATE</c> or <c>MANUAL_MESSAGE_INPUT</c>.</summary>
    public string? OperationType { get; init; }

    /// <summary>Gets the text of a batch with one text for all its recipients.</summary>
    public string? Message { get; init; }

    /// <summary>Gets the id of the message template (a UUID).</summary>
    public string? MessageTemplateId { get; init; }

    /// <summary>Gets the ids of the recipient lists (UUIDs). Empty when the batch has none.</summary>
    public string[] NamedRecipientsListIds { get; init; } = [];

    /// <summary>Gets the character set that the platform found, such as <c>ASCII</c>.</summary>
    public string? Charset { get; init; }

    /// <summary>Gets the first day of sending (a date without a time; the platform does not document its zone).</summary>
    public DateTime? StartDate { get; init; }

    /// <summary>Gets the last day of sending. Without one the batch runs until everything is sent.</summary>
    public DateTime? EndDate { get; init; }

    /// <summary>Gets the time of day from which messages go out.</summary>
    public TimeSpan? StartTime { get; init; }

    /// <summary>Gets the time of day until which messages go out.</summary>
    public TimeSpan? EndTime { get; init; }

    /// <summary>Gets when the batch was created (UTC).</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when the batch was last updated (UTC).</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets when the batch was completed (UTC).</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Gets the fields of the answer that this module has no property for, by their API names.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>Returns the id, so that a batch in a message reads as what it is.</summary>
    public override string ToString() => Id ?? string.Empty;
}

/// <summary>What the platform does with a batch after it has received it (API page "Update a Campaign Batch", <c>action</c>).</summary>
public enum RcBatchAction : long
{
    /// <summary>The file is only checked. Nothing is sent and the batch stays updatable.</summary>
    Validate,

    /// <summary>The batch is processed at its schedule. It costs money, and nothing documented stops it. The API's own default.</summary>
    Schedule,
}

/// <summary>One error that the platform found in the file of a batch.</summary>
/// <remarks>Source: API page "Retrieve Errors for a Batch". Whether the platform counts lines from 0 or from 1 is not documented.</remarks>
public sealed record RcBatchError
{
    /// <summary>Gets the id of the batch (a UUID).</summary>
    public string? BatchId { get; init; }

    /// <summary>Gets the line in the uploaded file, counted as the platform counts.</summary>
    public int? Line { get; init; }

    /// <summary>Gets the platform's text.</summary>
    public string? DetailMessage { get; init; }

    /// <summary>Gets the line in the file that the error was compared with, from 1 as an editor counts; <see langword="null"/> without a file, or when the file has no such line.</summary>
    public long? FileLine { get; init; }

    /// <summary>Gets the number of that row as it stands in the file.</summary>
    public string? Number { get; init; }

    /// <summary>Gets the text of that row as it stands in the file; of a row with too many columns, all that follows the number.</summary>
    public string? Message { get; init; }

    /// <summary>Gets the fields of the answer that this module has no property for, by their API names.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();
}
