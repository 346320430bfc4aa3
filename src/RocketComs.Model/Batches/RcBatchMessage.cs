namespace RocketComs;

/// <summary>One message of a batch, as the platform reports it. What the platform left out is <see langword="null"/>.</summary>
/// <remarks>
/// Source: API page "Campaign Batch Message". In its sample <see cref="RetrievedAt"/> is later than <see cref="SentAt"/>, so the order of the
/// moments tells nothing.
/// </remarks>
public sealed record RcBatchMessage
{
    /// <summary>Gets the id of the message (a UUID).</summary>
    public string? Id { get; init; }

    /// <summary>Gets the id of the batch (a UUID).</summary>
    public string? BatchId { get; init; }

    /// <summary>Gets the id of the campaign (a UUID).</summary>
    public string? CampaignId { get; init; }

    /// <summary>Gets the recipient's number. A number in the API; here its digits as they came, as in a batch file.</summary>
    public string? DestinationNumber { get; init; }

    /// <summary>Gets the text.</summary>
    public string? MessageText { get; init; }

    /// <summary>Gets 1 for a number with country code and 0 for one without.</summary>
    public int? DestinationFormat { get; init; }

    /// <summary>Gets notes about the batch.</summary>
    public string? AdditionalData { get; init; }

    /// <summary>
    /// Gets the status as it came: <c>PENDING</c>, <c>INVALID-INPUT</c>, <c>IN-PROCESS</c>, <c>DELIVERED</c>, <c>FAILED</c> or
    /// <c>LENGTH-ERROR</c>, with hyphens where those of batches have underscores.
    /// </summary>
    public string? Status { get; init; }

    /// <summary>Gets when the message was created (UTC).</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when it was fetched from the Direct Connect Aggregator, the carriers' side (UTC).</summary>
    public DateTimeOffset? RetrievedAt { get; init; }

    /// <summary>Gets when it was sent (UTC).</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Gets when the Direct Connect Aggregator confirmed it (UTC).</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>Gets the fields of the answer that this module has no property for, by their API names.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();
}
