using System.Globalization;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Reports.Content;

/// <summary>The one border of a report: every text of a file, a user or the platform passes it, and every figure is written by it.</summary>
/// <param name="options">How the report is written.</param>
/// <param name="room">How much of its lists is shown, in percent: a page has a size that it does not pass.</param>
internal sealed class ReportText(ReportOptions options, int room = 100)
{
    /// <summary>What is shown of a text at most.</summary>
    public const int Longest = 160;

    private const int LongestValue = 90;
    private const int LongestFile = 80;
    private const int LongestRule = 40;
    private const string PipedRows = "rows from the pipeline";
    private const string NoRule = "no rule";

    private static readonly char[] s_columns = [',', ';', '\t', '|'];

    /// <summary>How many items of a list are shown.</summary>
    /// <param name="most">How many where there is room.</param>
    public int Most(int most) => Math.Max(1, most * room / 100);

    /// <summary>The first items of a list in a sentence, and how many more there are.</summary>
    /// <param name="items">The items.</param>
    /// <param name="most">How many are shown where there is room.</param>
    public string List(IReadOnlyCollection<string> items, int most)
    {
        int more = items.Count - Most(most);
        return string.Join(", ", items.Take(Most(most))) + (more > 0 ? $" and {Count(more)} more" : string.Empty);
    }

    /// <summary>A text, in one line, shortened when long.</summary>
    /// <param name="text">The text.</param>
    /// <param name="known">A field with a number that the text may repeat.</param>
    /// <param name="most">The characters that are shown at most.</param>
    public string Of(string? text, string known = "", int most = Longest) => Cut(Visible(ShownText.OneLine(Masked(text ?? string.Empty, known))), most);

    /// <summary>A text with its line breaks and its length.</summary>
    public string Whole(string text) => Masked(text, string.Empty);

    /// <summary>What could not be written in a file or would turn the reading direction is made visible.</summary>
    public static string Visible(string text) => ShownText.Of(text).Replace("\uFFFE", "<U+FFFE>").Replace("\uFFFF", "<U+FFFF>");

    /// <summary>What stands in the place that an issue is about. At the start of a row stands a number.</summary>
    public string Value(RcBatchCsvIssue issue)
    {
        string field = NumberField(issue);
        string rest = issue.Value.Substring(field.Length);
        return Of((options.ShowNumber ? field : NumberMask.OfField(field)) + Masked(rest, field), most: LongestValue);
    }

    /// <summary>A rule. One that a report made by hand or by another version names is shown as it is.</summary>
    public string Rule(string? id) => string.IsNullOrEmpty(id) ? NoRule : Of(id, most: LongestRule);

    public string Message(RcBatchCsvIssue issue) => Of(issue.Message, NumberField(issue));

    public string Suggestion(RcBatchCsvIssue issue) => Of(issue.Suggestion, NumberField(issue));

    /// <summary>The number of a person.</summary>
    public string Number(string? number) => Of(options.ShowNumber ? number : NumberMask.OfField(number ?? string.Empty));

    /// <summary>An id. One of the platform is written in hexadecimal digits, and no number.</summary>
    public string Id(string? id) => Guid.TryParseExact(id, "D", out _) ? id! : Of(id);

    /// <summary>A file, as it is called from the nearest root.</summary>
    /// <param name="path">The path; <see langword="null"/> for rows.</param>
    public string File(string? path) => path is null ? PipedRows : Tail(Name(Relative(path) ?? path, int.MaxValue));

    /// <summary>The name that a user gave to a file or batch. A day in it is no number.</summary>
    /// <param name="name">The name.</param>
    /// <param name="most">The characters that are shown at most.</param>
    public string Name(string? name, int most = Longest) => Cut(Visible(ShownText.OneLine(options.ShowNumber ? name ?? string.Empty : NumberMask.OfName(name ?? string.Empty))), most);

    /// <summary>A file as a relative reference, or as an address where no root holds it; <see langword="null"/> for rows. Nothing in it is masked, or no tool would find the file.</summary>
    /// <param name="path">The path.</param>
    public string? Uri(string? path)
    {
        if (path is null)
        {
            return null;
        }

        string name = (Relative(path) ?? path).Replace('\\', '/');
        string escaped = string.Join("/", name.Split('/').Select(System.Uri.EscapeDataString));
        return Relative(path) is not null || !Path.IsPathRooted(path) ? escaped : "file://" + (name.StartsWith("/", StringComparison.Ordinal) ? string.Empty : "/") + escaped;
    }

    /// <summary>A file as it is called on the machine, from the nearest root; <see langword="null"/> for rows. Nothing in it is masked.</summary>
    /// <param name="path">The path.</param>
    public string? Place(string? path) => path is null ? null : Relative(path) ?? path;

    /// <summary>An amount of money.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="currency">Its currency; <see langword="null"/> when it is not known.</param>
    public string Money(decimal amount, string? currency) => amount.ToString("#,0.00##", CultureInfo.InvariantCulture) + (currency is null ? string.Empty : " " + Of(currency));

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>What was left out: <c>and 1 more file</c>, <c>and 12 more files</c>.</summary>
    public static string AndMore(long count, string noun) => $"and {ShownText.Count(count, "more " + noun)}";

    /// <summary>A part in percent; empty where there is no whole.</summary>
    public static string Share(long part, long whole) => whole == 0 ? string.Empty
        : part > 0 && part < whole * 0.0005 ? "< 0.1 %"
        : part < whole && part >= whole * 0.9995 ? "> 99.9 %"
        : ((double)part / whole).ToString("0.0 %", CultureInfo.InvariantCulture);

    public static string Moment(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? string.Empty;

    public static string Minute(DateTime? moment) => moment?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? string.Empty;

    public static string Day(DateTime? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty;

    public static string Clock(TimeSpan? time) => time is { } known ? FormattableString.Invariant($"{(int)known.TotalHours:00}:{known.Minutes:00}") : string.Empty;

    /// <summary>The beginning of a text.</summary>
    public static string Cut(string text, int most) =>
        text.Length <= most ? text : text.Substring(0, char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1) + "…";

    // The name at its end tells more than the folders at its start.
    private static string Tail(string path)
    {
        int start = path.Length - LongestFile + 1;
        return path.Length <= LongestFile ? path : "…" + path.Substring(char.IsLowSurrogate(path[start]) ? start + 1 : start);
    }

    private static string NumberField(RcBatchCsvIssue issue)
    {
        int end = issue.Column == "Message" ? 0 : issue.Column == "Number" ? issue.Value.Length : issue.Value.IndexOfAny(s_columns);
        return issue.Value.Substring(0, end < 0 ? issue.Value.Length : end);
    }

    private string Masked(string text, string known) => options.ShowNumber ? text : NumberMask.Of(text, known);

    private string? Relative(string path)
    {
        foreach (string root in options.Roots)
        {
            string folder = root.TrimEnd('/', '\\') + Path.DirectorySeparatorChar;
            if (path.StartsWith(folder, StringComparison.Ordinal))
            {
                return path.Substring(folder.Length);
            }
        }

        return null;
    }
}
