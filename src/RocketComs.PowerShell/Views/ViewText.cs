using System.ComponentModel;
using System.Globalization;
using System.Text;
using RocketComs.Core.Errors;
using RocketComs.Core.Rules.Engine;

namespace RocketComs.PowerShell.Views;

/// <summary>What the format views compute. Public because views call it; not for anyone else.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ViewText
{
    private const int ShownIssues = 10;
    private const int DefaultWidth = 80;

    // The columns of the measurement's view before the text, with the blanks between them.
    private const int MeasuredColumns = 44;

    // Those of a check of the account before what was seen, and the longest label of one in a list, "Evidence : ".
    private const int CheckColumns = 40;
    private const int CheckLabelWidth = 11;

    // "RowsRejected : ", the longest label of a repair.
    private const int ListLabelWidth = 15;

    private static readonly Dictionary<string, string> s_repaired = new(StringComparer.Ordinal)
    {
        [RuleTable.NumberMalformed.Id] = "separators in numbers removed",
        [RuleTable.Header.Id] = "header dropped",
        [RuleTable.Delimiter.Id] = "columns separated by commas",
        [RuleTable.DuplicateNumber.Id] = "duplicates dropped",
        [RuleTable.BlankAfterEscape.Id] = "blanks after \\n removed",
        [RuleTable.LineBreak.Id] = "line breaks written as \\n",
        [RuleTable.CostlyCharacter.Id] = "typographic characters replaced",
        [RuleTable.OuterBlank.Id] = "blanks around fields removed",
        [RuleTable.ByteOrderMark.Id] = "converted to plain UTF-8",
        [RuleTable.BlankLine.Id] = "blank lines dropped",
        [RuleTable.StrayQuote.Id] = "quotes of texts mended",
    };

    /// <summary>The summary of a check: verdict, figures, and the first issues.</summary>
    /// <param name="report">The report.</param>
    /// <param name="width">The width of the screen in characters; 0 when there is none.</param>
    /// <param name="style"><c>$PSStyle</c>; <see langword="null"/> on Windows PowerShell.</param>
    /// <param name="canColor">Whether the host understands escape sequences.</param>
    public static string Report(RcBatchCsvReport report, int width, object? style, bool canColor)
    {
        int room = width > 0 ? Math.Max(40, width - 1) : int.MaxValue;
        StringBuilder text = new();
        string verdict = report.IsValid ? (report.WarningCount == 0 ? "valid" : "valid, with warnings") : "NOT VALID";
        text.Append(OneLine(report.Path ?? "Rows from the pipeline")).Append(": ").Append(StatusText.Color(verdict, style, canColor)).AppendLine();
        Line(text, "{0}, {1:N0} to send; {2}, {3}; {4}", ShownText.Count(report.RowCount, "row"), report.ValidRowCount, ShownText.Count(report.ErrorCount, "error"), ShownText.Count(report.WarningCount, "warning"), report.FileEncoding);
        string cost = report.EstimatedCost is { } amount ? string.Format(CultureInfo.InvariantCulture, ", cost {0:#,0.00##}{1}", amount, report.Currency is null ? string.Empty : " " + report.Currency) : string.Empty;
        Line(text, "{0}{1}; {2:N0} GSM-7, {3:N0} UCS-2{4}", ShownText.Count(report.SegmentCount, "segment"), cost, report.Gsm7RowCount, report.Ucs2RowCount, report.DuplicateCount > 0 ? ", " + ShownText.Count(report.DuplicateCount, "duplicate") : string.Empty);
        if (report.NearMissCount > 0)
        {
            Line(text, "{0} up to 5 characters over a segment: shortened a little, {1} a segment each", ShownText.Count(report.NearMissCount, "row"), report.NearMissCount == 1 ? "it saves" : "they save");
        }

        if (report.ExcludedRules.Length > 0)
        {
            text.Append(WordWrap.Indent("left out: " + OneLine(string.Join(", ", report.ExcludedRules)), 2, 4, room)).AppendLine();
        }

        foreach (RcBatchCsvIssue issue in report.Issues.Take(ShownIssues))
        {
            string what = string.Format(
                CultureInfo.InvariantCulture,
                "line {0,-5} {1} {2}: {3}{4}",
                issue.Line,
                issue.RuleId,
                issue.Severity.ToString().ToLowerInvariant(),
                issue.Column.Length > 0 ? issue.Column + ": " : string.Empty,
                issue.Message);
            text.AppendLine().Append(WordWrap.Indent(what, 2, 13, room));
            text.AppendLine().Append(WordWrap.Indent(issue.Suggestion, 13, 13, room));
        }

        AppendRest(text, report, room);
        return text.ToString().TrimEnd();
    }

    /// <summary>What was repaired: a line a rule, such as <c>RC005 separators in numbers removed: 12</c>.</summary>
    /// <param name="repair">The repair.</param>
    public static string Changes(RcBatchCsvRepair repair) => repair.Changes.Count == 0
        ? "none"
        : string.Join("\n", repair.Changes.Select(rule => string.Format(CultureInfo.InvariantCulture, "{0} {1}: {2:N0}", rule.Key, Repaired(rule.Key), rule.Value)));

    /// <summary>Why a repair set rows aside: a paragraph a row, for the first of them.</summary>
    /// <param name="repair">The repair.</param>
    /// <param name="width">The width of the screen in characters; 0 when there is none.</param>
    public static string Rejected(RcBatchCsvRepair repair, int width)
    {
        int room = width > 0 ? Math.Max(40, width - ListLabelWidth - 1) : int.MaxValue;
        List<string> lines =
        [
            .. repair.Rejected.Take(ShownIssues).Select(issue => WordWrap.Indent(
                string.Format(CultureInfo.InvariantCulture, "line {0,-5} {1}: {2}{3}", issue.Line, issue.RuleId, issue.Column.Length > 0 ? issue.Column + ": " : string.Empty, issue.Message), 0, 11, room)),
        ];
        if (repair.RowsRejected > lines.Count)
        {
            lines.Add(string.Format(CultureInfo.InvariantCulture, "{0:N0} more", repair.RowsRejected - lines.Count));
        }

        return string.Join("\n", lines);
    }

    /// <summary>What a measurement was made of: the text, what makes it UCS-2, what was replaced and saved.</summary>
    /// <param name="measurement">The measurement.</param>
    /// <param name="width">The width of the screen in characters; 0 when there is none.</param>
    public static string Measurement(RcSmsMeasurement measurement, int width) =>
        MeasurementText.Describe(measurement, Math.Max(24, (width > 0 ? width : DefaultWidth) - MeasuredColumns));

    /// <summary>What was seen of an assumption, and what to do where it does not hold, broken between words.</summary>
    /// <param name="check">The check.</param>
    /// <param name="width">The width of the screen in characters; 0 when there is none.</param>
    public static string Check(RcAccountCheck check, int width) =>
        Broken(check.Result == RcAccountCheckResult.Contradicted ? $"{check.Evidence} {check.Advice}" : check.Evidence, width, CheckColumns);

    /// <summary>A property of a check in a list, broken between words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The width of the screen in characters; 0 when there is none.</param>
    public static string Words(string? text, int width) => Broken(text ?? string.Empty, width, CheckLabelWidth);

    /// <summary>A text on one line: line breaks are shown as <c>\n</c>, what is not seen by its code point.</summary>
    /// <param name="text">The text.</param>
    public static string OneLine(string? text) => VisibleText.OneLine(text ?? string.Empty);

    /// <summary>A text with its line breaks; what would move the cursor, colour the screen or turn the reading direction has a name.</summary>
    /// <param name="text">The text.</param>
    public static string? Shown(string? text) => text is null ? null : ShownText.Of(text);

    /// <summary>A character, or a few that belong together, with a name where nothing would be seen.</summary>
    /// <param name="text">The character.</param>
    public static string Character(string? text) => VisibleText.Character(text ?? string.Empty);

    /// <summary>What to write instead of a character, in words where nothing would be seen; nothing when there is no suggestion.</summary>
    /// <param name="character">The character.</param>
    public static string Suggestion(RcSmsCharacter character) => character.Suggestion is null ? string.Empty : VisibleText.Replacement(character.Suggestion);

    /// <summary>What stands there now, in words where nothing would be seen.</summary>
    /// <param name="replacement">The replacement.</param>
    public static string After(RcSmsReplacement replacement) => VisibleText.Replacement(replacement.After);

    /// <summary>A date as <c>yyyy-MM-dd</c>, as it is given and sent.</summary>
    /// <param name="date">The date.</param>
    public static string Date(DateTime? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>A moment on some clocks as <c>03-15 09:00</c>, a time of day as <c>09:00</c>: as short as a table needs.</summary>
    /// <param name="value">The moment or the time of day.</param>
    internal static string? Clock(object? value) => value switch
    {
        DateTime moment => moment.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture),
        TimeSpan time => string.Format(CultureInfo.InvariantCulture, "{0:00}:{1:00}", Math.Floor(time.TotalHours), time.Minutes),
        _ => null,
    };

    private static string Repaired(string ruleId) => s_repaired.TryGetValue(ruleId, out string? what) ? what : "repaired";


    private static void Line(StringBuilder text, string format, params object[] values) => text.Append("  ").AppendFormat(CultureInfo.InvariantCulture, format, values).AppendLine();

    private static void AppendRest(StringBuilder text, RcBatchCsvReport report, int room)
    {
        long total = report.IssueSummary.Values.Sum();
        if (total > ShownIssues || report.Issues.Length < total)
        {
            string rules = string.Join(", ", report.IssueSummary.Select(rule => string.Format(CultureInfo.InvariantCulture, "{0} {1:N0}", rule.Key, rule.Value)));
            text.AppendLine().AppendLine();
            text.Append(WordWrap.Indent(string.Format(CultureInfo.InvariantCulture, "{0:N0} in all: {1}. Test-RcBatchCsv -AsIssue shows every one.", total, rules), 2, 2, room));
        }
    }

    // PowerShell leaves the last column of a screen free.
    private static string Broken(string text, int width, int taken) => width > taken ? WordWrap.Indent(text, 0, 0, Math.Max(24, width - taken - 1)) : text;
}
