namespace RocketComs;

/// <summary>
/// The platform's counters of a batch, as it returned them; what it left out is <see langword="null"/>. No page says how the counters
/// belong together, or to which statuses of messages.
/// </summary>
/// <remarks>Source: API page "Insights", counters.</remarks>
public sealed record RcInsight
{
    /// <summary>Gets the id of the batch that was asked for (a UUID).</summary>
    public string? BatchId { get; init; }

    /// <summary>Gets how many messages were submitted.</summary>
    public int? Submitted { get; init; }

    /// <summary>Gets how many were processed.</summary>
    public int? Processed { get; init; }

    /// <summary>Gets how many were rejected.</summary>
    public int? Rejected { get; init; }

    /// <summary>Gets how many were sent.</summary>
    public int? Sent { get; init; }

    /// <summary>Gets how many were delivered.</summary>
    public int? Delivered { get; init; }

    /// <summary>Gets how many failed.</summary>
    public int? Failed { get; init; }

    /// <summary>Gets how many are in progress.</summary>
    public int? InProgress { get; init; }

    /// <summary>Gets the fields of the answer that this module has no property for, by their API names.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();
}
