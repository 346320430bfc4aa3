using RocketComs.Core.Api;

namespace RocketComs.Core.Sending;

/// <summary>Writes of which no answer came: the next command that sees their batch says what became of them, and the journal knows it from then on.</summary>
/// <param name="guard">The way to the journal.</param>
/// <param name="host">Who is told.</param>
public sealed class UnknownOutcomes(WriteGuard guard, ISendingHost host)
{
    /// <summary>Says what became of earlier changes of a batch, now that it has been seen.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="stop">The user's stop.</param>
    public async Task FollowUpAsync(RcBatch batch, CancellationToken stop)
    {
        foreach (RcJournalEntry write in await FindAsync(entry => IsOf(entry, batch.Id), stop))
        {
            bool isDone = write.Action switch
            {
                // A removal: only that has no action.
                null => false,
                RcBatchAction.Schedule => !string.Equals(batch.Status, BatchesClient.CreatedStatus, StringComparison.OrdinalIgnoreCase),
                _ => batch.UpdatedAt >= write.Time,
            };
            string status = BatchStatuses.Words(batch.Status);
            await TellAsync(write, $"batch {batch.Id}", $"The batch is {status} now, so it was {(isDone ? string.Empty : "not ")}carried out.", isDone, $"seen as {status}", stop);
        }
    }

    /// <summary>Says what became of earlier changes of a batch, now that the platform has none with that id.</summary>
    /// <param name="id">The batch, a UUID.</param>
    /// <param name="stop">The user's stop.</param>
    public async Task FollowUpGoneAsync(string id, CancellationToken stop)
    {
        foreach (RcJournalEntry write in await FindAsync(entry => entry.Action is null && IsOf(entry, id), stop))
        {
            await TellAsync(write, $"batch {id}", "The platform has no such batch now, so it was carried out.", isDone: true, "not found", stop);
        }
    }

    /// <summary>Says what became of earlier creations with a reference: what was created is on the list.</summary>
    /// <param name="intent">The batch that is about to be sent, of the same campaign.</param>
    /// <param name="reference">The reference.</param>
    /// <param name="found">The campaign's batches that have it.</param>
    /// <param name="stop">The user's stop.</param>
    internal async Task FollowUpAsync(BatchIntent intent, string reference, RcBatch[] found, CancellationToken stop)
    {
        RcBatch? batch = found.FirstOrDefault();
        foreach (RcJournalEntry write in await FindAsync(
            entry => entry is { BatchId: null, Action: not null }
                && string.Equals(entry.CampaignId, intent.CampaignId, StringComparison.OrdinalIgnoreCase)
                && string.Equals(entry.ExternalId, reference, StringComparison.Ordinal),
            stop))
        {
            await (batch is null
                ? TellAsync(write, $"ExternalId '{reference}'", "The campaign has no such batch, so it was not carried out.", isDone: false, "not on the list", stop)
                : TellAsync(write with { BatchId = batch.Id }, $"ExternalId '{reference}'", $"It is batch {batch.Id}, which is {BatchStatuses.Words(batch.Status)}.", isDone: true, $"seen as {BatchStatuses.Words(batch.Status)}", stop));
        }
    }

    /// <summary>How each write stands: its last line.</summary>
    internal static IEnumerable<RcJournalEntry> Latest(IReadOnlyList<RcJournalEntry> entries) =>
        entries.GroupBy(entry => entry.WriteId ?? string.Empty).SelectMany(lines => lines.Key.Length == 0 ? lines : lines.Skip(lines.Count() - 1));

    private static bool IsOf(RcJournalEntry entry, string? id) => string.Equals(entry.BatchId, id, StringComparison.OrdinalIgnoreCase);

    private async Task<RcJournalEntry[]> FindAsync(Func<RcJournalEntry, bool> isMeant, CancellationToken stop) =>
        [.. Latest(await guard.JournalAsync(stop)).Where(entry => entry.Outcome == RcJournalOutcome.Unknown && isMeant(entry))];

    private Task TellAsync(RcJournalEntry write, string what, string now, bool isDone, string words, CancellationToken stop)
    {
        host.Warn(FormattableString.Invariant($"The outcome of {write.Command} for {what} on {write.Time.UtcDateTime:yyyy-MM-dd HH:mm} UTC was not known. {now}"));
        return guard.ResolveAsync(write, isDone ? RcJournalOutcome.Done : RcJournalOutcome.Refused, words, stop);
    }
}
