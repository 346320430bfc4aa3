using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Sending;

/// <summary>The words for what will be sent: for the question, for -WhatIf, for -Verbose, and for a stop in the middle.</summary>
internal static class SendingText
{
    private const int LongestText = 60;

    // What recipients see or the sender pays for: duplicate numbers, swallowed rows, refused links, placeholders, several segments, costly characters, garbled letters.
    private static readonly HashSet<string> s_costly =
    [
        .. ((RuleInfo[])
        [
            RuleTable.DuplicateNumber, RuleTable.LongText, RuleTable.CostlyCharacter, RuleTable.SwallowedRows, RuleTable.PublicShortener, RuleTable.Placeholder,
            RuleTable.DecodedTwice,
        ]).Select(rule => rule.Id),
    ];

    /// <summary>Describes an intent, in one paragraph.</summary>
    /// <param name="intent">What will be sent.</param>
    /// <param name="authority">The platform's host.</param>
    /// <param name="isUnchecked">Whether a file goes out unchecked.</param>
    /// <param name="showsText">Whether the first text of a file is shown: to who is asked, not in logs.</param>
    /// <param name="place">Which one of several it is, and what they are together, in a sentence; <see langword="null"/> for the only one.</param>
    public static string Describe(BatchIntent intent, string authority, bool isUnchecked, bool showsText, string? place)
    {
        BatchDraft draft = intent.Draft;
        string batch = (intent.Target.IsNew ? $"a new batch of campaign {intent.Target.Id}" : $"batch {intent.Target.Id}") + $" at {authority}";
        string[] names =
        [
            .. intent.ExternalId is { } reference ? [$"ExternalId '{reference}'"] : Array.Empty<string>(),
            .. intent.Campaign?.CampaignName is { Length: > 0 } name ? [$"campaign '{name}'"] : Array.Empty<string>(),
        ];
        batch += names.Length == 0 ? string.Empty : $" ({string.Join(", ", names)})";
        string source = draft.Operation switch
        {
            BatchOperation.CsvFile => draft.File?.Path is { } path ? $"file '{path}'" : "the piped rows",
            BatchOperation.MessageTemplate => $"template {draft.MessageTemplateId}",
            _ => $"text '{draft.Message}'",
        };
        source += showsText && FirstText(draft.File) is { } text ? $" (first text: '{text}')" : string.Empty;
        string warnings = Warnings(intent.Report) is { } found ? $"; {found}" : string.Empty;
        string skipped = isUnchecked && draft.File is not null ? " The file was not checked (-SkipValidation)." : string.Empty;
        string others = place is null ? string.Empty : " " + place;
        return intent.IsScheduled
            ? $"Schedule {batch} with {source}: {intent.Forecast.Describe()}; {BatchSchedule.Of(draft, intent.Before)}{warnings}.{skipped}{others} It will be sent and charged; once scheduled, nothing documented stops it."
            : $"Validate {batch} with {source}: {intent.Forecast.Describe()}{warnings}.{skipped}{others} Nothing is sent to recipients.";
    }

    /// <summary>The warnings of a report: "3 warnings (RC102 2, RC113 1; Test-RcBatchCsv shows them)".</summary>
    /// <returns><see langword="null"/> for none.</returns>
    public static string? Warnings(RcBatchCsvReport? report) =>
        report is { WarningCount: > 0 } ? Words(report.WarningCount, report.IssueSummary.Where(rule => RuleTable.Find(rule.Key)?.Severity == RcIssueSeverity.Warning)) : null;

    /// <summary>Of the warnings of a report those about what recipients see or the sender pays for.</summary>
    /// <returns><see langword="null"/> for none.</returns>
    public static string? CostlyWarnings(RcBatchCsvReport? report)
    {
        KeyValuePair<string, long>[] costly = [.. report?.IssueSummary.Where(rule => s_costly.Contains(rule.Key)) ?? []];
        return costly.Length == 0 ? null : Words(costly.Sum(rule => rule.Value), costly);
    }

    /// <summary>How to find a batch that may have been created.</summary>
    public static string FindCreation(BatchTarget target, BatchDraft draft) =>
        $"List the batches of campaign {target.Id} with Get-RcBatch{(draft.ExternalId is null ? string.Empty : $" and look for ExternalId '{draft.ExternalId}'")} before you create it again.";

    /// <summary>How to find out whether an update arrived.</summary>
    public static string FindUpdate(BatchTarget target) => $"Check its UpdatedAt and Status with 'Get-RcBatch {target.Id}'.";

    // What the first recipient reads, so that a person sees whether it is the right file.
    private static string? FirstText(BatchSource? file)
    {
        if (file is null)
        {
            return null;
        }

        try
        {
            using BatchRowReader rows = new(file, SourceFormat.Detect(file).Separator);
            return rows.Read() && (!rows.IsHeader || rows.Read()) ? Short(rows.Message) : null;
        }
        catch (Exception exception) when (exception is RocketComsException or IOException)
        {
            // Unchecked files may be anything; the upload will say what is wrong.
            return null;
        }
    }

    private static string Short(string text)
    {
        string line = string.Concat(text.Select(sign => char.IsControl(sign) ? ' ' : sign));
        return line.Length <= LongestText ? line : line.Substring(0, char.IsHighSurrogate(line[LongestText - 1]) ? LongestText - 1 : LongestText) + "…";
    }

    private static string Words(long count, IEnumerable<KeyValuePair<string, long>> rules)
    {
        string each = string.Join(", ", rules.Select(rule => FormattableString.Invariant($"{rule.Key} {rule.Value:N0}")));
        return FormattableString.Invariant($"{count:N0} {(count == 1 ? "warning" : "warnings")} ({each}; Test-RcBatchCsv shows them)");
    }
}
