namespace RocketComs;

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
