using System.Net;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Sending;

/// <summary>
/// Refuses to schedule what has gone out to the same campaign before, or may have: the same content, or the same reference. It looks at this
/// command, at the platform's list of the campaign, read once, and at the last 30 days of the journal.
/// </summary>
/// <param name="batches">The batch endpoints.</param>
/// <param name="guard">The way to the journal.</param>
/// <param name="host">Who is told.</param>
/// <param name="allowsRepeat">Whether the user wants it sent again.</param>
/// <param name="clock">The time now.</param>
internal sealed class RepeatGuard(BatchesClient batches, WriteGuard guard, ISendingHost host, bool allowsRepeat, TimeProvider clock)
{
    private const string Advice = "If it shall be sent again, say so with -AllowRepeat.";

    private static readonly TimeSpan s_memory = TimeSpan.FromDays(30);

    private readonly List<BatchIntent> _scheduled = [];
    private readonly Dictionary<string, IReadOnlyList<RcBatch>> _lists = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Refuses a repeat of what this command or the platform knows, and notes the intent for the next one.</summary>
    /// <returns>The intent, with what was seen of the platform.</returns>
    /// <exception cref="AlreadySentException">It is one, or that cannot be looked up.</exception>
    public async Task<BatchIntent> RequireNewAsync(BatchIntent intent, CancellationToken stop)
    {
        if (!intent.IsScheduled)
        {
            return intent;
        }

        if (!allowsRepeat && _scheduled.Find(other => IsRepeat(intent, other.CampaignId, other.ContentHash, other.ExternalId)) is { } first)
        {
            throw new AlreadySentException(
                $"{Same(first.ContentHash == intent.ContentHash, intent)} is scheduled by this command already, for {first.Name}.", $"Give each batch a file and an ExternalId of its own. {Advice}");
        }

        if (intent.ExternalId is { } reference)
        {
            await LookAsync(intent, reference, stop);
        }

        _scheduled.Add(intent);
        return intent.Target.IsNew && intent.CampaignId is { } campaign && _lists.TryGetValue(campaign, out IReadOnlyList<RcBatch>? list)
            ? intent with { LastChangeSeen = list.Max(batch => batch.CreatedAt) ?? DateTimeOffset.MinValue }
            : intent;
    }

    /// <summary>What speaks against an intent in the journal.</summary>
    public AlreadySentException? Objection(BatchIntent intent, IReadOnlyList<RcJournalEntry> entries, string target)
    {
        if (allowsRepeat || !intent.IsScheduled)
        {
            return null;
        }

        RcJournalEntry? known = Latest(entries).FirstOrDefault(entry =>
            string.Equals(entry.Target, target, StringComparison.OrdinalIgnoreCase)
            && entry.Action == RcBatchAction.Schedule
            && entry.Outcome != RcJournalOutcome.Refused
            && entry.Time > clock.GetUtcNow() - s_memory

            // An update finds its batch CREATED, so what was sent to that one has not gone out.
            && (intent.Target.IsNew || !string.Equals(entry.BatchId, intent.Target.Id, StringComparison.OrdinalIgnoreCase))
            && IsRepeat(intent, entry.CampaignId, entry.ContentHash, entry.ExternalId));
        if (known is null)
        {
            return null;
        }

        string how = known.Outcome switch
        {
            RcJournalOutcome.Done => "was scheduled",
            RcJournalOutcome.Begun => "was begun to be scheduled, and may be under way now,",
            _ => "may have been scheduled (its outcome is not known)",
        };
        string which = known.BatchId is { } id ? $" as batch {id}" : string.Empty;
        return new AlreadySentException(
            FormattableString.Invariant($"{Same(known.ContentHash == intent.ContentHash, intent)} {how} on {known.Time.UtcDateTime:yyyy-MM-dd HH:mm} UTC{which}, by the journal."),
            (known.BatchId is null ? intent.HowToFind : $"Look at it with 'Get-RcBatch {known.BatchId}'.")
            + (known.Outcome == RcJournalOutcome.Begun ? " If it is not there and no other command is at work on it, that one was ended from outside before it could send. " : " ") + Advice);
    }

