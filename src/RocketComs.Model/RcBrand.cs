namespace RocketComs;

/// <summary>
/// A brand, to which campaigns belong. The names are those of the API in PascalCase; what the platform left out is <see langword="null"/>. Who
/// registered it, with address and tax number, is in <see cref="AdditionalProperties"/>.
/// </summary>
/// <remarks>Sources: API pages "Retrieve a Brand" and "List All Brands".</remarks>
public sealed record RcBrand
{
    /// <summary>Gets the id: what <c>-BrandId</c> takes.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the name that recipients know.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Gets the name of the company.</summary>
    public string? CompanyName { get; init; }

    /// <summary>Gets the status as it came: <c>ACTIVE</c>, <c>PENDING</c>, <c>DECLINED</c> or <c>DELETED</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Gets why the registration failed.</summary>
    public string? RejectionReason { get; init; }

    /// <summary>Gets the kind of company, such as <c>PRIVATE_PROFIT</c>.</summary>
    public string? EntityType { get; init; }

    /// <summary>Gets the trade, such as <c>RETAIL</c>.</summary>
    public string? Vertical { get; init; }

    /// <summary>Gets the website.</summary>
    public string? Website { get; init; }

    /// <summary>Gets the country.</summary>
    public string? Country { get; init; }

    /// <summary>Gets the relationship that is registered for the brand, such as <c>BASIC_ACCOUNT</c>.</summary>
    public string? BrandRelationship { get; init; }

    /// <summary>Gets the id of the business account.</summary>
    public string? BusinessAccountId { get; init; }

    /// <summary>Gets the id of the campaign service provider.</summary>
    public string? CspId { get; init; }

    /// <summary>Gets when the brand was created (UTC).</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when the status last changed (UTC).</summary>
    public DateTimeOffset? LastStatusAt { get; init; }

    /// <summary>Gets the fields of the answer that this module has no property for, by their API names.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>Returns the id, so that a brand in a message reads as what it is.</summary>
    public override string ToString() => Id ?? string.Empty;
}
