using RocketComs.Core.Api;

namespace RocketComs.Core.Sending;

/// <summary>
/// Writes of which no answer came: the next command that sees their batch says what became of them. What the platform shows settles it, and the
/// journal knows it from then on; what it does not show settles it only after a while, for a change that was taken in may show late.
/// </summary>
/// <param name="guard">The way to the journal.</param>
/// <param name="host">Who is told.</param>
/// <param name="clock">The time now.</param>
public sealed class UnknownOutcomes(WriteGuard guard, ISendingHost host, TimeProvider clock)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(15);

    /// <summary>Says what became of earlier changes of a batch, now that it has been seen.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="stop">The user's stop.</param>
    public async Task FollowUpAsync(RcBatch batch, CancellationToken stop)
    {
        string seen = $"The batch is {BatchStatuses.Words(batch.Status)} now";
        foreach ((RcJournalEntry begun, RcJournalEntry write) in await FindAsync(entry => IsOf(entry, batch.Id), stop))
        {
            bool isDone = write.Action switch
            {
                // A removal: only that has no action.
                null => false,
                RcBatchAction.Schedule => !string.Equals(batch.Status, BatchesClient.CreatedStatus, StringComparison.OrdinalIgnoreCase),
                _ => batch.UpdatedAt >= begun.Time,
            };
            await TellAsync(write, $"batch {batch.Id}", seen, isDone, stop);
        }
    }

    /// <summary>Says what became of earlier changes of a batch, now that the platform has none with that id.</summary>
    /// <param name="id">The batch, a UUID.</param>
    /// <param name="stop">The user's stop.</param>
    public async Task FollowUpGoneAsync(string id, CancellationToken stop)
    {
        foreach ((_, RcJournalEntry write) in await FindAsync(entry => entry.Action is null && IsOf(entry, id), stop))
        {
            await TellAsync(write, $"batch {id}", "The platform has no such batch now", isDone: true, stop);
        }
    }

    /// <summary>Says what became of earlier creations with a reference: what was created comes onto the list.</summary>
    /// <param name="intent">The batch that is about to be sent, of the same campaign.</param>
    /// <param name="reference">The reference.</param>
    /// <param name="found">The campaign's batches that have it.</param>
    /// <param name="stop">The user's stop.</param>
    internal async Task FollowUpAsync(BatchIntent intent, string reference, RcBatch[] found, CancellationToken stop)
    {
        RcBatch? batch = found.FirstOrDefault();
        string seen = batch is null ? "The campaign has no such batch now" : $"It is batch {batch.Id}, which is {BatchStatuses.Words(batch.Status)} now";
        foreach ((_, RcJournalEntry write) in await FindAsync(
            entry => entry is { BatchId: null, Action: not null }
                && string.Equals(entry.CampaignId, intent.CampaignId, StringComparison.OrdinalIgnoreCase)
                && string.Equals(entry.ExternalId, reference, StringComparison.Ordinal),
            stop))
        {
            await TellAsync(write with { BatchId = batch?.Id }, $"ExternalId '{reference}'", seen, isDone: batch is not null, stop);
        }
    }

    /// <summary>The first and the last line of each write: how it began, and how it stands.</summary>
    internal static IEnumerable<(RcJournalEntry Begun, RcJournalEntry Last)> Writes(IReadOnlyList<RcJournalEntry> entries) =>
        entries.GroupBy(entry => entry.WriteId ?? string.Empty).SelectMany(lines => lines.Key.Length == 0 ? lines.Select(line => (line, line)) : [(lines.First(), lines.Last())]);

    private static bool IsOf(RcJournalEntry entry, string? id) => string.Equals(entry.BatchId, id, StringComparison.OrdinalIgnoreCase);

    private async Task<(RcJournalEntry Begun, RcJournalEntry Last)[]> FindAsync(Func<RcJournalEntry, bool> isMeant, CancellationToken stop) =>
        [.. Writes(await guard.JournalAsync(stop)).Where(write => write.Last.Outcome == RcJournalOutcome.Unknown && isMeant(write.Last))];

    private async Task TellAsync(RcJournalEntry write, string what, string seen, bool isDone, CancellationToken stop)
    {
        bool isSettled = isDone || clock.GetUtcNow() - write.Time > s_patience;
        string conclusion = isDone ? "it was carried out" : isSettled ? "it was not carried out" : "it was not carried out, or not yet";
        host.Warn(FormattableString.Invariant($"The outcome of {write.Command} for {what} on {write.Time.UtcDateTime:yyyy-MM-dd HH:mm} UTC was not known. {seen}, so {conclusion}."));
        if (isSettled && !host.IsWhatIf)
        {
            await guard.ResolveAsync(write, isDone ? RcJournalOutcome.Done : RcJournalOutcome.Refused, seen, stop);
        }
    }
}
