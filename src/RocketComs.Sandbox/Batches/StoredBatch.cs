namespace RocketComs.Sandbox.Batches;

/// <summary>A batch as the sandbox keeps it. Its status is not kept: it follows from the clock.</summary>
internal sealed record StoredBatch
{
    public Guid Id { get; init; }

    /// <summary>Gets the order of creation: the clock may stand still between two batches.</summary>
    public long Sequence { get; init; }

    public BatchContent Content { get; init; } = new();

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Gets when it was scheduled; <see langword="null"/> as long as it was only validated.</summary>
    public DateTimeOffset? ScheduledAt { get; init; }
}
