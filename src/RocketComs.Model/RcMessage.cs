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

    /// <summary>Gets the same number by the name that batch rows have for it.</summary>
    public string? Number => DestinationNumber;

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

/// <summary>What somebody wrote back to a campaign. The names are those of the API in PascalCase.</summary>
/// <remarks>Source: API page "Retrieve Campaign Responses".</remarks>
public sealed record RcReply
{
    /// <summary>Gets the id of the reply (a UUID).</summary>
    public string? Id { get; init; }

    /// <summary>Gets the id of the campaign (a UUID) that was asked for its replies.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Gets the number of whoever wrote, as it came: ten digits in the documentation's sample.</summary>
    public string? Source { get; init; }

    /// <summary>Gets the same number by the name that batch rows have for it.</summary>
    public string? Number => Source;

    /// <summary>Gets the country of the number, such as <c>United States</c>.</summary>
    public string? SourceCountry { get; init; }

    /// <summary>Gets the code of the country, such as <c>USA</c>.</summary>
    public string? SourceCountryCode { get; init; }

    /// <summary>Gets the short code of the country, such as <c>US</c>.</summary>
    public string? SourceCountryAbbreviation { get; init; }

    /// <summary>Gets the campaign's number, which the reply was written to.</summary>
    public string? Destination { get; init; }

    /// <summary>Gets the text.</summary>
    public string? MessageText { get; init; }

    /// <summary>Gets whether the text came in several segments.</summary>
    public bool? ConcatenatedMessage { get; init; }

    /// <summary>Gets when the reply came (UTC).</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when it was last asked for (UTC).</summary>
    public DateTimeOffset? LastRetrievedAt { get; init; }

    /// <summary>Gets the fields of the answer that this module has no property for, by their API names.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();
}
