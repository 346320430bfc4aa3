using RocketComs.Core.Errors;
using RocketComs.Core.Numbers;

namespace RocketComs.Core.Reports.Content;

/// <summary>When a batch reaches whom, on the clocks of the recipients.</summary>
internal static class WindowSection
{
    private const int MostZones = 14;
    private const int MostFiles = 10;
    private const int MostWindows = 6;
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
            text.Most(MostZones),
            "time zone",
            window => [Zone(window), ReportText.Count(window.RowCount), ReportText.Minute(window.LocalStart), ReportText.Minute(window.LocalEnd), window.LocalStart is null ? "–" : ReportText.Count(window.QuietRowCount)]);
        DayChart chart = new([.. sorted.Take(text.Most(MostZones)).Select(window => new DayLine(Zone(window), Window(window), window.TimeZone.Length == 0 ? [] : Parts(window.QuietFrom ?? s_quietFrom, window.QuietUntil ?? s_quietUntil)))]);
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
        IGrouping<string?, RcSendWindow>[] files = [.. windows.GroupBy(window => window.Path)];
        foreach (IGrouping<string?, RcSendWindow> file in files.Take(text.Most(MostFiles)))
        {
            string of = hasSeveral ? $" of {text.File(file.Key)}" : string.Empty;
            RcSendWindow[] known = [.. file.Where(window => window.TimeZone.Length > 0)];
            RcSendWindow[] judged = [.. known.Where(window => window.LocalStart is not null)];
            IEnumerable<string> byWindow = judged.GroupBy(window => (Utc(window, window.LocalStart), Utc(window, window.LocalEnd))).Select(window => Judged(window.Key, [.. window], of));
            foreach (string sentence in First(text, "window", [.. byWindow], of))
            {
                yield return sentence;
            }

            long notKnown = file.Where(window => window.TimeZone.Length == 0).Sum(window => window.RowCount);
            if (notKnown > 0)
            {
                yield return $"The time zone of {ShownText.Count(notKnown, "row")}{of} is not known, nor when they are reached.";
            }

            if (known.Length > 0 && judged.Length == 0)
            {
                yield return $"Whether rows{of} are reached in quiet time was not judged: there is no window (-TimeZone, -StartTime, -EndTime).";
            }

            IEnumerable<string> common = file.Where(window => window.CommonStart is not null || window.LocalStart is not null).Select(window => Common(window, of, text)).Distinct();
            foreach (string sentence in First(text, "common window", [.. common], of))
            {
                yield return sentence;
            }
        }

        if (files.Length > text.Most(MostFiles))
        {
            yield return $"And {ShownText.Count(files.Length - text.Most(MostFiles), "more file")}, in the table as far as there is room.";
        }
    }

    private static IEnumerable<string> First(ReportText text, string noun, IReadOnlyList<string> sentences, string of)
    {
        int more = sentences.Count - text.Most(MostWindows);
        return more <= 0 ? sentences : [.. sentences.Take(text.Most(MostWindows)), $"And {ShownText.Count(more, "more " + noun)}{of}."];
    }

    private static string Judged((DateTime? Start, DateTime? End) window, IReadOnlyList<RcSendWindow> zones, string of)
    {
        (long quiet, long rows) = (zones.Sum(zone => zone.QuietRowCount), zones.Sum(zone => zone.RowCount));
        string when = window is { Start: { } start, End: { } end } ? $", from {ReportText.Minute(start)} to {ReportText.Minute(end)} (UTC)" : string.Empty;
        return $"{ReportText.Count(quiet)} of {ShownText.Count(rows, "row")}{of} can be reached in quiet time{when}.";
    }

    private static string Common(RcSendWindow window, string of, ReportText text)
    {
        string zone = string.IsNullOrEmpty(window.CommonTimeZone) ? "the -TimeZone with which the rows were measured" : text.Of(window.CommonTimeZone);
        return window is { CommonStart: { } from, CommonEnd: { } until }
            ? $"It is quiet time for nobody{of} from {ReportText.Clock(from)} to {ReportText.Clock(until)} on the clocks of {zone}."
            : $"Whatever the time of that day, it is quiet time for somebody{of}.";
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
