namespace RocketComs;

/// <summary>
/// What came of a file of recipients. The names are those of the API in PascalCase; what the platform left out is <see langword="null"/>.
/// </summary>
/// <remarks>Source: API page "Recipient Batch Object".</remarks>
public sealed record RcRecipientImport
{
    /// <summary>Gets the file.</summary>
    public string? Path { get; init; }

    /// <summary>Gets how many recipients were added or changed.</summary>
    public int? Succeeded { get; init; }

    /// <summary>Gets how many rows were refused; <see cref="ErrorDetails"/> says why.</summary>
    public int? Failed { get; init; }

    /// <summary>Gets how many recipients were there already and were left as they are.</summary>
    public int? Skipped { get; init; }

    /// <summary>Gets what is wrong with the rows that were refused.</summary>
    public RcRecipientError[] ErrorDetails { get; init; } = [];

    /// <summary>Gets the id of the list that was made of these recipients (a UUID); <see langword="null"/> when none was asked for.</summary>
    public string? RecipientsListId { get; init; }

    /// <summary>Gets the same id by the name of the parameter that takes it.</summary>
    public string? RecipientListId => RecipientsListId;

    /// <summary>Gets the fields of the answer that this module has no property for, by their API names.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();
}
