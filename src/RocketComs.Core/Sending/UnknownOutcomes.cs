using System.Runtime.CompilerServices;
using RocketComs.Core.Api;

namespace RocketComs.Core.Sending;

/// <summary>
/// Writes of which no answer came: the next command that sees their batch says what became of them. What the platform shows settles it, and the
/// journal knows it from then on; what it does not show settles it only after a while, for a change that was taken in may show late.
/// </summary>
/// <param name="guard">The way to the journal, and to the user.</param>
/// <param name="host">Knows whether anything may be noted.</param>
/// <param name="clock">The time now.</param>
public sealed class UnknownOutcomes(WriteGuard guard, ISendingHost host, TimeProvider clock)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan s_apart = TimeSpan.FromDays(1);

    /// <summary>Says what became of earlier changes of a batch, now that it has been seen.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="stop">The user's stop.</param>
    public async Task FollowUpAsync(RcBatch batch, CancellationToken stop)
    {
        List<Finding> findings = [];

        // Who wrote to the batch later, and had an answer, was told before.
        foreach ((RcJournalEntry write, bool isAlone, _) in (await FindAsync(entry => IsOf(entry, batch.Id), stop)).Where(change => !change.IsOvertaken))
        {
            string changed = write is { Action: RcBatchAction.Validate, LastChangeSeen: { } before } && batch.UpdatedAt is { } now ? now == before ? " and has not been changed since" : " and has been changed since" : string.Empty;
            findings.Add(new(write, $"batch {batch.Id}", $"The batch is {BatchStatuses.Words(batch.Status)} now{changed}", isAlone ? WasDone(write, batch) : null));
        }

        await TellAsync(findings, stop);
        if (batch.ExternalId?.Trim() is { Length: > 0 } reference)
        {
            // Else it may have been there before.
            await TellAsync(
                (await FindCreationsAsync(batch.CampaignId, reference, stop))
                    .Where(creation => batch.CreatedAt > creation.Write.LastChangeSeen).Select(creation => Found(creation.Write, creation.IsAlone, batch)),
                stop);
        }
    }

    /// <summary>Says what became of earlier changes of a batch, now that the platform has none with that id.</summary>
    /// <param name="id">The batch, a UUID.</param>
    /// <param name="stop">The user's stop.</param>
    public async Task FollowUpGoneAsync(string id, CancellationToken stop) => await TellAsync(
        (await FindAsync(entry => entry.Action is null && IsOf(entry, id), stop))
            .Select(removal => new Finding(removal.Write, $"batch {id}", "The platform has no such batch now", removal.IsAlone ? true : null)),
        stop);

    /// <summary>Says what became of earlier creations with a reference: what was created comes onto the list.</summary>
    /// <param name="intent">The batch that is about to be sent, of the same campaign and with the same reference.</param>
    /// <param name="found">The campaign's batches that have the reference.</param>
    /// <param name="all">All batches of the campaign.</param>
    /// <param name="stop">The user's stop.</param>
    internal async Task FollowUpAsync(BatchIntent intent, RcBatch[] found, IReadOnlyList<RcBatch> all, CancellationToken stop)
    {
        List<Finding> findings = [];
        foreach ((RcJournalEntry write, bool isAlone, _) in await FindCreationsAsync(intent.CampaignId, intent.ExternalId, stop))
        {
            if (found.FirstOrDefault(batch => IsSince(write, batch)) is { } batch)
            {
                findings.Add(Found(write, isAlone, batch));
                continue;
            }

            RcBatch? stranger = await StrangerAsync(write, all, stop);
            string seen = stranger is null ? "The campaign has no such batch now"
                : $"The campaign has no such batch, but it has batch {stranger.Id} with the ExternalId '{stranger.ExternalId}', which may be it";
            findings.Add(new(write, $"ExternalId '{intent.ExternalId}'", seen, stranger is null ? false : null));
        }

        await TellAsync(findings, stop);
    }

    /// <summary>Passes a list of single messages on and, when it has been read whole, says which of those that may have been sent are on it.</summary>
    /// <param name="messages">The messages, of whatever campaign.</param>
    /// <param name="stop">The user's stop.</param>
    /// <remarks>
    /// A message gets no id that its sender learns, so it is known by its content, and as many must be there as were sent. That it is not there
    /// proves nothing: the platform may show another text, as with short links.
    /// </remarks>
    public async IAsyncEnumerable<RcMessage> FollowUpAsync(IAsyncEnumerable<RcMessage> messages, [EnumeratorCancellation] CancellationToken stop)
    {
        RcJournalEntry[] all = [.. Latest(await guard.JournalAsync(stop)).Where(entry => entry is { Action: RcBatchAction.Schedule, Outcome: RcJournalOutcome.Done or RcJournalOutcome.Unknown })];
        ILookup<string?, RcJournalEntry> lost = all.Where(entry => entry.Outcome == RcJournalOutcome.Unknown).ToLookup(entry => entry.ContentHash);
        List<(string Hash, RcMessage Message)> seen = [];
        MessageContent? content = lost.Count > 0 ? new MessageContent() : null;
        await foreach (RcMessage message in messages.WithCancellation(stop))
        {
            if (content is not null && message is { DestinationNumber: { } number, MessageText: { } text } && content.Of(number, text).ContentHash is { } hash && lost.Contains(hash))
            {
                seen.Add((hash, message));
            }

            yield return message;
        }

        foreach (IGrouping<string?, RcJournalEntry> same in lost)
        {
            // The clocks may be apart, and the days of a list begin somewhere; but what was sent is never counted less than what is seen.
            DateTimeOffset since = same.Min(entry => entry.Time) - s_apart;
            int sent = all.Count(entry => entry.Outcome == RcJournalOutcome.Done && entry.ContentHash == same.Key && entry.Time > since - s_apart);
            RcMessage[] found = [.. seen.Where(one => one.Hash == same.Key && one.Message.CreatedAt > since && IsSame(one.Message.CampaignId, same.First().CampaignId)).Select(one => one.Message)];
            if (found.Length >= sent + same.Count())
            {
                string listed = $"The platform lists one like it, as {found[found.Length - 1].Status ?? "sent"}, which may be it, or may be somebody else's";
                await TellAsync(same.Select(write => new Finding(write, $"a message of campaign {write.CampaignId}", listed, null)), stop);
            }
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
        RcBatchAction.Schedule => !BatchStatuses.IsCreated(batch),
        _ => batch.UpdatedAt is { } now && write.LastChangeSeen is { } before ? now != before : null,
    };

    // A batch that has come since, and that no creation of the journal explains: the platform may have passed over the reference, or it was given
    // another one. Only a creation begins without a batch; that one was changed does not say who made it.
    private async Task<RcBatch?> StrangerAsync(RcJournalEntry write, IReadOnlyList<RcBatch> all, CancellationToken stop)
    {
        RcJournalEntry[] creations = [.. (await guard.JournalAsync(stop)).GroupBy(entry => entry.WriteId).Where(lines => lines.First().BatchId is null).Select(lines => lines.Last()).Where(last => last.Outcome != RcJournalOutcome.Refused)];
        HashSet<string?> made = new(creations.Select(creation => creation.BatchId), StringComparer.OrdinalIgnoreCase);
        HashSet<string?> named = new(creations.Where(creation => IsSame(creation.CampaignId, write.CampaignId)).Select(creation => creation.ExternalId?.Trim()), StringComparer.Ordinal);
        return all.FirstOrDefault(batch => IsSince(write, batch) && !made.Contains(batch.Id) && !(batch.ExternalId?.Trim() is { Length: > 0 } reference && named.Contains(reference)));
    }

    // By the platform's own times, where it showed its batches before.
    private static bool IsSince(RcJournalEntry write, RcBatch batch) => !(batch.CreatedAt <= write.LastChangeSeen);

    private static bool IsOf(RcJournalEntry entry, string? id) => IsSame(entry.BatchId, id);

    private static bool IsSame(string? id, string? other) => string.Equals(id, other, StringComparison.OrdinalIgnoreCase);

    private async Task<IEnumerable<Doubt>> FindCreationsAsync(string? campaign, string? reference, CancellationToken stop) =>
        (await FindAsync(entry => entry.Action is not null && IsSame(entry.CampaignId, campaign) && string.Equals(entry.ExternalId, reference, StringComparison.Ordinal), stop))
            .Where(creation => creation.Write.BatchId is null);

    private static Finding Found(RcJournalEntry write, bool isAlone, RcBatch batch) => new(
        write with { BatchId = batch.Id },
        $"ExternalId '{write.ExternalId}'",
        $"It is batch {batch.Id}, which is {BatchStatuses.Words(batch.Status)} now",
        isAlone && batch.CreatedAt > write.LastChangeSeen ? true : null);

    // The writes that are not known, of those that would show in the same place; a later one that was done has overtaken them.
    private async Task<Doubt[]> FindAsync(Func<RcJournalEntry, bool> isRelated, CancellationToken stop)
    {
        RcJournalEntry[] related = [.. Latest((await guard.JournalAsync(stop)).Where(isRelated)).Where(entry => entry.Outcome != RcJournalOutcome.Refused)];
        return [.. related.Where(entry => entry.Outcome == RcJournalOutcome.Unknown).Select(write => new Doubt(
            write, IsAlone(write, related), related.SkipWhile(entry => entry != write).Any(entry => entry.Outcome == RcJournalOutcome.Done)))];
    }

    // Of several writes of which the same is to be said, it is said once.
    private async Task TellAsync(IEnumerable<Finding> findings, CancellationToken stop)
    {
        foreach (IGrouping<Told, Finding> same in findings.ToArray().GroupBy(one => new Told(one.Write.Command, one.What, one.Seen, Conclusion(one))))
        {
            RcJournalEntry last = same.Last().Write;
            int count = same.Count();
            string begin = FormattableString.Invariant(count == 1
                ? (FormattableString)$"The outcome of {last.Command} for {same.Key.What} on {last.Time.UtcDateTime:yyyy-MM-dd HH:mm} UTC was"
                : $"The outcome of {last.Command} for {same.Key.What}, tried {count} times up to {last.Time.UtcDateTime:yyyy-MM-dd HH:mm} UTC, was");
            guard.WarnOnce($"{begin} not known. {same.Key.Seen}{same.Key.Conclusion}.", last);
            foreach (Finding one in same.Where(one => IsSettled(one) && !host.IsWhatIf))
            {
                await guard.ResolveAsync(one.Write, one.IsDone == true ? RcJournalOutcome.Done : RcJournalOutcome.Refused, one.Seen, stop);
            }
        }
    }

    private bool IsSettled(Finding one) => one.IsDone == true || (one.IsDone == false && clock.GetUtcNow() - one.Write.Time > s_patience);

    private string Conclusion(Finding one) => one.IsDone switch
    {
        true => ", so it was carried out",
        false when IsSettled(one) => ", so it was not carried out",
        false => ", so it was not carried out, or not yet",
        null => ", so whether it was carried out is not known",
    };

    // What the platform shows of a write, and what that says of it.
    private sealed record Finding(RcJournalEntry Write, string What, string Seen, bool? IsDone);

    // What is said of a write, once of those of which it is the same.
    private sealed record Told(string? Command, string What, string Seen, string Conclusion);

    // A write whose outcome is not known: whether others would show in the same place, and whether a later one was done.
    private sealed record Doubt(RcJournalEntry Write, bool IsAlone, bool IsOvertaken);
}
