using System.Collections.Concurrent;
using RocketComs.Sandbox.Batches;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Messages;

/// <summary>All messages: the rows of the batches that were scheduled, and the single messages.</summary>
internal sealed class MessageBook(OrderedStore<StoredBatch> batches, SandboxClock clock, TimeSpan processingTime)
{
    private readonly ConcurrentQueue<SentMessage> _singles = new();

    public void Send(SentMessage message) => _singles.Enqueue(message);

    /// <summary>The messages: those of the batches, oldest batch first, then the single ones. Rows that cannot be sent are among them.</summary>
    public IEnumerable<MessageEntry> All(DateTimeOffset now) =>
        batches.All().SelectMany(batch => OfBatch(batch, now)).Concat(_singles.Select(message => Single(message, now)));

    /// <summary>The messages of a batch; one that was only validated has none yet.</summary>
    public IEnumerable<MessageEntry> OfBatch(StoredBatch batch, DateTimeOffset now) => Rows(batch).Select(Maker(batch, now));

    /// <summary>The rows of a batch that was scheduled, and what makes messages of them: a page of a million rows needs only its own.</summary>
    public static IReadOnlyList<MessageRow> Rows(StoredBatch batch) => batch.ScheduledAt is null ? [] : batch.Content.Rows();

    public Func<MessageRow, int, MessageEntry> Maker(StoredBatch batch, DateTimeOffset now)
    {
        BatchLife life = new(batch, clock, now, processingTime);
        return (row, index) => Row(batch, life, row, index);
    }

    private static MessageEntry Row(StoredBatch batch, BatchLife life, MessageRow row, int index)
    {
        DateTimeOffset scheduledAt = life.ScheduledAt!.Value;
        MessageStage stage = MessageStages.Of(life, row);
        return new MessageEntry(IdOf(batch.Id, index), batch.Content.CampaignId, row.Number, row.Text, stage)
        {
            BatchId = batch.Id,
            CreatedAt = scheduledAt,
            SentAt = life.TakenUpAt!.Value,
            UpdatedAt = stage is MessageStage.Pending or MessageStage.Invalid ? scheduledAt : life.FinishedAt ?? life.TakenUpAt!.Value,
        };
    }

    // Always the same id for the same message, without keeping one for each of a million rows.
    private static Guid IdOf(Guid batchId, int index)
    {
        byte[] bytes = batchId.ToByteArray();
        byte[] offset = BitConverter.GetBytes(index + 1);
        for (int i = 0; i < offset.Length; i++)
        {
            bytes[bytes.Length - 1 - i] ^= offset[i];
        }

        return new Guid(bytes);
    }
    private MessageEntry Single(SentMessage message, DateTimeOffset now)
    {
        DateTimeOffset sentAt = message.CreatedAt + processingTime;
        MessageStage stage = MessageStages.Of(message, now, processingTime);
        return new MessageEntry(message.Id, message.CampaignId, message.Number, message.Text, stage)
        {
            CreatedAt = message.CreatedAt,
            SentAt = sentAt,
            UpdatedAt = stage == MessageStage.Pending ? message.CreatedAt : stage == MessageStage.InProcess ? sentAt : sentAt + processingTime,
        };
    }
}

/// <summary>A message of a batch or a single one, as it stands now.</summary>
internal sealed record MessageEntry(Guid Id, string CampaignId, string Number, string Text, MessageStage Stage)
{
    /// <summary>The batch; <see langword="null"/> for a single message.</summary>
    public Guid? BatchId { get; init; }

    /// <summary>When it was sent off, or scheduled.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it goes, or went, out.</summary>
    public DateTimeOffset SentAt { get; init; }

    /// <summary>When its status changed last.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>A single message that was sent.</summary>
internal sealed record SentMessage(Guid Id, string CampaignId, string Number, string Text, DateTimeOffset CreatedAt);
