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
        foreach ((RcJournalEntry write, bool isAlone) in await FindAsync(entry => IsOf(entry, batch.Id), stop))
        {
            string changed = write is { Action: RcBatchAction.Validate, LastChangeSeen: { } before } && batch.UpdatedAt is { } now ? now == before ? " and has not been changed since" : " and has been changed since" : string.Empty;
            await TellAsync(write, $"batch {batch.Id}", $"The batch is {BatchStatuses.Words(batch.Status)} now{changed}", isAlone ? WasDone(write, batch) : null, stop);
        }
    }

    /// <summary>Says what became of earlier changes of a batch, now that the platform has none with that id.</summary>
    /// <param name="id">The batch, a UUID.</param>
    /// <param name="stop">The user's stop.</param>
    public async Task FollowUpGoneAsync(string id, CancellationToken stop)
    {
        foreach ((RcJournalEntry write, bool isAlone) in await FindAsync(entry => entry.Action is null && IsOf(entry, id), stop))
        {
            await TellAsync(write, $"batch {id}", "The platform has no such batch now", isAlone ? true : null, stop);
        }
    }

    /// <summary>Says what became of earlier creations with a reference: what was created comes onto the list.</summary>
    /// <param name="intent">The batch that is about to be sent, of the same campaign and with the same reference.</param>
    /// <param name="found">The campaign's batches that have the reference.</param>
    /// <param name="all">All batches of the campaign.</param>
    /// <param name="stop">The user's stop.</param>
    internal async Task FollowUpAsync(BatchIntent intent, RcBatch[] found, IReadOnlyList<RcBatch> all, CancellationToken stop)
    {
        (RcJournalEntry Write, bool IsAlone)[] creations = await FindAsync(
            entry => entry.Action is not null
                && string.Equals(entry.CampaignId, intent.CampaignId, StringComparison.OrdinalIgnoreCase)
                && string.Equals(entry.ExternalId, intent.ExternalId, StringComparison.Ordinal),
            stop);
        foreach ((RcJournalEntry write, bool isAlone) in creations.Where(creation => creation.Write.BatchId is null))
        {
            RcBatch? batch = found.FirstOrDefault();
            RcBatch? stranger = batch is null ? await StrangerAsync(write, all, stop) : null;
            string seen = batch is not null ? $"It is batch {batch.Id}, which is {BatchStatuses.Words(batch.Status)} now"
                : stranger is null ? "The campaign has no such batch now"
                : $"The campaign has no such batch, but it has batch {stranger.Id} with the ExternalId '{stranger.ExternalId}', which may be it";
            await TellAsync(write with { BatchId = batch?.Id }, $"ExternalId '{intent.ExternalId}'", seen, stranger is null && (batch is null || isAlone) ? batch is not null : null, stop);
        }
    }

    /// <summary>How each write stands: its last line.</summary>
    internal static IEnumerable<RcJournalEntry> Latest(IEnumerable<RcJournalEntry> entries) =>
        entries.GroupBy(entry => entry.WriteId ?? string.Empty).SelectMany(lines => lines.Key.Length == 0 ? lines : lines.Skip(lines.Count() - 1));

    // Else what is there now may be the work of another write: a later one, or one that is not known either.
    private static bool IsAlone(RcJournalEntry write, RcJournalEntry[] all) =>
        all.SkipWhile(entry => entry != write).Count() == 1 && all.Count(entry => entry.Outcome == RcJournalOutcome.Unknown) == 1;

    // By the platform's own times: its clock need not agree with this machine's. Only a removal has no action.
    private static bool? WasDone(RcJournalEntry write, RcBatch batch) => write.Action switch
    {
        null => false,
        RcBatchAction.Schedule => !string.Equals(batch.Status, BatchesClient.CreatedStatus, StringComparison.OrdinalIgnoreCase),
        _ => batch.UpdatedAt is { } now && write.LastChangeSeen is { } before ? now != before : null,
    };

    // A batch that has come since, and that no write of the journal made: the platform may have passed over the reference.
    private async Task<RcBatch?> StrangerAsync(RcJournalEntry write, IReadOnlyList<RcBatch> all, CancellationToken stop)
    {
        HashSet<string?> known = new((await guard.JournalAsync(stop)).Select(entry => entry.BatchId), StringComparer.OrdinalIgnoreCase);
        return all.FirstOrDefault(batch => !(batch.CreatedAt <= write.LastChangeSeen) && !known.Contains(batch.Id));
    }

    private static bool IsOf(RcJournalEntry entry, string? id) => string.Equals(entry.BatchId, id, StringComparison.OrdinalIgnoreCase);

    // The writes that are not known, of those that would show in the same place.
    private async Task<(RcJournalEntry Write, bool IsAlone)[]> FindAsync(Func<RcJournalEntry, bool> isRelated, CancellationToken stop)
    {
        RcJournalEntry[] related = [.. Latest(await guard.JournalAsync(stop)).Where(entry => entry.Outcome != RcJournalOutcome.Refused && isRelated(entry))];
        return [.. related.Where(entry => entry.Outcome == RcJournalOutcome.Unknown).Select(write => (write, IsAlone(write, related)))];
    }

    private async Task TellAsync(RcJournalEntry write, string what, string seen, bool? isDone, CancellationToken stop)
    {
        bool isSettled = isDone == true || (isDone == false && clock.GetUtcNow() - write.Time > s_patience);
        string conclusion = isDone switch
        {
            true => ", so it was carried out",
            false when isSettled => ", so it was not carried out",
            false => ", so it was not carried out, or not yet",
            null => ", so whether it was carried out is not known",
        };
        host.Warn(FormattableString.Invariant($"The outcome of {write.Command} for {what} on {write.Time.UtcDateTime:yyyy-MM-dd HH:mm} UTC was not known. {seen}{conclusion}."));
        if (isSettled && !host.IsWhatIf)
        {
            await guard.ResolveAsync(write, isDone == true ? RcJournalOutcome.Done : RcJournalOutcome.Refused, seen, stop);
        }
    }
}
