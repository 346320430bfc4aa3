using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Json;

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
    private const string OwnReference = "If it is something else, give it an ExternalId of its own; a plan has a column for it.";

    // A list that changes while it is read is read again, but who changes it all the time is not waited for.
    private const int MostReadings = 3;

    private static readonly TimeSpan s_memory = TimeSpan.FromDays(30);

    private readonly UnknownOutcomes _unknown = new(guard, host, clock);
    private readonly Dictionary<string, IReadOnlyList<RcBatch>> _lists = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Refuses a repeat of what this command or the platform knows.</summary>
    /// <param name="intent">What is about to be sent.</param>
    /// <param name="others">What the command sends besides.</param>
    /// <param name="stop">The user's stop.</param>
    /// <returns>The intent, with what was seen of the platform.</returns>
    /// <exception cref="AlreadySentException">It is one, or that cannot be looked up.</exception>
    public async Task<BatchIntent> RequireNewAsync(BatchIntent intent, IEnumerable<BatchIntent> others, CancellationToken stop)
    {
        if (!intent.IsScheduled)
        {
            return intent;
        }

        Identity own = Identity.Of(intent);
        if (!allowsRepeat && others.FirstOrDefault(other => other.IsScheduled && IsRepeat(own, Identity.Of(other))) is { } first)
        {
            throw new AlreadySentException($"{Same(Identity.Of(first), own)} is sent by this command already.", $"Give it once, and each batch an ExternalId of its own. {Advice}");
        }

        if (intent.ExternalId is { } reference)
        {
            await LookAsync(intent, reference, stop);
        }

        await RequireNewAsync(intent.Write(default), intent.SeenAt, stop);
        return intent.Target.IsNew && intent.CampaignId is { } campaign && _lists.TryGetValue(campaign, out IReadOnlyList<RcBatch>? list)
            ? intent with { LastChangeSeen = list.Max(batch => batch.CreatedAt) ?? DateTimeOffset.MinValue }
            : intent;
    }

    /// <summary>Refuses what the journal knows. It is looked at again when it is written (<see cref="Hold"/>); but who would be refused then need not be asked before.</summary>
    /// <param name="write">What is about to be sent.</param>
    /// <param name="seenAt">When the batch to update was seen as one that has not gone out; the beginning of time, where it was not looked at.</param>
    /// <param name="stop">The user's stop.</param>
    /// <exception cref="AlreadySentException">It is a repeat.</exception>
    public async Task RequireNewAsync(WriteIntent write, DateTimeOffset seenAt, CancellationToken stop)
    {
        if (Objection(write, seenAt, await guard.JournalAsync(stop)) is { } objection)
        {
            throw objection;
        }
    }

    /// <summary>Has a write held against the journal when its line is written there, with nobody else writing in between.</summary>
    /// <param name="write">What is about to be sent.</param>
    /// <param name="seenAt">As of <see cref="RequireNewAsync(WriteIntent, DateTimeOffset, CancellationToken)"/>.</param>
    public WriteIntent Hold(WriteIntent write, DateTimeOffset seenAt) => write with
    {
        Objection = entries => Objection(write, seenAt, entries.Where(guard.IsOfAccount)),
    };

    private AlreadySentException? Objection(WriteIntent write, DateTimeOffset seenAt, IEnumerable<RcJournalEntry> entries)
    {
        if (allowsRepeat || write.Entry.Action != RcBatchAction.Schedule)
        {
            return null;
        }

        // Few lines are about the same, and only of those it matters how each write ended.
        Identity own = Identity.Of(write.Entry);
        RcJournalEntry? known = UnknownOutcomes.Latest(entries.Where(entry =>
            entry.Action == RcBatchAction.Schedule && (IsOwn(write, entry) || IsRepeat(own, Identity.Of(entry))))).FirstOrDefault(entry =>
            entry.Outcome != RcJournalOutcome.Refused
            && entry.Time > clock.GetUtcNow() - s_memory

            // An update finds its batch CREATED: what was sent to that one before had not gone out then, whatever it was since.
            && (!IsOwn(write, entry) || entry.Time > seenAt));
        if (known is null)
        {
            return null;
        }

        string how = known.Outcome switch
        {
            RcJournalOutcome.Done => "was sent",
            RcJournalOutcome.Begun => "was about to be sent, and may be on its way,",
            _ => "may have been sent (its outcome is not known)",
        };
        Identity then = Identity.Of(known);
        string which = known.BatchId is { } id ? $" as batch {id}"
            : IsMessage(known) ? " as a single message"
            : then.ExternalId is { } reference && IsSameContent(then, own) ? $" as ExternalId '{reference}'"
            : string.Empty;
        return new AlreadySentException(
            FormattableString.Invariant($"{(IsOwn(write, known) ? $"Batch {known.BatchId}" : Same(then, own))} {how} on {known.Time.UtcDateTime:yyyy-MM-dd HH:mm} UTC{which}, by the journal."),
            HowToFind(known)
            + (known.Outcome == RcJournalOutcome.Begun ? " If it is not there and no other command is at work on it, that one was ended from outside before it could send. " : " ")
            + (IsOwn(write, known) || IsSameContent(then, own) ? string.Empty : OwnReference + " ") + Advice);
    }

    // What is looked for is what was sent then, not what is to be sent now.
    private static string HowToFind(RcJournalEntry known) => (known.BatchId, IsMessage(known), known.CampaignId) switch
    {
        ({ } batch, _, _) => $"Look at it with 'Get-RcBatch {batch}'.",
        (null, true, { } campaign) => MessagesClient.HowToFind(campaign),
        (null, _, { } campaign) => $"Look for it with 'Get-RcBatch -CampaignId {campaign}' ({(known.ExternalId is { } reference ? $"ExternalId '{reference.Trim()}'" : "it has no ExternalId")}).",
        _ => "Look for it with 'Get-RcBatch'.",
    };

    private static bool IsMessage(RcJournalEntry entry) => entry.Command == "Send-RcMessage";

    private static bool IsOwn(WriteIntent write, RcJournalEntry entry) =>
        write.Entry.BatchId is { } id && string.Equals(entry.BatchId, id, StringComparison.OrdinalIgnoreCase);

    // A campaign that is not known may be the same.
    private static bool IsRepeat(in Identity own, in Identity known)
    {
        bool isSame = string.Equals(own.CampaignId, known.CampaignId, StringComparison.OrdinalIgnoreCase);
        return ((isSame || own.CampaignId is null || known.CampaignId is null) && IsSameContent(own, known))
            || (isSame && own.CampaignId is not null && own.ExternalId is { } reference && string.Equals(reference, known.ExternalId, StringComparison.Ordinal));
    }

    // By its bytes, or by what it says to whom: saved again by a spreadsheet, it is another file. The same template may have another text by now.
    private static bool IsSameContent(in Identity own, in Identity known) => own.RowsHash is not null && own.RowsHash == known.RowsHash
        || (own.ContentHash is not null && own.ContentHash == known.ContentHash && (own.IsFile || own.RowsHash is null || known.RowsHash is null));

    private static string Same(in Identity known, in Identity own)
    {
        string where = own.CampaignId is null ? string.Empty : $" for campaign {own.CampaignId}";
        return IsSameContent(own, known) ? $"The same content{where}" : $"ExternalId '{own.ExternalId}' of campaign {own.CampaignId}";
    }

    /// <summary>Refuses a reference of which the platform's list says that it has gone out, and says what became of writes that are not known.</summary>
    /// <param name="intent">What is about to be sent.</param>
    /// <param name="reference">Its reference.</param>
    /// <param name="stop">The user's stop.</param>
    /// <exception cref="AlreadySentException">It has, or the list cannot be read.</exception>
    public async Task LookAsync(BatchIntent intent, string reference, CancellationToken stop)
    {
        IReadOnlyList<RcBatch> list;
        try
        {
            list = intent.CampaignId is { } campaign ? await ListAsync(campaign, stop) : throw new UnexpectedResponseException("The batch does not show its campaign.", Advice);
        }
        catch (RocketComsException exception) when (!exception.EndsCommand)
        {
            if (!allowsRepeat)
            {
                throw new AlreadySentException(
                    $"Whether ExternalId '{reference}' has gone out already cannot be looked up, for the list of the campaign's batches cannot be read: {exception.Message}",
                    "Try again later. To schedule it without that look, give -AllowRepeat.");
            }

            guard.WarnOnce($"The list of the campaign's batches cannot be read, so whether ExternalId '{reference}' has gone out already is not known: {exception.Message}");
            return;
        }

        // The batch that is updated has it too, most likely: an earlier creation that is not known may have made it.
        RcBatch[] found = [.. list.Where(batch => string.Equals(batch.ExternalId?.Trim(), reference, StringComparison.Ordinal))];
        await _unknown.FollowUpAsync(intent, found, list, stop);
        RcBatch[] same = [.. found.Where(batch => intent.Target.IsNew || !string.Equals(batch.Id, intent.Target.Id, StringComparison.OrdinalIgnoreCase))];
        if (same.FirstOrDefault(batch => !BatchStatuses.IsCreated(batch)) is { } sent)
        {
            if (!allowsRepeat)
            {
                throw new AlreadySentException(
                    $"ExternalId '{reference}' of campaign {intent.CampaignId} is that of batch {sent.Id}, which is {BatchStatuses.Words(sent)}.",
                    $"{BatchNotUpdatableException.AdviceAbout(sent.Id, sent.Status)} {OwnReference} {Advice}");
            }
        }
        else if (same.Length > 0 && intent.Target.IsNew)
        {
            guard.WarnOnce($"Batch {same[0].Id} of the campaign has the ExternalId '{reference}' too, and is {BatchesClient.CreatedStatus}: it has not gone out. To send that one, use Update-RcBatch.");
        }
    }

    /// <summary>Looks at everything anew from now on.</summary>
    public void Forget() => _lists.Clear();

    private async Task<IReadOnlyList<RcBatch>> ListAsync(string campaign, CancellationToken stop)
    {
        if (!_lists.TryGetValue(campaign, out IReadOnlyList<RcBatch>? known))
        {
            _lists[campaign] = known = await ReadAsync(campaign, MostReadings, stop);
        }

        return known;
    }

    private async Task<IReadOnlyList<RcBatch>> ReadAsync(string campaign, int readings, CancellationToken stop)
    {
        List<RcBatch> list = [];
        try
        {
            await foreach (RcBatch batch in batches.ListAsync(new BatchFilter { CampaignId = campaign }, [], stop))
            {
                // It may be the one that is looked for.
                list.Add(BatchJson.HasUnreadReference(batch) ? throw new UnexpectedResponseException($"The ExternalId of batch {batch.Id} cannot be read.", Advice) : batch);
            }

            return list;
        }
        catch (UnexpectedResponseException exception) when (exception.HasMoved && readings > 1)
        {
            return await ReadAsync(campaign, readings - 1, stop);
        }
    }

    // By what one sending is known from another. No class: each of many messages is held against all others.
    private readonly record struct Identity(string? CampaignId, string? ContentHash, string? RowsHash, string? ExternalId, bool IsFile)
    {
        public static Identity Of(BatchIntent intent) => new(intent.CampaignId, intent.ContentHash, intent.RowsHash, intent.ExternalId, intent.Draft.File is not null);

        public static Identity Of(RcJournalEntry entry) => new(entry.CampaignId, entry.ContentHash, entry.RowsHash, entry.ExternalId?.Trim(), entry.FileName is not null);
    }
}
