using RocketComs.Core.Api;
using RocketComs.Core.Sending;

namespace RocketComs.PowerShell.Sending;

/// <summary>Says in one paragraph what will be done: for the question, for -WhatIf and for -Verbose.</summary>
internal sealed class SendingText
{
    private readonly string _authority;
    private readonly BatchSendOptions _options;

    /// <summary>Initializes the text.</summary>
    /// <param name="authority">The platform's host.</param>
    /// <param name="options">How drafts are sent.</param>
    public SendingText(string authority, BatchSendOptions options)
    {
        _authority = authority;
        _options = options;
    }

    /// <summary>Describes a draft on its way.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="draft">What.</param>
    /// <param name="before">The batch as it is; <see langword="null"/> for a new one.</param>
    /// <param name="forecast">What it will send and cost.</param>
    /// <param name="report">What the check of its file found; <see langword="null"/> without one.</param>
    public string Describe(BatchTarget target, BatchDraft draft, RcBatch? before, BatchForecast forecast, RcBatchCsvReport? report)
    {
        string batch = (target.IsNew ? $"a new batch of campaign {target.Id}" : $"batch {target.Id}") + $" at {_authority}";
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
