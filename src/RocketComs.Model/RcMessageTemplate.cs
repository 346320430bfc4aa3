namespace RocketComs;

/// <summary>
/// A message template: a text that batches send. The names are those of the API in PascalCase; what the platform left out is <see langword="null"/>.
/// </summary>
/// <remarks>Source: API page "List All Message Templates". No placeholders are documented: the text is taken as it stands.</remarks>
public sealed record RcMessageTemplate
{
    /// <summary>Gets the id (a UUID): what <c>-MessageTemplateId</c> takes.</summary>
    public string? Id { get; init; }

    /// <summary>Gets the name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the text.</summary>
    public string? Message { get; init; }

    /// <summary>Gets the status as it came: <c>ACTIVE</c>, or <c>ARCHIVED</c>, which cannot be used.</summary>
    public string? Status { get; init; }

    /// <summary>Gets when the template was created (UTC).</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Gets when the template was last updated (UTC).</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Gets the fields of the answer that this module has no property for, by their API names.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>Returns the id, so that a template in a message reads as what it is.</summary>
    public override string ToString() => Id ?? string.Empty;
}