    /// <summary>Says what became of an earlier update of a batch whose outcome was not known, now that the batch has been seen.</summary>
    public async Task FollowUpAsync(RcBatch batch, CancellationToken stop)
    {
        foreach (RcJournalEntry write in Latest(await guard.JournalAsync(stop)).Where(entry =>
            entry.Outcome == RcJournalOutcome.Unknown && string.Equals(entry.BatchId, batch.Id, StringComparison.OrdinalIgnoreCase)))
        {
            string status = BatchStatuses.Words(batch.Status);
            (bool? isDone, string seen) = WasDone(write, batch) switch
            {
                true when write.Action == RcBatchAction.Schedule => (true, $"is {status} now, so it was carried out"),
                true => ((bool?)true, $"is {status} now and has been changed since, so it was carried out"),
                false => (false, $"is {status} now{(write.Action == RcBatchAction.Schedule ? string.Empty : " and has not been changed since")}, so it was not carried out"),
                null => (null, $"is {status} now, which does not show whether it was carried out"),
            };
            host.Warn(FormattableString.Invariant(
                $"The outcome of {write.Command} for batch {batch.Id} on {write.Time.UtcDateTime:yyyy-MM-dd HH:mm} UTC was not known. The batch {seen}."));
            if (isDone is { } known)
            {
                await guard.ResolveAsync(write, known ? RcJournalOutcome.Done : RcJournalOutcome.Refused, $"seen as {status}", stop);
            }
        }
    }

    // By the platform's own times: its clock need not agree with this machine's.
    private static bool? WasDone(RcJournalEntry write, RcBatch batch) =>
        write.Action == RcBatchAction.Schedule ? !string.Equals(batch.Status, BatchesClient.CreatedStatus, StringComparison.OrdinalIgnoreCase)
        : batch.UpdatedAt is { } now && write.LastChangeSeen is { } before ? now != before
        : null;

    // How each write stands: its last line.
    private static IEnumerable<RcJournalEntry> Latest(IReadOnlyList<RcJournalEntry> entries) =>
        entries.GroupBy(entry => entry.WriteId ?? string.Empty).SelectMany(lines => lines.Key.Length == 0 ? lines : lines.Skip(lines.Count() - 1));

    private static bool IsRepeat(BatchIntent intent, string? campaign, string? hash, string? reference) =>
        campaign is not null && string.Equals(intent.CampaignId, campaign, StringComparison.OrdinalIgnoreCase)
        && (string.Equals(intent.ContentHash, hash, StringComparison.Ordinal) || (reference is not null && string.Equals(intent.ExternalId, reference.Trim(), StringComparison.Ordinal)));

    private static string Same(bool isContent, BatchIntent intent) =>
        isContent ? $"The same content for campaign {intent.CampaignId}" : $"ExternalId '{intent.ExternalId}' of campaign {intent.CampaignId}";

    private async Task LookAsync(BatchIntent intent, string reference, CancellationToken stop)
    {
        IReadOnlyList<RcBatch> list;
        try
        {
            list = intent.CampaignId is { } campaign ? await ListAsync(campaign, stop) : throw new UnexpectedResponseException("The batch does not show its campaign.", Advice);
        }
        catch (RocketComsException exception) when (exception is UnexpectedResponseException or ApiException { StatusCode: not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) })
        {
            if (!allowsRepeat)
            {
                throw new AlreadySentException(
                    $"Whether ExternalId '{reference}' has gone out already cannot be looked up, for the list of the campaign's batches cannot be read: {exception.Message}",
                    "Try again later. To schedule it without that look, give -AllowRepeat.");
            }

            host.Warn($"The list of the campaign's batches cannot be read, so whether ExternalId '{reference}' has gone out already is not known: {exception.Message}");
            return;
        }

