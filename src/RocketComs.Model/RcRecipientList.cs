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

/// <summary>What a bulk load does with recipients who are there already (API page "Create a Recipient Batch", <c>batchStrategy</c>).</summary>
public enum RcRecipientBatchStrategy : long
{
    /// <summary>New recipients are added; those who are there stay as they are. The API's own default.</summary>
    Skip,

    /// <summary>What the platform has of a recipient is replaced entirely by what the file has. It cannot be undone.</summary>
    Override,

    /// <summary>What the platform has of a recipient is updated with what the file has.</summary>
    Merge,
}

/// <summary>What is wrong with a line of a file of recipients.</summary>
/// <remarks>Source: API page "Recipient Batch Object", <c>errorDetails</c>. Whether the platform counts lines from 0 or from 1, and the header as one, is not documented.</remarks>
public sealed record RcRecipientError
{
    /// <summary>Gets the line. Of the platform's errors, counted as the platform counts; of the module's own, the physical line from 1.</summary>
    public int? LineNumber { get; init; }

    /// <summary>Gets what is wrong.</summary>
    public string? Description { get; init; }

    /// <summary>Returns line and text.</summary>
    public override string ToString() => LineNumber is null ? Description ?? string.Empty : $"line {LineNumber}: {Description}";
}

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
