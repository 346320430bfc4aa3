using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Reports.Content;

/// <summary>What is wrong, by subject and rule: what continuous integration is told.</summary>
internal static class FindingList
{
    public const string QuietTime = "quiet-time";
    public const string Undelivered = "undelivered";
    public const string BatchError = "batch-error";

    /// <summary>The rules that are about no file.</summary>
    public static IReadOnlyDictionary<string, string> OtherRules { get; } = new Dictionary<string, string>
    {
        [QuietTime] = "Rows are reached in quiet time",
        [Undelivered] = "Messages did not arrive",
        [BatchError] = "The platform could not process a batch",
    };

    public static IReadOnlyList<Finding> Of(ReportInput input, ReportText text) =>
    [
        .. input.Files.Checks.SelectMany(check => Found(check, text)),
        .. input.Files.Repairs.SelectMany(repair => SetAside(input, repair).GroupBy(issue => issue.RuleId).OrderBy(rule => rule.Key, StringComparer.Ordinal)
            .Select(rule => Make(repair.Path, rule.Key, rule.Count(), rule.First(), text))),
        .. input.Windows.Where(window => window.QuietRowCount > 0).Select(window => new Finding
        {
            Subject = text.File(window.Path),
            Place = text.Place(window.Path),
            RuleId = QuietTime,
            Title = OtherRules[QuietTime],
            Severity = RcIssueSeverity.Warning,
            Count = window.QuietRowCount,
            Message = $"{text.Of(window.ToString())}.",
        }),
        .. input.Batches.Where(batch => batch.Status == "ERROR").Select(batch => new Finding
        {
            Subject = "batch " + text.Id(batch.Id),
            RuleId = BatchError,
            Title = OtherRules[BatchError],
            Severity = RcIssueSeverity.Error,
            Count = 1,
            Message = "The batch ended with the status ERROR. Get-RcBatchError shows what the platform found.",
        }),
        .. input.Insights.Where(insight => insight.Failed > 0 || insight.Rejected > 0).Select(insight => new Finding
        {
            Subject = "batch " + text.Id(insight.BatchId),
            RuleId = Undelivered,
            Title = OtherRules[Undelivered],
            Severity = RcIssueSeverity.Warning,
            Count = (long)(insight.Failed ?? 0) + (insight.Rejected ?? 0),
            Message = $"{ReportText.Count(insight.Failed ?? 0)} failed, {ReportText.Count(insight.Rejected ?? 0)} rejected.",
        }),
    ];

    /// <summary>The title of a rule; of one that is none, since a report was made by hand or by another version, words that say so.</summary>
    public static string TitleOf(string? rule) =>
        RuleTable.Find(rule)?.Title ?? (rule is not null && OtherRules.TryGetValue(rule, out string? title) ? title : "Not a rule of this version");

    /// <summary>The rows that a repair set aside, without what the check of the same file says already.</summary>
    public static IEnumerable<RcBatchCsvIssue> SetAside(ReportInput input, RcBatchCsvRepair repair) =>
        repair.Rejected.Where(issue => string.IsNullOrEmpty(issue.RuleId) || input.Files.CheckOf(repair.Path)?.IssueSummary.ContainsKey(issue.RuleId) != true);

    private static IEnumerable<Finding> Found(RcBatchCsvReport check, ReportText text) => check.IssueSummary
        .Where(rule => rule.Value > 0)
        .Select(rule => Make(check.Path, rule.Key, rule.Value, Array.Find(check.Issues, issue => issue.RuleId == rule.Key), text));

    private static Finding Make(string? path, string? rule, long count, RcBatchCsvIssue? first, ReportText text) => new()
    {
        Subject = text.File(path),
        Place = text.Place(path),
        RuleId = text.Rule(rule),
        Title = TitleOf(rule),
        Severity = first?.Severity ?? RuleTable.Find(rule)?.Severity ?? RcIssueSeverity.Warning,
        Count = count,
        Line = first?.Line ?? 0,
        Message = first is null ? TitleOf(rule) + "." : $"{text.Message(first)} {text.Suggestion(first)}",
    };
}
