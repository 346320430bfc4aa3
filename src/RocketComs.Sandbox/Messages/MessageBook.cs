using RocketComs.Sandbox.Batches;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Messages;

/// <summary>All messages there are: the rows of the batches that were scheduled, and the single messages.</summary>
internal sealed class MessageBook
{
    private readonly BatchStore _batches;
    private readonly SentMessages _singles;
    private readonly SandboxClock _clock;
    private readonly TimeSpan _processingTime;

    public MessageBook(BatchStore batches, SentMessages singles, SandboxClock clock, TimeSpan processingTime)
    {
        _batches = batches;
        _singles = singles;
        _clock = clock;
        _processingTime = processingTime;
    }

    /// <summary>The messages: those of the batches, oldest batch first, then the single ones. Rows that cannot be sent are among them.</summary>
    public IEnumerable<MessageEntry> All(DateTimeOffset now) => _batches.All().Where(batch => batch.ScheduledAt is not null).SelectMany(batch => OfBatch(batch, now))
        .Concat(_singles.All().Select(message => Single(message, now)));

    private IEnumerable<MessageEntry> OfBatch(StoredBatch batch, DateTimeOffset now)
    {
        BatchLife life = BatchLife.Of(batch, _clock, now, _processingTime);
        return batch.Content.Rows().Select((row, index) => Row(batch, life, row, index));
    }

    private static MessageEntry Row(StoredBatch batch, BatchLife life, MessageRow row, int index)
    {
        DateTimeOffset scheduledAt = life.ScheduledAt!.Value;
        MessageStage stage = MessageStages.Of(life, row);
        return new MessageEntry(MessageJson.IdOf(batch.Id, index), batch.Content.CampaignId, row.Number, row.Text, stage)
        {
            BatchId = batch.Id,
            CreatedAt = scheduledAt,
            SentAt = life.TakenUpAt!.Value,
            UpdatedAt = stage is MessageStage.Pending or MessageStage.Invalid ? scheduledAt : life.FinishedAt ?? life.TakenUpAt!.Value,
        };
    }

    private MessageEntry Single(SentMessage message, DateTimeOffset now)
    {
        DateTimeOffset sentAt = message.CreatedAt + _processingTime;
        MessageStage stage = MessageStages.Of(message, now, _processingTime);
        return new MessageEntry(message.Id, message.CampaignId, message.Number, message.Text, stage)
        {
            CreatedAt = message.CreatedAt,
            SentAt = sentAt,
            UpdatedAt = stage == MessageStage.Pending ? message.CreatedAt : stage == MessageStage.InProcess ? sentAt : sentAt + _processingTime,
        };
    }
}
