namespace RocketComs;

/// <summary>One error that the platform found in the file of a batch.</summary>
/// <remarks>Source: API page "Retrieve Errors for a Batch". Whether the platform counts lines from 0 or from 1 is not documented.</remarks>
public sealed record RcBatchError
{
    /// <summary>Gets the id of the batch (a UUID).</summary>
    public string? BatchId { get; init; }

    /// <summary>Gets the line in the uploaded file, counted as the platform counts.</summary>
    public int? Line { get; init; }

    /// <summary>Gets the platform's text.</summary>
    public string? DetailMessage { get; init; }

    /// <summary>Gets the line in the file that the error was compared with, from 1 as an editor counts; <see langword="null"/> without a file, or when the file has no such line.</summary>
    public long? FileLine { get; init; }

    /// <summary>Gets the number of that row as it stands in the file.</summary>
    public string? Number { get; init; }

    /// <summary>Gets the text of that row as it stands in the file; of a row with too many columns, all that follows the number.</summary>
    public string? Message { get; init; }

    /// <summary>Gets the fields of the answer that this module has no property for, by their API names.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();
}
