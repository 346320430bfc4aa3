using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using RocketComs.Core.Batches;
using RocketComs.Core.Errors;
using RocketComs.Core.Http;

namespace RocketComs.PowerShell.Sending;

/// <summary>
/// Takes a draft all the way: parameters checked, file checked, batch looked at, user asked, sent, and the answer compared with
/// what was sent. Whatever fails, fails before anything is sent.
/// </summary>
internal sealed class BatchSender
{
    private readonly BatchCommand _command;
    private readonly BatchesClient _batches;
    private readonly ITransport _transport;
    private readonly BatchSendOptions _options;
    private readonly Confirmation _confirmation;
    private readonly HashSet<(string Id, string Path)> _sent = [];
    private readonly FileChecks _files;
    private readonly BatchUpload _upload;

    /// <summary>Initializes the sender of one command.</summary>
    public BatchSender(BatchCommand command, BatchesClient batches, ITransport transport, BatchSendOptions options)
    {
        _command = command;
        _batches = batches;
        _transport = transport;
        _options = options;
        _confirmation = new Confirmation(command);
        _files = new FileChecks(command, options.Measure);
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
            DraftRules.CheckId("Id", target.Id);
        }

        DraftRules.Check(draft, TimeProvider.System);
        foreach (string doubt in DraftRules.Doubts(draft))
        {
            _command.WriteWarning(doubt);
        }

        RcBatchCsvReport? report = Check(draft, stop);
        RcBatch? before = target.IsNew ? null : await RequireCreatedAsync(target.Id, stop);
        if (!await ConfirmAsync(target, draft, before, report, stop))
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

    private RcBatchCsvReport? Check(BatchDraft draft, CancellationToken stop)
    {
        if (draft.File is not { } file || _options.SkipValidation)
        {
            return null;
        }

        RcBatchCsvReport report = _files.Check(file, stop);
        return report.IsValid ? report : throw new BatchCsvInvalidException(report);
    }

    private async Task<RcBatch> RequireCreatedAsync(string id, CancellationToken stop)
    {
        RcBatch batch = await _batches.GetAsync(id, stop);
        if (EchoCheck.Other(batch, id) is { } warning)
        {
            _command.WriteWarning(warning);
        }

        BatchesClient.RequireCreated(batch, id);
        return batch;
    }

    private async Task<bool> ConfirmAsync(BatchTarget target, BatchDraft draft, RcBatch? before, RcBatchCsvReport? report, CancellationToken stop)
    {
        bool isRisky = draft.Action == RcBatchAction.Schedule && !_options.Force;
        BatchForecast forecast = report is not null
            ? new BatchForecast(report.RowCount, report.SegmentCount, _options.Measure.PricePerSegment)
            : draft.File is null && (isRisky || _confirmation.IsAskedFor)
                ? await new ForecastClient(_transport).ForecastAsync(draft, _options.Measure, stop)
                : new BatchForecast(null, null, _options.Measure.PricePerSegment);
        return _confirmation.Ask(Describe(target, draft, before, forecast, report), isRisky);
    }

    private string Describe(BatchTarget target, BatchDraft draft, RcBatch? before, BatchForecast forecast, RcBatchCsvReport? report)
    {
        string batch = (target.IsNew ? $"a new batch of campaign {target.Id}" : $"batch {target.Id}") + $" at {_command.Authority}";
        string source = draft.Operation switch
        {
            BatchOperation.CsvFile => draft.File?.Path is { } path ? $"file '{path}'" : "the piped rows",
            BatchOperation.MessageTemplate => $"template {draft.MessageTemplateId}",
            _ => $"text '{draft.Message}'",
        };
        string doubts = FileChecks.Doubts(report) is { } warnings ? $"; {warnings}" : string.Empty;
        string skipped = _options.SkipValidation && draft.File is not null ? " The file was not checked (-SkipValidation)." : string.Empty;
        return draft.Action == RcBatchAction.Schedule
            ? $"Schedule {batch} with {source}: {forecast.Describe()}; {SendingTime.Describe(draft, before)}{doubts}.{skipped} It will be sent and charged; once scheduled, nothing documented stops it."
            : $"Validate {batch} with {source}: {forecast.Describe()}{doubts}.{skipped} Nothing is sent to recipients.";
    }
}
