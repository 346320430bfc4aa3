namespace RocketComs;

/// <summary>
/// A list of recipients, to which a batch of a template or a text goes. The names are those of the API in PascalCase; what the
/// platform left out is <see langword="null"/>.
/// </summary>
/// <remarks>Sources: API pages "Retrieve a Recipient List" and "List All Recipient Lists". Whether a batch takes the list as it is when
/// the batch is made or when it is sent is not documented.</remarks>
public sealed record RcRecipientList
{
    /// <summary>Gets the id (a UUID): what <c>-RecipientListId</c> takes.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets how many recipients are on the list.</summary>
    public int? RecipientsAmount { get; init; }

    /// <summary>Gets when the list was created (UTC).</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when the list was last updated (UTC).</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets the fields of the answer that this module has no property for, by their API names.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>Returns the id, so that a list in a message reads as what it is.</summary>
    public override string ToString() => Id ?? string.Empty;
}
