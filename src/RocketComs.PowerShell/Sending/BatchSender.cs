using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using RocketComs.Core.Batches;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Http;
using RocketComs.Core.Rules;
using RocketComs.PowerShell.Common;

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
    private readonly Dictionary<string, RcBatchCsvReport> _reports = new(StringComparer.Ordinal);

    /// <summary>Initializes the sender of one command.</summary>
    public BatchSender(BatchCommand command, BatchesClient batches, ITransport transport, BatchSendOptions options)
    {
        _command = command;
        _batches = batches;
        _transport = transport;
        _options = options;
        _confirmation = new Confirmation(command);
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

        RcBatch batch = await UploadAsync(target, draft, stop);
        foreach (string warning in EchoCheck.Warnings(draft, batch, before?.Status))
        {
            _command.WriteWarning(warning);
        }

        _command.WriteObject(batch);
    }

    private RcBatchCsvReport? Check(BatchDraft draft, CancellationToken stop)
    {
        if (draft.File is not { } file || _options.SkipValidation)
        {
            return null;
        }

        RcBatchCsvReport report = CheckOnce(file, stop);
        return report.IsValid ? report : throw new BatchCsvInvalidException(report);
    }

    // One file for many batches is checked once.
    private RcBatchCsvReport CheckOnce(BatchSource file, CancellationToken stop)
    {
        string? stamp = (file as FileSource)?.Stamp;
        if (stamp is not null && _reports.TryGetValue(stamp, out RcBatchCsvReport? known))
        {
            return known;
        }

        RcBatchCsvReport report = Check(file, stop);
        if (report.WarningCount > 0)
        {
            _command.WriteVerbose($"{file.Path ?? "The rows"}: {report.WarningCount} warnings; Test-RcBatchCsv shows them.");
        }

        if (stamp is not null)
        {
            _reports[stamp] = report;
        }

        return report;
    }

    private RcBatchCsvReport Check(BatchSource file, CancellationToken stop)
    {
        ByteProgress progress = new($"Checking {file.Path ?? "the rows"}", "checked", _command.WriteProgress);
        long? total = (file as FileSource)?.Length;
        try
        {
            return BatchCsvChecker.Check(file, new CheckOptions { Measure = _options.Measure, OnProgress = read => progress.Report(read, total) }, stop);
        }
        finally
        {
            progress.Complete();
        }
    }

    private async Task<RcBatch> RequireCreatedAsync(string id, CancellationToken stop)
    {
        RcBatch batch = await _batches.GetAsync(id, stop);
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
        return _confirmation.Ask(Describe(target, draft, before, forecast), isRisky);
    }

    private string Describe(BatchTarget target, BatchDraft draft, RcBatch? before, BatchForecast forecast)
    {
        string batch = target.IsNew ? $"a new batch of campaign {target.Id}" : $"batch {target.Id}";
        string source = draft.Operation switch
        {
            BatchOperation.CsvFile => draft.File?.Path is { } path ? $"file '{path}'" : "the piped rows",
            BatchOperation.MessageTemplate => $"template {draft.MessageTemplateId}",
            _ => $"text '{draft.Message}'",
        };
        string skipped = _options.SkipValidation && draft.File is not null ? " The file was not checked (-SkipValidation)." : string.Empty;
        return draft.Action == RcBatchAction.Schedule
            ? $"Schedule {batch} with {source}: {forecast.Describe()}; {SendingTime.Describe(draft, before)}.{skipped} It will be sent and charged; once scheduled, nothing documented stops it."
            : $"Validate {batch} with {source}: {forecast.Describe()}.{skipped} Nothing is sent to recipients.";
    }

    private async Task<RcBatch> UploadAsync(BatchTarget target, BatchDraft draft, CancellationToken stop)
    {
        ByteProgress progress = new(
            target.IsNew ? "Creating a batch" : $"Updating batch {target.Id}",
            "sent",
            _command.PostProgress);
        bool hasBegun = false;
        void Sent(long done, long? total)
        {
            hasBegun = true;
            progress.Report(done, total);
        }

        try
        {
            return target.IsNew
                ? await _batches.CreateAsync(draft, Sent, stop)
                : await _batches.UpdateAsync(target.Id, draft, Sent, stop);
        }
        catch (OperationCanceledException) when (hasBegun && stop.IsCancellationRequested)
        {
            _command.WarnAtStop(
                target.IsNew
                    ? $"Stopped while a batch was being created: whether it arrived is not known. List the batches of campaign {target.Id} with Get-RcBatch before you create it again."
                    : $"Stopped while batch {target.Id} was being updated: whether the update arrived is not known. 'Get-RcBatch {target.Id}' tells by UpdatedAt and Status.");
            throw;
        }
        finally
        {
            progress.Complete();
        }
    }
}
