using RocketComs.Core.Errors;

namespace RocketComs.Core.Reports.Content;

/// <summary>How messages went out over time.</summary>
internal static class Drain
{
    private const int MostColumns = 24;

    private static readonly TimeSpan[] s_widths =
    [
        .. new[] { 1, 5, 10, 30 }.Select(seconds => TimeSpan.FromSeconds(seconds)),
        .. new[] { 1, 5, 10, 30 }.Select(minutes => TimeSpan.FromMinutes(minutes)),
        .. new[] { 1, 3, 6, 12 }.Select(hours => TimeSpan.FromHours(hours)),
        .. new[] { 1, 7, 30, 365 }.Select(days => TimeSpan.FromDays(days)),
    ];

    /// <summary>The section; <see langword="null"/> where no message has a time.</summary>
    /// <param name="moments">When each message was sent.</param>
    public static ReportSection? Section(IReadOnlyList<DateTimeOffset?> moments)
    {
        DateTime[] sent = [.. moments.OfType<DateTimeOffset>().Select(moment => moment.UtcDateTime)];
        if (sent.Length == 0)
        {
            return null;
        }

        (DateTime first, DateTime last) = (sent.Min(), sent.Max());
        long width = s_widths.Select(each => each.Ticks).FirstOrDefault(ticks => (last.Ticks / ticks) - (first.Ticks / ticks) < MostColumns);
        width = width == 0 ? ((last.Ticks - first.Ticks) / (MostColumns - 1)) + 1 : width;
        long start = first.Ticks / width;
        long[] columns = new long[(last.Ticks / width) - start + 1];
        foreach (DateTime moment in sent)
        {
            columns[(moment.Ticks / width) - start]++;
        }

        string Begin(long column) => ReportText.Moment(new DateTimeOffset(new DateTime((start + column) * width, DateTimeKind.Utc)));
        long total = 0;
        List<string[]> rows = [];
        for (int column = 0; column < columns.Length; column++)
        {
            total += columns[column];
            rows.Add([Begin(column), ReportText.Count(columns[column]), ReportText.Count(total), ReportText.Share(total, sent.Length)]);
        }

        int without = moments.Count - sent.Length;
        return new ReportSection(
            "When they went out",
            without > 0 ? [$"{ShownText.Count(without, "message")} of {ReportText.Count(moments.Count)} carry no time and are not drawn."] : [],
            [new Figure(
                $"Messages over time, {Words(TimeSpan.FromTicks(width))} a column",
                "Columns in the order of time (UTC): how many messages went out.",
                new ColumnChart(columns, Begin(0), Begin(columns.Length - 1)),
                new ReportTable([new("From (UTC)", CellKind.Figure), new("Messages", CellKind.Figure), new("So far", CellKind.Figure), new("Of all", CellKind.Figure)], rows))]);
    }

    private static string Words(TimeSpan width) => width switch
    {
        { TotalDays: >= 1 } => ShownText.Count((long)width.TotalDays, "day"),
        { TotalHours: >= 1 } => ShownText.Count((long)width.TotalHours, "hour"),
        { TotalMinutes: >= 1 } => ShownText.Count((long)width.TotalMinutes, "minute"),
        _ => ShownText.Count((long)width.TotalSeconds, "second"),
    };
}
