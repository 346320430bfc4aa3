using RocketComs.Core.Numbers;

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
            window => [Zone(window), ReportText.Count(window.RowCount), ReportText.Minute(window.LocalStart), ReportText.Minute(window.LocalEnd), window.LocalStart is null ? "–" : ReportText.Count(window.QuietRowCount)]);
        DayChart chart = new([.. sorted.Take(MostZones).Select(window => new DayLine(Zone(window), Window(window), window.TimeZone.Length == 0 ? [] : Parts(window.QuietFrom ?? s_quietFrom, window.QuietUntil ?? s_quietUntil)))]);
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
        string Of(string? path) => hasSeveral ? $" of {text.File(path)}" : string.Empty;
        foreach (IGrouping<(string? Path, DateTime? Start, DateTime? End), RcSendWindow> judged in windows.Where(window => window.LocalStart is not null)
            .GroupBy(window => (window.Path, Utc(window, window.LocalStart), Utc(window, window.LocalEnd))).Take(MostZones))
        {
            (long quiet, long rows) = (judged.Sum(window => window.QuietRowCount), judged.Sum(window => window.RowCount));
            string when = judged.Key is { Start: { } start, End: { } end } ? $", from {ReportText.Minute(start)} to {ReportText.Minute(end)} (UTC)" : string.Empty;
            yield return $"{ReportText.Count(quiet)} of {ReportText.Count(rows, "row")}{Of(judged.Key.Path)} can be reached in quiet time{when}.";
        }

        foreach (IGrouping<string?, RcSendWindow> file in windows.GroupBy(window => window.Path).Take(MostZones))
        {
            RcSendWindow[] known = [.. file.Where(window => window.TimeZone.Length > 0)];
            long notKnown = file.Sum(window => window.RowCount) - known.Sum(window => window.RowCount);
            if (notKnown > 0)
            {
                yield return $"The time zone of {ReportText.Count(notKnown, "row")}{Of(file.Key)} is not known, nor when they are reached.";
            }

            if (known.Length > 0 && !Array.Exists(known, window => window.LocalStart is not null))
            {
                yield return $"Whether rows{Of(file.Key)} are reached in quiet time was not judged: there is no window (-TimeZone, -StartTime, -EndTime).";
            }

            if (Array.Find(known, window => window.CommonStart is not null) is { CommonStart: { } from, CommonEnd: { } until })
            {
                yield return $"It is quiet time for nobody{Of(file.Key)} from {ReportText.Clock(from)} to {ReportText.Clock(until)}, on the clocks of the -TimeZone with which the rows were measured.";
            }
            else if (Array.Exists(known, window => window.LocalStart is not null))
            {
                yield return $"Whatever the time of that day, it is quiet time for somebody{Of(file.Key)}.";
            }
        }
    }

    // The one window of a file is another on the clocks of each zone.
    private static DateTime? Utc(RcSendWindow window, DateTime? local) =>
        local is { } moment && ZoneClocks.Find(window.TimeZone) is { } zone ? DateTime.SpecifyKind(moment, DateTimeKind.Unspecified) - zone.GetUtcOffset(DateTime.SpecifyKind(moment, DateTimeKind.Unspecified)) : null;

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
