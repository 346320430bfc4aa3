using System.Globalization;
using RocketComs.Core.Errors;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.Core.Reports.Content;

/// <summary>What was found in files, where it stands, and where their rows went.</summary>
/// <param name="input">What the report is made of.</param>
/// <param name="text">How texts are written.</param>
internal sealed class CheckSections(ReportInput input, ReportText text)
{
    private const int MostFiles = 10;
    private const int MostStrips = 4;
    private const int MostRules = 40;

    public IEnumerable<(string Name, string Value)> Facts()
    {
        if (input.Files.Checks.Count + input.Files.Repairs.Count > 0)
        {
            RowFlow flow = RowFlow.Of(input);
            yield return ("Rows read", ReportText.Count(flow.Read));
            yield return ("Rows to send", ReportText.Count(flow.ToSend));
        }

        if (input.Files.Checks.Count > 0)
        {
            yield return ("Errors", ReportText.Count(input.Files.Found.Sum(check => check.ErrorCount)));
            yield return ("Warnings", ReportText.Count(input.Files.Found.Sum(check => check.WarningCount)));
        }
    }

    public IEnumerable<ReportSection> Sections()
    {
        if (input.Files.Checks.Count + input.Files.Repairs.Count > 0)
        {
            yield return RowFlow.Of(input).Section(input, text);
        }

        if (input.Files.Checks.Count > 1)
        {
            yield return new ReportSection("Files", [], [new Figure("The files that were checked", "Each file with its verdict.", null, Files())]);
        }

        if (input.Files.Checks.Count > 0)
        {
            yield return Errors();
        }

        if (input.Files.Repairs.Any(repair => repair.Changes.Count > 0))
        {
            yield return Repairs();
        }
    }

    /// <summary>Which rules the checks did not ask, in sentences; nothing where all were asked.</summary>
    public static IEnumerable<string> NotAsked(ReportInput input, ReportText text) =>
    [
        .. Sentence("Left out of the check{0}: {1}.", check => check.ExcludedRules, input, text),
        .. Sentence("Not checked{0}, for want of opted-out numbers (-OptOutNumber) or of what a campaign shows (-Campaign): {1}.", check => check.UncheckedRules, input, text),
    ];

    private static string[] Sentence(string format, Func<RcBatchCsvReport, string[]> ids, ReportInput input, ReportText text)
    {
        string[][] each = [.. input.Files.Checks.Select(check => ids(check).Select(text.Rule).Distinct().ToArray())];
        string[] rules = [.. each.SelectMany(found => found).Distinct().OrderBy(rule => rule, StringComparer.Ordinal)];
        string where = each.All(found => found.Length == rules.Length) ? string.Empty : " of some files";
        return rules.Length == 0 ? [] : [string.Format(CultureInfo.InvariantCulture, format, where, text.List(rules, MostRules))];
    }

    private string Name(string rule) => $"{text.Rule(rule)} {FindingList.TitleOf(rule)}";

    private ReportTable Files() => ReportTable.Of(
        [new("File", CellKind.Verbatim), new("Verdict"), new("Rows", CellKind.Figure), new("To send", CellKind.Figure), new("Errors", CellKind.Figure), new("Warnings", CellKind.Figure), new("Segments", CellKind.Figure)],
        input.Files.Checks,
        text.Most(MostFiles),
        "file",
        check =>
        [
            text.File(check.Path), !check.IsValid ? "not valid" : check.WarningCount > 0 ? "valid, with warnings" : "valid", ReportText.Count(check.RowCount),
            ReportText.Count(check.ValidRowCount), ReportText.Count(check.ErrorCount), ReportText.Count(check.WarningCount), ReportText.Count(check.SegmentCount),
        ]);

    private ReportSection Errors()
    {
        (string Rule, RcIssueSeverity Severity, long Count, RcBatchCsvIssue? First)[] rules =
        [
            .. input.Files.Found.SelectMany(check => check.IssueSummary.Select(rule => (rule.Key, rule.Value, Check: check))).GroupBy(rule => rule.Key)
                .Select(rule =>
                {
                    RcBatchCsvIssue? first = rule.SelectMany(each => each.Check.Issues).FirstOrDefault(issue => issue.RuleId == rule.Key);
                    return (rule.Key, RuleTable.Find(rule.Key)?.Severity ?? first?.Severity ?? RcIssueSeverity.Warning, rule.Sum(each => each.Value), first);
                })
                .OrderByDescending(rule => rule.Item2).ThenByDescending(rule => rule.Item3).ThenBy(rule => rule.Key, StringComparer.Ordinal),
        ];
        if (rules.Length == 0)
        {
            return new ReportSection("Errors and warnings", ["No rule found anything.", .. NotAsked(input, text)], []);
        }

        ReportTable table = ReportTable.Of(
            [new("Rule"), new("What"), new("Severity"), new("Count", CellKind.Figure), new("First line", CellKind.Figure), new("What stands there", CellKind.Verbatim), new("What to do")],
            rules,
            text.Most(MostRules),
            "rule",
            rule =>
            [
                text.Rule(rule.Rule), FindingList.TitleOf(rule.Rule), rule.Severity.ToString(), ReportText.Count(rule.Count), rule.First is null ? string.Empty : ReportText.Count(rule.First.Line),
                rule.First is null ? string.Empty : text.Value(rule.First), rule.First is null ? string.Empty : text.Suggestion(rule.First),
            ]);
        BarChart chart = new([.. rules.Take(text.Most(MostRules)).Select(rule => new Bar(Name(rule.Rule), rule.Count, rule.Severity == RcIssueSeverity.Error ? Fill.Wrong : Fill.Doubtful))]);
        RcBatchCsvReport[] strips = [.. input.Files.Found.Where(check => check.RowCount > 0 && check.Issues.Length > 0)];
        int drawn = text.Most(MostStrips);
        return new ReportSection(
            "Errors and warnings",
            [
                .. NotAsked(input, text),
                .. strips.Length > drawn ? [$"Where they stand is drawn for the first {ShownText.Count(drawn, "file")}; there are {ReportText.Count(strips.Length - drawn)} more with errors or warnings."] : Array.Empty<string>(),
            ],
            [
                new Figure("How often each rule fired", "A bar a rule: hatched for errors, dotted for warnings.", chart, table),
                .. strips.Take(drawn).Select(check => RowStrip.Figure(check, text)),
            ]);
    }

    private ReportSection Repairs()
    {
        KeyValuePair<string, long>[] changes =
        [
            .. input.Files.Repairs.SelectMany(repair => repair.Changes).GroupBy(change => change.Key)
                .Select(change => new KeyValuePair<string, long>(change.Key, change.Sum(each => each.Value)))
                .OrderByDescending(change => change.Value).ThenBy(change => change.Key, StringComparer.Ordinal),
        ];
        ReportTable table = ReportTable.Of(
            [new("Rule"), new("What"), new("Repaired", CellKind.Figure)], changes, text.Most(MostRules), "rule", change => [text.Rule(change.Key), FindingList.TitleOf(change.Key), ReportText.Count(change.Value)]);
        BarChart chart = new([.. changes.Take(text.Most(MostRules)).Select(change => new Bar(Name(change.Key), change.Value))]);
        return new ReportSection("What was repaired", [], [new Figure("Repairs by rule", "A bar a rule: how often it was repaired.", chart, table)]);
    }
}
