using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Sending;

/// <summary>Where a draft goes.</summary>
/// <param name="Id">The batch to update, or the campaign to create one for: a UUID.</param>
/// <param name="IsNew">Whether a batch is created.</param>
public sealed record BatchTarget(string Id, bool IsNew);

/// <summary>How the drafts of one command are sent.</summary>
public sealed record BatchSendOptions
{
    /// <summary>Gets whether files and texts go out unchecked.</summary>
    public bool SkipValidation { get; init; }

    /// <summary>Gets whether to schedule without asking.</summary>
    public bool Force { get; init; }

    /// <summary>Gets whether numbers are compared with the opt-outs of the campaign.</summary>
    public bool CheckOptOut { get; init; }

    /// <summary>Gets how texts are counted and priced.</summary>
    public MeasureOptions Measure { get; init; } = new();
}

/// <summary>
/// Takes a draft all the way: parameters checked, content checked, batch looked at, user asked, sent, and the answer compared with what was
/// sent. Whatever fails, fails before anything is sent.
/// </summary>
/// <param name="transport">The way to the platform.</param>
/// <param name="placement">Where scalar parameters travel.</param>
/// <param name="options">How.</param>
/// <param name="host">Who is asked and told.</param>
/// <param name="guard">Watches the write.</param>
/// <param name="clock">Today's date comes from here.</param>
public sealed class BatchSender(
    ITransport transport, RcParameterPlacement placement, BatchSendOptions options, ISendingHost host, WriteGuard guard, TimeProvider clock)
{
    private readonly BatchesClient _batches = new(transport, placement);
    private readonly OptOutNumbers _optOuts = new(transport, host);
    private readonly ContentChecks _checks = new(transport, options, host, clock);
    private readonly HashSet<(string Id, string Path)> _sent = [];

    /// <summary>Whether a file has not gone to a batch in this command yet; several errors of one batch pipe its id several times.</summary>
    public bool IsNew(BatchTarget target, string path) => target.IsNew || _sent.Add((target.Id.ToUpperInvariant(), path));

    /// <summary>Sends a draft. The host's members are used on the caller's own context.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="draft">What.</param>
    /// <param name="stop">The user's stop.</param>
    /// <exception cref="RocketComsException">It was not sent, or it is not known whether it arrived.</exception>
    public async Task SendAsync(BatchTarget target, BatchDraft draft, CancellationToken stop)
    {
        draft = target.IsNew ? draft with { CampaignId = target.Id } : draft;
        InvalidParameterException.ThrowIfNotUuid("Id", target.IsNew ? null : target.Id);
        BatchDraftCheck.Check(draft, clock);
        WarnOf(BatchDraftCheck.Warnings(draft));

        // What can be judged here is judged before any request. Opt-outs alone want one first: the batch names the campaign.
        RcBatch? before = options.CheckOptOut ? await RequireCreatedAsync(target, stop) : null;
        string? campaign = options.CheckOptOut ? CampaignOf(target, before) : null;
        RcBatchCsvReport? report = _checks.Check(draft, campaign, campaign is null ? [] : await _optOuts.GetAsync(campaign, stop), stop);
        before ??= await RequireCreatedAsync(target, stop);
        BatchForecast forecast = await _checks.ForecastAsync(draft, report, stop);
        string description = SendingText.Describe(target, draft, before, forecast, report, host.Authority, options.SkipValidation);
        Consent consent = host.Ask(description, isRisky: draft.Action == RcBatchAction.Schedule && !options.Force);
        if (consent == Consent.Refused)
        {
            return;
        }

        if (consent == Consent.NotAsked && draft.Action == RcBatchAction.Schedule && SendingText.CostlyWarnings(report) is { } costly)
        {
            host.Warn($"{report!.Path ?? "The rows"} goes out with {costly}.");
        }

        RcBatch batch = await UploadAsync(target, draft, stop);

        // The result before the warnings: with -WarningAction Stop the first of them ends the command.
        host.Emit(batch);
        WarnOf(AnswerComparison.Warnings(draft, batch, before?.Status));
    }

    private static string CampaignOf(BatchTarget target, RcBatch? before) => before is null ? target.Id : before.CampaignId ?? throw new UnexpectedResponseException(
        $"Batch {target.Id} does not show its campaign, so its opt-outs cannot be asked for. Nothing was sent.",
        "Check the file with Test-RcBatchCsv -OptOutNumber (Get-RcOptOut <campaign>).Number, then update without -CheckOptOut.");

    private void WarnOf(IEnumerable<string> warnings)
    {
        foreach (string warning in warnings)
        {
            host.Warn(warning);
        }
    }

    // The batch as it is; nothing for a new one.
    private async Task<RcBatch?> RequireCreatedAsync(BatchTarget target, CancellationToken stop)
    {
        if (target.IsNew)
        {
            return null;
        }

        RcBatch batch = await _batches.GetAsync(target.Id, stop);
        BatchesClient.RequireCreated(batch, target.Id);
        return batch;
    }

    private async Task<RcBatch> UploadAsync(BatchTarget target, BatchDraft draft, CancellationToken stop)
    {
        ByteProgress progress = new(target.IsNew ? "Creating a batch" : $"Updating batch {target.Id}", "sent", host.ShowProgress, clock);
        try
        {
            return await guard.RunAsync(
                sent => target.IsNew ? _batches.CreateAsync(draft, sent + progress.Report, stop) : _batches.UpdateAsync(target.Id, draft, sent + progress.Report, stop),
                target.IsNew ? SendingText.StoppedCreation(target, draft) : SendingText.StoppedUpdate(target),
                stop);
        }
        finally
        {
            progress.Complete();
        }
    }
}
