using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Sending;

namespace RocketComs.PowerShell.Sending;

/// <summary>
/// Takes a draft all the way: parameters checked, file checked, batch looked at, user asked, sent, and the answer compared with
/// what was sent. Whatever fails, fails before anything is sent.
/// </summary>
internal sealed class BatchSender
{
    private readonly BatchCommand _command;
    private readonly BatchesClient _batches;
    private readonly BatchSendOptions _options;
    private readonly Confirmation _confirmation;
    private readonly HashSet<(string Id, string Path)> _sent = [];
    private readonly FileChecks _files;
    private readonly OptOutNumbers _optOuts;
    private readonly BatchUpload _upload;
    private readonly ContentChecks _contents;

    /// <summary>Initializes the sender of one command.</summary>
    public BatchSender(BatchCommand command, BatchesClient batches, ITransport transport, BatchSendOptions options)
    {
        _command = command;
        _batches = batches;
        _options = options;
        _confirmation = new Confirmation(command);
        _files = new FileChecks(command, options.Measure);
        _optOuts = new OptOutNumbers(command, transport);
        _contents = new ContentChecks(command, transport, options);
        _upload = new BatchUpload(command, batches);
    }

    /// <summary>Whether a file has not gone to a batch in this command yet; several errors of one batch pipe its id several times.</summary>
    public bool IsNew(BatchTarget target, string path) => target.IsNew || _sent.Add((target.Id.ToUpperInvariant(), path));

    /// <summary>Sends a draft, or reports why not.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="draft">What.</param>
    /// <param name="stop">The user's stop.</param>
    public async Task SendAsync(BatchTarget target, BatchDraft draft, CancellationToken stop)
    {
        if (target.IsNew)
        {
            draft = draft with { CampaignId = target.Id };
        }
        else
        {
            InvalidParameterException.ThrowIfNotUuid("Id", target.Id);
        }

        DraftRules.Check(draft, TimeProvider.System);
        foreach (string doubt in DraftRules.Doubts(draft))
        {
            _command.WriteWarning(doubt);
        }

        if (draft.Operation == BatchOperation.ManualMessage)
        {
            _contents.CheckText(draft.Message!, "Message", "The text");
        }

        RcBatch? before = null;
        string[] optOuts = [];
        if (_options.CheckOptOut)
        {
            // The batch tells its campaign, and the campaign who has opted out: all of it is read before the file is judged.
            before = await RequireCreatedAsync(target, stop);
            optOuts = await _optOuts.GetAsync(target, before, stop);
        }

        RcBatchCsvReport? report = Check(draft, optOuts, before?.CampaignId ?? target.Id, stop);
        before ??= await RequireCreatedAsync(target, stop);
        BatchContent? content = draft.File is null ? await _contents.LookAtAsync(draft, stop) : null;
        if (!Confirm(target, draft, before, report, content))
        {
            return;
        }

        if (!_confirmation.WasAsked)
        {
            _files.WarnBeforeSending(report, draft);
        }

        RcBatch batch = await _upload.RunAsync(target, draft, stop);

        // First what is done, then the doubts: with -WarningAction Stop the first of them ends the command.
        _command.WriteObject(batch);
        foreach (string warning in EchoCheck.Warnings(draft, batch, before?.Status, target.IsNew ? null : target.Id))
        {
            _command.WriteWarning(warning);
        }
    }

    private RcBatchCsvReport? Check(BatchDraft draft, string[] optOuts, string campaign, CancellationToken stop)
    {
        if (draft.File is not { } file || _options.SkipValidation)
        {
            return null;
        }

        RcBatchCsvReport report = _files.Check(file, optOuts, _options.CheckOptOut ? campaign : null, stop);
        return report.IsValid ? report : throw new BatchCsvInvalidException(report);
    }

    // The batch as it is; nothing for a new one.
    private async Task<RcBatch?> RequireCreatedAsync(BatchTarget target, CancellationToken stop)
    {
        if (target.IsNew)
        {
            return null;
        }

        RcBatch batch = await _batches.GetAsync(target.Id, stop);
        if (EchoCheck.Other(batch, target.Id) is { } warning)
        {
            _command.WriteWarning(warning);
        }

        BatchesClient.RequireCreated(batch, target.Id);
        return batch;
    }

    private bool Confirm(BatchTarget target, BatchDraft draft, RcBatch? before, RcBatchCsvReport? report, BatchContent? content)
    {
        BatchForecast forecast = content?.Forecast(draft, _options.Measure)
            ?? new BatchForecast(report?.RowCount, report?.SegmentCount, _options.Measure.PricePerSegment);
        string description = new SendingText(_command.Authority, _options).Describe(target, draft, before, forecast, report);
        return _confirmation.Ask(description, isRisky: draft.Action == RcBatchAction.Schedule && !_options.Force);
    }
}