        RcBatch[] same = [.. list.Where(batch => string.Equals(batch.ExternalId?.Trim(), reference, StringComparison.Ordinal)
            && (intent.Target.IsNew || !string.Equals(batch.Id, intent.Target.Id, StringComparison.OrdinalIgnoreCase)))];
        await ResolveCreationsAsync(intent, reference, same, stop);
        if (same.FirstOrDefault(batch => !string.Equals(batch.Status, BatchesClient.CreatedStatus, StringComparison.OrdinalIgnoreCase)) is { } sent)
        {
            if (!allowsRepeat)
            {
                throw new AlreadySentException(
                    $"ExternalId '{reference}' of campaign {intent.CampaignId} is that of batch {sent.Id}, which is {BatchStatuses.Words(sent.Status)}: it is on its way, or has been sent.",
                    $"Do not create it again; look at it with 'Get-RcBatch {sent.Id}'. {Advice}");
            }
        }
        else if (same.Length > 0 && intent.Target.IsNew)
        {
            host.Warn($"Batch {same[0].Id} of the campaign has the ExternalId '{reference}' too, and is {BatchesClient.CreatedStatus}: it has not gone out. To send that one, use Update-RcBatch.");
        }
    }

    // What was created without an answer is on the list, or was not created.
    private async Task ResolveCreationsAsync(BatchIntent intent, string reference, RcBatch[] found, CancellationToken stop)
    {
        foreach (RcJournalEntry write in Latest(await guard.JournalAsync(stop)).Where(entry =>
            entry is { Outcome: RcJournalOutcome.Unknown, BatchId: null, Action: not null }
            && string.Equals(entry.CampaignId, intent.CampaignId, StringComparison.OrdinalIgnoreCase)
            && string.Equals(entry.ExternalId, reference, StringComparison.Ordinal)))
        {
            RcBatch? batch = found.FirstOrDefault();
            RcBatch? stranger = batch is null ? await StrangerAsync(write, stop) : null;
            string seen = batch is not null ? $"It is batch {batch.Id}, which is {BatchStatuses.Words(batch.Status)}."
                : stranger is null ? "The campaign has no such batch, so it was not carried out."
                : $"The campaign has no such batch, but it has batch {stranger.Id} with the ExternalId '{stranger.ExternalId}', which may be it.";
            host.Warn(FormattableString.Invariant(
                $"The outcome of {write.Command} for ExternalId '{reference}' on {write.Time.UtcDateTime:yyyy-MM-dd HH:mm} UTC was not known. {seen}"));
            if (stranger is null)
            {
                await guard.ResolveAsync(
                    write with { BatchId = batch?.Id }, batch is null ? RcJournalOutcome.Refused : RcJournalOutcome.Done, batch is null ? "not on the list" : $"seen as {BatchStatuses.Words(batch.Status)}", stop);
            }
        }
    }

    // A batch that has come since, and that no write of the journal made: the platform may have passed over the reference.
    private async Task<RcBatch?> StrangerAsync(RcJournalEntry write, CancellationToken stop)
    {
        HashSet<string?> known = new((await guard.JournalAsync(stop)).Select(entry => entry.BatchId), StringComparer.OrdinalIgnoreCase);
        return _lists[write.CampaignId!].FirstOrDefault(batch => !(batch.CreatedAt <= write.LastChangeSeen) && !known.Contains(batch.Id));
    }

    private async Task<IReadOnlyList<RcBatch>> ListAsync(string campaign, CancellationToken stop)
    {
        if (!_lists.TryGetValue(campaign, out IReadOnlyList<RcBatch>? known))
        {
            List<RcBatch> list = [];
            await foreach (RcBatch batch in batches.ListAsync(new BatchFilter { CampaignId = campaign }, [], stop))
            {
                list.Add(batch);
            }

            _lists[campaign] = known = list;
        }

        return known;
    }
}
