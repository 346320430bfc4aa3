namespace RocketComs;

/// <summary>A message, of a batch or single, as the platform's search shows it. The names are those of the API in PascalCase.</summary>
/// <remarks>
/// Source: API page "Message". It has no id of a batch, although the search can ask for one; and its statuses are not those of
/// <see cref="RcBatchMessage"/>.
/// </remarks>
public sealed record RcMessage
{
    /// <summary>Gets the id of the message (a UUID).</summary>
    public string? Id { get; init; }

    /// <summary>Gets the id of the campaign (a UUID).</summary>
    public string? CampaignId { get; init; }

    /// <summary>Gets when the message was created (UTC).</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets the recipient's number as it came.</summary>
    public string? DestinationNumber { get; init; }

    /// <summary>Gets the same number by the name that batch rows have for it.</summary>
    public string? Number => DestinationNumber;

    /// <summary>Gets the text.</summary>
    public string? MessageText { get; init; }

    /// <summary>
    /// Gets the status as it came (<c>status.statusCode</c>): <c>PENDING</c>, <c>IN_PROCESS</c>, <c>CANCELED</c>, <c>SENT</c>,
    /// <c>DELIVERED</c> or <c>FAILED</c>.
    /// </summary>
    public string? Status { get; init; }

    /// <summary>Gets why it has that status (<c>status.reasonText</c>), where the platform says so.</summary>
    public string? ReasonText { get; init; }

    /// <summary>Gets when the status changed last (<c>status.updatedAt</c>, UTC).</summary>
    public DateTimeOffset? StatusUpdatedAt { get; init; }

    /// <summary>Gets the fields of the answer that this module has no property for, by their API names; those of its status as <c>status.</c> and their name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();
}
