using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Sending;

/// <summary>Where a draft goes.</summary>
/// <param name="Id">The batch to update, or the campaign to create one for: a UUID.</param>
/// <param name="IsNew">Whether a batch is created.</param>
public sealed record BatchTarget(string Id, bool IsNew)
{
    /// <summary>Gets the batch that was piped to name it, where it must be compared with what the platform has.</summary>
    public PipedBatch? Piped { get; init; }

    /// <summary>Gets the campaigns that the input names beside a batch to update, which must be the one that the batch is in: UUIDs.</summary>
    public IReadOnlyCollection<string> CampaignIds { get; init; } = [];

    /// <summary>Gets with which of the piped objects it came, from 1; 0 where that says nothing.</summary>
    public long Place { get; init; }
}

/// <summary>A batch as it was piped.</summary>
/// <param name="Id">Its id; <see langword="null"/> when it has none.</param>
/// <param name="Shown">What it shows.</param>
public sealed record PipedBatch(string? Id, BatchDraft Shown);

/// <summary>How the drafts of one command are sent.</summary>
public sealed record BatchSendOptions
{
    /// <summary>Gets whether files and texts go out unchecked.</summary>
    public bool SkipValidation { get; init; }

    /// <summary>Gets whether to schedule without asking.</summary>
    public bool Force { get; init; }

    /// <summary>Gets whether numbers are compared with the opt-outs of the campaign.</summary>
    public bool CheckOptOut { get; init; }

    /// <summary>Gets whether what has gone out before may go out again.</summary>
    public bool AllowRepeat { get; init; }

    /// <summary>Gets the most that the command may send and cost.</summary>
    public Ceiling Ceiling { get; init; } = new(null, null);

    /// <summary>Gets how texts are counted and priced.</summary>
    public MeasureOptions Measure { get; init; } = new();

    /// <summary>Gets the IANA name of the zone in which the platform reads times; <see langword="null"/> when it is not known.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Gets the currency of the price, for the user; <see langword="null"/> when it was not given.</summary>
    public string? Currency { get; init; }
}

