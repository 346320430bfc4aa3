namespace RocketComs;

/// <summary>A recipient who asked a campaign for no more messages. The names are those of the API in PascalCase.</summary>
/// <remarks>
/// Source: API page "Retrieve Opt-Out Messages". Whether a batch skips such numbers is not documented:
/// <c>Test-RcBatchCsv f.csv -OptOutNumber (Get-RcOptOut $campaign).Number</c> finds them in a file.
/// </remarks>
public sealed record RcOptOut
{
    /// <summary>Gets the id of the campaign (a UUID) that was asked for its opt-outs.</summary>
    public string? CampaignId { get; init; }

    /// <summary>Gets the recipient's number as it came: ten digits in the documentation's sample.</summary>
    public string? Destination { get; init; }

    /// <summary>Gets the same number by the name that batch rows have for it.</summary>
    public string? Number => Destination;

    /// <summary>Gets what the recipient wrote.</summary>
    public string? OptoutText { get; init; }

    /// <summary>Gets when the recipient wrote it (UTC).</summary>
    public DateTimeOffset? OptoutAt { get; init; }

    /// <summary>Gets the fields of the answer that this module has no property for, by their API names.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>Returns the number.</summary>
    public override string ToString() => Number ?? string.Empty;
}
