namespace RocketComs.Sandbox.Messages;

/// <summary>A message of a batch or a single one, as it stands now.</summary>
internal sealed record MessageEntry(Guid Id, string CampaignId, string Number, string Text, MessageStage Stage)
{
    /// <summary>Gets the batch; <see langword="null"/> for a single message.</summary>
    public Guid? BatchId { get; init; }

    /// <summary>Gets when it was sent off, or scheduled.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when it goes, or went, out.</summary>
    public DateTimeOffset SentAt { get; init; }

    /// <summary>Gets when its status changed last.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}
