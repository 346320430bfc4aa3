namespace RocketComs.Core.Reports.Content;

/// <summary>When a batch reaches whom, on the clocks of the recipients.</summary>
internal static class WindowSection
{
    private const int MostZones = 14;
    private const int Day = 24 * 60;

    // What Measure-RcSendWindow takes where nothing else is asked for.
    private static readonly TimeSpan s_quietFrom = TimeSpan.FromHours(21);
    private static readonly TimeSpan s_quietUntil = TimeSpan.FromHours(8);

    public static IEnumerable<ReportSection> Of(IReadOnlyList<RcSendWindow> windows, ReportText text)
    {
        if (windows.Count == 0)
        {
            yield break;
        }

        bool hasSeveral = windows.Select(window => window.Path).Distinct().Count() > 1;
        string Zone(RcSendWindow window) => (window.TimeZone.Length == 0 ? "zone not known" : text.Of(window.TimeZone)) + (hasSeveral ? $" ({text.File(window.Path)})" : string.Empty);
        RcSendWindow[] sorted =
            [.. windows.OrderByDescending(window => window.RowCount).ThenBy(window => window.TimeZone, StringComparer.Ordinal).ThenBy(window => window.Path, StringComparer.Ordinal)];
        ReportTable table = ReportTable.Of(
            [new("Time zone"), new("Rows", CellKind.Figure), new("From there", CellKind.Figure), new("Until there", CellKind.Figure), new("Rows in quiet time", CellKind.Figure)],
            sorted,
            MostZones,
            "time zones",
            window => [Zone(window), ReportText.Count(window.RowCount), ReportText.Minute(window.LocalStart), ReportText.Minute(window.LocalEnd), ReportText.Count(window.QuietRowCount)]);
        DayChart chart = new([.. sorted.Take(MostZones).Select(window => new DayLine(Zone(window), Window(window), Parts(window.QuietFrom ?? s_quietFrom, window.QuietUntil ?? s_quietUntil)))]);
        yield return new ReportSection(
            "The sending window by time zone",
            [.. Texts(windows, hasSeveral, text)],
            [new Figure(
                "The window on the clocks of each time zone",
                "A line a time zone, from midnight to midnight there: hatched is quiet time, the bar is the window. An area code is no residence.",
                chart,
                table)]);
    }

    private static IEnumerable<string> Texts(IReadOnlyList<RcSendWindow> windows, bool hasSeveral, ReportText text)
    {
        (long quiet, long rows) = (windows.Sum(window => window.QuietRowCount), windows.Sum(window => window.RowCount));
        yield return $"{ReportText.Count(quiet)} of {ReportText.Count(rows, "row")} can be reached in quiet time.";
        foreach (IGrouping<string?, RcSendWindow> file in windows.GroupBy(window => window.Path).Take(MostZones))
        {
            RcSendWindow first = file.First();
            string of = hasSeveral ? $" of {text.File(file.Key)}" : string.Empty;
            yield return first is { CommonStart: { } start, CommonEnd: { } end }
                ? $"Quiet for nobody{of}: {ReportText.Clock(start)} to {ReportText.Clock(end)}, on the clocks by which the platform reads times."
                : $"There is no window that is quiet for nobody{of}.";
        }
    }

    private static IReadOnlyList<(int From, int Until)> Window(RcSendWindow window) => window switch
    {
        { LocalStart: { } start, LocalEnd: { } end } when end - start >= TimeSpan.FromDays(1) => [(0, Day)],
        { LocalStart: { } start, LocalEnd: { } end } when end > start => Parts(start.TimeOfDay, end.TimeOfDay),
        _ => [],
    };

    // Of a day, as it may go over midnight.
    private static IReadOnlyList<(int From, int Until)> Parts(TimeSpan from, TimeSpan until)
    {
        (int first, int end) = ((int)from.TotalMinutes % Day, (int)until.TotalMinutes % Day);
        return first == end ? [] : first < end ? [(first, end)] : end == 0 ? [(first, Day)] : [(0, end), (first, Day)];
    }
}
