using RocketComs.Core.Api;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Sending;

/// <summary>The words for what will be sent: for the question, for -WhatIf, for -Verbose, and for a stop in the middle.</summary>
internal static class SendingText
{
    private const int LongestText = 60;
    private const int MostLists = 3;

    // What recipients see or the sender pays for: duplicate numbers, swallowed rows, refused links, placeholders, several segments, costly characters, garbled letters;
    // and what carriers filter, for then it is paid for and not seen.
    private static readonly HashSet<string> s_costly =
    [
        .. ((RuleInfo[])
        [
            RuleTable.DuplicateNumber, RuleTable.LongText, RuleTable.CostlyCharacter, RuleTable.SwallowedRows, RuleTable.PublicShortener, RuleTable.Placeholder,
            RuleTable.DecodedTwice, RuleTable.UnregisteredLink, RuleTable.UnregisteredPhone,
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
            .. intent.ExternalId is { } reference ? [$"ExternalId '{ShownText.OneLine(reference)}'"] : Array.Empty<string>(),
            .. intent.Campaign?.CampaignName is { Length: > 0 } name ? [$"campaign '{ShownText.OneLine(name)}'"] : Array.Empty<string>(),
        ];
        batch += names.Length == 0 ? string.Empty : $" ({string.Join(", ", names)})";
        string source = draft.Operation switch
        {
            BatchOperation.CsvFile => draft.File?.Path is { } path ? $"file '{path}'" : "the piped rows",
            BatchOperation.MessageTemplate => "template " + Named(draft.MessageTemplateId, intent.Content?.Template?.Name),
            _ => $"text '{ShownText.OneLine(draft.Message!)}'",
        };
        source += showsText && FirstText(draft.File) is { } text ? $" (first text: '{text}')"
            : showsText && intent.Content?.Template?.Message is { } template ? $" (text: '{Short(template)}')"
            : string.Empty;
        source += Lists(draft, intent.Content);
        string warnings = Warnings(intent.Report) is { } found ? $"; {found}" : string.Empty;
        string timing = string.Concat(intent.Timing.Select(static sentence => " " + sentence));
        string skipped = isUnchecked && draft.File is not null ? " The file was not checked (-SkipValidation)." : string.Empty;
        string others = place is null ? string.Empty : " " + place;
        return intent.IsScheduled
            ? $"Schedule {batch} with {source}: {intent.Forecast.Describe()}; {BatchSchedule.Of(draft, intent.Before)}{warnings}.{timing}{skipped}{others} It will be sent and charged; once scheduled, nothing documented stops it."
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

    // What the first recipient reads, so that a person sees whether it is the right file.
    private static string? FirstText(BatchSource? file)
    {
        if (file is not SealedSource content)
        {
            return null;
        }

        try
        {
            using BatchRowReader rows = new(content.Beginning);
            while (rows.Read())
            {
                if (rows.Header is null)
                {
                    return Short(rows.Message);
                }
            }

            return null;
        }
        catch (RocketComsException)
        {
            // Unchecked files may be anything; the upload will say what is wrong.
            return null;
        }
    }

    // The lists by their names; ids alone tell nobody whether they are the right ones.
    private static string Lists(BatchDraft draft, BatchContent? content)
    {
        string[] names = [.. draft.RecipientListIds.Select((id, i) => Named(id, content?.Lists[i]?.Name)).Take(MostLists)];
        int more = draft.RecipientListIds.Count - names.Length;
        return names.Length == 0 ? string.Empty
            : $" to {(draft.RecipientListIds.Count == 1 ? "list" : "lists")} {string.Join(", ", names)}" + (more == 0 ? string.Empty : FormattableString.Invariant($" and {more:N0} more"));
    }

    private static string Named(string? id, string? name) => string.IsNullOrEmpty(name) ? id ?? string.Empty : $"'{ShownText.OneLine(name!)}' ({id})";

    /// <summary>The beginning of a text, in one line.</summary>
    internal static string Short(string text)
    {
        string line = ShownText.OneLine(text);
        return line.Length <= LongestText ? line : line.Substring(0, char.IsHighSurrogate(line[LongestText - 1]) ? LongestText - 1 : LongestText) + "…";
    }

    private static string Words(long count, IEnumerable<KeyValuePair<string, long>> rules)
    {
        string each = string.Join(", ", rules.Select(rule => FormattableString.Invariant($"{rule.Key} {rule.Value:N0}")));
        return FormattableString.Invariant($"{count:N0} {(count == 1 ? "warning" : "warnings")} ({each}; Test-RcBatchCsv shows them)");
    }
}