/// <summary>
/// The one gate of every batch: draft -> sealed and checked content -> the batch and its campaign as the platform has them -> repeats -> ceiling over
/// all of the command -> question -> journal -> upload -> the answer compared with what was sent. Whatever fails, fails before anything is sent.
/// </summary>
/// <param name="transport">The way to the platform.</param>
/// <param name="placement">Where scalar parameters travel.</param>
/// <param name="options">How.</param>
/// <param name="host">Who is asked and told.</param>
/// <param name="guard">Watches the writes.</param>
/// <param name="clock">Today's date comes from here.</param>
public sealed class BatchSender(
    ITransport transport, RcParameterPlacement placement, BatchSendOptions options, ISendingHost host, WriteGuard guard, TimeProvider clock)
{
    // With a yes to all, one look at the campaign's list is enough for those that follow at once.
    private static readonly TimeSpan s_fresh = TimeSpan.FromSeconds(5);

    private readonly BatchesClient _batches = new(transport, placement);
    private readonly OptOutNumbers _optOuts = new(transport, host.Verbose);
    private readonly ContentChecks _checks = new(transport, options, host, clock);
    private readonly TimingCheck _timing = new(transport, options, host, clock);
    private readonly CampaignLookup _campaigns = new(transport, host);
    private readonly UnknownOutcomes _unknown = new(guard, host, clock);
    private readonly RepeatGuard _repeats = new(new BatchesClient(transport, placement), guard, host, options.AllowRepeat, clock);
    private readonly Dictionary<string, BatchDraft> _updates = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _refused = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<BatchIntent> _intents = [];
    private DateTimeOffset _lookedAt = DateTimeOffset.MinValue;

    /// <summary>Checks a draft against everything that can be known before it goes, and keeps it for <see cref="SendAllAsync"/>.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="draft">What.</param>
    /// <param name="stop">The user's stop.</param>
    /// <exception cref="RocketComsException">It cannot be sent; nothing of it was. <see cref="Refuse"/> keeps back what else there is for its batch.</exception>
    public async Task AddAsync(BatchTarget target, BatchDraft draft, CancellationToken stop)
    {
        draft = target.IsNew ? draft with { CampaignId = target.Id } : draft;
        InvalidParameterException.ThrowIfNotUuid("Id", target.IsNew ? null : target.Id, InvalidParameterException.BatchFinder);
        if (IsKnown(target, draft))
        {
            RequireCampaign(target, _intents.Find(intent => string.Equals(intent.Target.Id, target.Id, StringComparison.OrdinalIgnoreCase))?.Before);
            host.Verbose($"Batch {target.Id} was given with the same content already.");
            return;
        }

        BatchDraftCheck.Check(draft, clock);
        if (target.IsNew)
        {
            ScheduleCheck.RequireNewBatch(draft);
        }

        // Read as often as there is to be known of it, and opened once; what it then sends is another opening.
        SealedSource? file = _checks.Seal(draft);
        using IDisposable? held = file?.Hold();
        draft = draft with { File = file };

        // What can be judged here is judged before any request. Opt-outs alone want one first: the batch names the campaign.
        DateTimeOffset seenAt = clock.GetUtcNow();
        RcBatch? before = options.CheckOptOut ? await RequireCreatedAsync(target, stop) : null;
        string? campaign = options.CheckOptOut ? CampaignOf(target, before) : null;
        CheckedContent content = _checks.Check(draft, campaign, campaign is null ? [] : await _optOuts.GetAsync(campaign, stop), stop);
        before ??= await RequireCreatedAsync(target, stop);
        RequireCampaign(target, before);
        if (target.Piped is { } piped)
        {
            AnswerComparison.RequireSame(piped.Shown, before ?? (piped.Id is null ? new RcBatch() : await _batches.GetAsync(piped.Id, stop)));
        }

        BatchIntent intent = new(target, draft, before) { ContentHash = BatchIntent.HashOf(draft, stop), RowsHash = content.RowsHash, Report = content.Report, SeenAt = seenAt };
        intent = intent with { Campaign = intent.IsScheduled && intent.CampaignId is { } id ? await _campaigns.FindAsync(id, stop) : null };
        ScheduleCheck.Check(intent, clock, host.Warn);
        intent = intent with { Report = _checks.CheckRegistered(draft, content.Report, intent.Campaign, stop) };
        intent = intent with { Forecast = await _checks.ForecastAsync(draft, content.Report, intent.Campaign, stop), Content = _checks.Content };
        intent = intent with { RowsHash = intent.RowsHash ?? BatchIntent.RowsHashOf(draft, intent.Content?.Template) };
        intent = intent with { Timing = await _timing.JudgeAsync(intent, stop) };
        _intents.Add(await _repeats.RequireNewAsync(intent, _intents, stop));
    }

    /// <summary>Keeps back everything for a batch of which a part of the input is in error: all of it goes, or nothing.</summary>
    /// <param name="id">The batch to update: a UUID.</param>
    public void Refuse(string id)
    {
        _refused.Add(id);
        _intents.RemoveAll(intent => !intent.Target.IsNew && string.Equals(intent.Target.Id, id, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Asks for each draft that was added, and sends it. The host's members are used on the caller's own context.</summary>
    /// <param name="failed">Gets each failure, and where it would have gone; one does not keep the others back.</param>
    /// <param name="stop">The user's stop.</param>
    /// <exception cref="CeilingExceededException">All of it together is more than is allowed; nothing was sent.</exception>
    public async Task SendAllAsync(Action<BatchTarget, BatchDraft, RocketComsException> failed, CancellationToken stop)
    {
        BatchIntent[] scheduled = [.. _intents.Where(intent => intent.IsScheduled)];
        BatchForecast total = BatchForecast.Total(scheduled.Select(intent => intent.Forecast), options);
        options.Ceiling.Require(total);
        long warnings = scheduled.Sum(intent => intent.Report?.WarningCount ?? 0);
        string all = scheduled.Length == 0 ? "none is scheduled" : $"all that are scheduled: {total.Describe()}{(warnings == 0 ? string.Empty : $"; {ShownText.Count(warnings, "warning")}")}";
        guard.Expect(_intents.Select(intent => intent.Name));
        for (int i = 0; i < _intents.Count; i++)
        {
            try
            {
                await SendAsync(_intents[i], _intents.Count == 1 ? null : FormattableString.Invariant($"Batch {i + 1:N0} of {_intents.Count:N0}; {all}."), stop);
            }
            catch (RocketComsException exception)
            {
                failed(_intents[i].Target, _intents[i].Draft, exception);
            }
        }
    }

    private static string CampaignOf(BatchTarget target, RcBatch? before) => before is null ? target.Id : before.CampaignId ?? throw new UnexpectedResponseException(
        $"Batch {target.Id} does not show its campaign, so its opt-outs cannot be asked for. Nothing was sent.",
        "Check the file with Test-RcBatchCsv -OptOutNumber (Get-RcOptOut <campaign>).Number, then update without -CheckOptOut.");

    // A line of a plan that names another campaign was meant for another batch.
    private static void RequireCampaign(BatchTarget target, RcBatch? before)
    {
        if (before is not null && target.CampaignIds.FirstOrDefault(named => !string.Equals(named, before.CampaignId, StringComparison.OrdinalIgnoreCase)) is { } named)
        {
            throw new InvalidParameterException(
                nameof(before.CampaignId),
                named,
                $"The input names campaign {named} beside batch {target.Id}, which {(before.CampaignId is { } campaign ? $"is in campaign {campaign}" : "shows no campaign")}. Nothing was sent for it.",
                "Look for the batch that is meant with Get-RcBatch -CampaignId; leave the column out with Select-Object if it says something else.");
        }
    }

    // Several errors of one batch pipe its id several times, which is one update; two different ones would each replace the other.
    private bool IsKnown(BatchTarget target, BatchDraft draft)
    {
        if (target.IsNew)
        {
            return false;
        }

        if (!_updates.TryGetValue(target.Id, out BatchDraft? known))
        {
            _updates.Add(target.Id, draft);
            return !_refused.Contains(target.Id) ? false : throw new InvalidParameterException(
                "Id", target.Id, $"Another part of the input for batch {target.Id} is in error. Nothing was sent for it.", "Mend that part first.");
        }

        return IsSame(known, draft) ? true : throw new InvalidParameterException(
            "Id",
            target.Id,
            $"Batch {target.Id} was given twice with different input, and each update would replace the other. Nothing was sent for it.",
            "Give each batch once; for several files put all rows into one.");
    }

    private static bool IsSame(BatchDraft one, BatchDraft other) =>
        one.File is null == other.File is null
        && one.File?.Path == other.File?.Path
        && one.RecipientListIds.SequenceEqual(other.RecipientListIds, StringComparer.OrdinalIgnoreCase)
        && one with { File = null, RecipientListIds = [] } == other with { File = null, RecipientListIds = [] };

    // The batch as it is; nothing for a new one.
    private async Task<RcBatch?> RequireCreatedAsync(BatchTarget target, CancellationToken stop)
    {
        if (target.IsNew)
        {
            return null;
        }

        RcBatch batch = await _batches.GetAsync(target.Id, stop);
        await _unknown.FollowUpAsync(batch, stop);
        BatchesClient.RequireCreated(batch, target.Id);
        return batch;
    }

    private async Task SendAsync(BatchIntent intent, string? place, CancellationToken stop)
    {
        bool isShown = host.ShowsBefore(options.Force);
        string question = SendingText.Describe(intent, host.Authority, options.SkipValidation, showsText: intent.IsScheduled && isShown, place);
        if (host.Ask(question, intent.IsScheduled, options.Force) is not { } consent)
        {
            return;
        }

        if (consent == RcJournalConsent.Asked && intent.IsScheduled)
        {
            intent = await LookAgainAsync(intent, stop);
        }

        if (!isShown && intent.IsScheduled && SendingText.CostlyWarnings(intent.Report) is { } costly)
        {
            host.Warn($"{(intent.Report!.Path is { } path ? path + " goes" : "The rows go")} out with {costly}.");
        }

        RcBatch batch = await UploadAsync(intent, consent, stop);

        // The result before the warnings: with -WarningAction Stop the first of them ends the command.
        host.Emit(batch);
        foreach (string warning in AnswerComparison.Warnings(intent.Draft, batch, intent.Before))
        {
            host.Warn(warning);
        }
    }

    // While somebody thought about the answer, the day may have ended, others may have sent the same, or changed what the question was about.
    private async Task<BatchIntent> LookAgainAsync(BatchIntent intent, CancellationToken stop)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (now - _lookedAt > s_fresh)
        {
            _repeats.Forget();
            _lookedAt = now;
        }

        RcBatch? before = await RequireCreatedAsync(intent.Target, stop);
        BatchForecast forecast = await _checks.ForecastAgainAsync(intent.Draft, intent.Report, intent.Campaign, stop);
        bool isAsItWas = forecast == intent.Forecast && before?.UpdatedAt == intent.Before?.UpdatedAt && BatchSchedule.Of(intent.Draft, before) == BatchSchedule.Of(intent.Draft, intent.Before);
        if (!isAsItWas)
        {
            throw new InvalidParameterException(
                intent.Target.IsNew ? "CampaignId" : "Id", intent.Target.Id, $"What the question for {intent.Name} said is so no longer: the batch, its template or its lists have been changed meanwhile. Nothing was sent for it.", "Run the command again, and read the question again.");
        }

        intent = intent with { SeenAt = now, Before = before };
        ScheduleCheck.Check(intent, clock, static _ => { });
        return await _repeats.RequireNewAsync(intent, [], stop);
    }

    private async Task<RcBatch> UploadAsync(BatchIntent intent, RcJournalConsent consent, CancellationToken stop)
    {
        BatchTarget target = intent.Target;
        ByteProgress progress = new(target.IsNew ? "Creating a batch" : $"Updating batch {target.Id}", "sent", host.ShowProgress, clock);
        try
        {
            return await guard.RunAsync(
                _repeats.Hold(intent.Write(consent), intent.SeenAt),
                sent => target.IsNew ? _batches.CreateAsync(intent.Draft, sent + progress.Report, stop) : _batches.UpdateAsync(target.Id, intent.Draft, sent + progress.Report, stop),
                stop);
        }
        finally
        {
            progress.Complete();
        }
    }
}
