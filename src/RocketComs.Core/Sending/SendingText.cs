using RocketComs.Core.Api;

namespace RocketComs.Core.Sending;

/// <summary>The words for what will be sent: for the question, for -WhatIf, for -Verbose, and for a stop in the middle.</summary>
internal static class SendingText
{
    // What recipients see or the sender pays for: duplicate numbers, swallowed rows, refused links, placeholders, several segments, costly characters.
    private static readonly string[] s_costly = ["RC102", "RC105", "RC106", "RC111", "RC112", "RC113"];

    /// <summary>Describes a draft on its way, in one paragraph.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="draft">What.</param>
    /// <param name="before">The batch as it is; <see langword="null"/> for a new one.</param>
    /// <param name="forecast">What it will send and cost.</param>
    /// <param name="report">What the check of its file found; <see langword="null"/> without one.</param>
    /// <param name="authority">The platform's host.</param>
    /// <param name="isUnchecked">Whether a file goes out unchecked.</param>
    public static string Describe(
        BatchTarget target, BatchDraft draft, RcBatch? before, BatchForecast forecast, RcBatchCsvReport? report, string authority, bool isUnchecked)
    {
        string batch = (target.IsNew ? $"a new batch of campaign {target.Id}" : $"batch {target.Id}") + $" at {authority}";
        string source = draft.Operation switch
        {
            BatchOperation.CsvFile => draft.File?.Path is { } path ? $"file '{path}'" : "the piped rows",
            BatchOperation.MessageTemplate => $"template {draft.MessageTemplateId}",
            _ => $"text '{draft.Message}'",
        };
        string warnings = Warnings(report) is { } found ? $"; {found}" : string.Empty;
        string skipped = isUnchecked && draft.File is not null ? " The file was not checked (-SkipValidation)." : string.Empty;
        return draft.Action == RcBatchAction.Schedule
            ? $"Schedule {batch} with {source}: {forecast.Describe()}; {Schedule(draft, before)}{warnings}.{skipped} It will be sent and charged; once scheduled, nothing documented stops it."
            : $"Validate {batch} with {source}: {forecast.Describe()}{warnings}.{skipped} Nothing is sent to recipients.";
    }

    /// <summary>When a batch will go out, by the draft, else by what the batch has: "from 2027-01-31, daily 09:00-17:00, until 2027-02-02".</summary>
    /// <param name="draft">What will be sent to the platform.</param>
    /// <param name="before">The batch as it is; <see langword="null"/> for a new one.</param>
    public static string Schedule(BatchDraft draft, RcBatch? before)
    {
        string? from = BatchParameters.Date(draft.StartDate ?? before?.StartDate);
        string? until = BatchParameters.Date(draft.EndDate ?? before?.EndDate);
        string? opens = BatchParameters.Time(draft.StartTime ?? before?.StartTime);
        string? closes = BatchParameters.Time(draft.EndTime ?? before?.EndTime);
        string window = opens is null && closes is null ? string.Empty : $", daily {opens ?? "00:00"}-{closes ?? "24:00"}";
        return (from is null ? "no start date" : $"from {from}") + window + (until is null ? string.Empty : $", until {until}");
    }

    /// <summary>The warnings of a report: "3 warnings (RC102 2, RC113 1; Test-RcBatchCsv shows them)".</summary>
    /// <returns><see langword="null"/> for none.</returns>
    public static string? Warnings(RcBatchCsvReport? report) =>
        report is { WarningCount: > 0 } ? Words(report.WarningCount, report.IssueSummary.Where(rule => rule.Key[2] == '1')) : null;

    /// <summary>Of the warnings of a report those about what recipients see or the sender pays for.</summary>
    /// <returns><see langword="null"/> for none.</returns>
    public static string? CostlyWarnings(RcBatchCsvReport? report)
    {
        KeyValuePair<string, long>[] costly = [.. report?.IssueSummary.Where(rule => s_costly.Contains(rule.Key)) ?? []];
        return costly.Length == 0 ? null : Words(costly.Sum(rule => rule.Value), costly);
    }

    /// <summary>What is not known when the creation of a batch is stopped.</summary>
    public static string StoppedCreation(BatchTarget target, BatchDraft draft) =>
        "Stopped while a batch was being created: it is not known whether it arrived. "
        + $"List the batches of campaign {target.Id} with Get-RcBatch{(draft.ExternalId is null ? string.Empty : $" and look for ExternalId '{draft.ExternalId}'")} before you create it again.";

    /// <summary>What is not known when an update is stopped.</summary>
    public static string StoppedUpdate(BatchTarget target) =>
        $"Stopped while batch {target.Id} was being updated: it is not known whether the update arrived. Check its UpdatedAt and Status with 'Get-RcBatch {target.Id}'.";

    private static string Words(long count, IEnumerable<KeyValuePair<string, long>> rules)
    {
        string each = string.Join(", ", rules.Select(rule => FormattableString.Invariant($"{rule.Key} {rule.Value:N0}")));
        return FormattableString.Invariant($"{count:N0} {(count == 1 ? "warning" : "warnings")} ({each}; Test-RcBatchCsv shows them)");
    }
}
