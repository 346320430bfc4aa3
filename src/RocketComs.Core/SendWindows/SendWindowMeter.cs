using RocketComs.Core.Csv;
using RocketComs.Core.Numbers;

namespace RocketComs.Core.SendWindows;

/// <summary>Tells when the window of a batch is on the clocks of its recipients.</summary>
public static class SendWindowMeter
{
    /// <summary>Measures a file or rows.</summary>
    /// <param name="source">What to measure.</param>
    /// <param name="options">When it goes out.</param>
    /// <param name="onProgress">Gets the bytes read so far.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>One window a time zone, that of most rows first and the rows whose zone is not known last.</returns>
    /// <exception cref="Errors.BatchFileException">The file cannot be read.</exception>
    public static IReadOnlyList<RcSendWindow> Measure(BatchSource source, SendWindowOptions options, Action<long>? onProgress, CancellationToken stop) =>
        [.. Measure(ZoneCounts.Of(source, options.DefaultRegion, onProgress, stop), options, options.Date).Zones.Select(zone => zone.Window with { Path = source.Path })];

    /// <summary>Measures rows that were counted, for all days from that of the options on.</summary>
    /// <param name="counts">The rows.</param>
    /// <param name="options">When they go out first.</param>
    /// <param name="last">The last day.</param>
    internal static WindowJudgement Measure(ZoneCounts counts, SendWindowOptions options, DateTime last)
    {
        // Without a zone of the platform there is no window, but there are the recipients' zones.
        TimeZoneInfo platform = options.TimeZone ?? TimeZoneInfo.Utc;
        Dictionary<string, TimeZoneInfo?> clocks = counts.Rows.Keys.SelectMany(static names => names).Distinct().ToDictionary(
            static name => name, ZoneClocks.Find, StringComparer.Ordinal);
        DayWindow[] days = [.. WindowDays.Of(options.Date.Date, last, [platform, .. clocks.Values.OfType<TimeZoneInfo>()]).Select(options.On)];
        bool hasWindow = options.TimeZone is not null && options.HasWindow && days.Any(static day => day.Utc.Count > 0);
        Dictionary<string, ZoneWindow> zones = clocks.ToDictionary(static zone => zone.Key, zone => new ZoneWindow(zone.Value, options.Quiet, days), StringComparer.Ordinal);
        Dictionary<string, long> rows = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string[], long> group in counts.Rows)
        {
            // Judged by the worst; where none is worse than another, the first is the main one.
            string zone = group.Key.Length == 0 ? string.Empty
                : !hasWindow ? group.Key[0]
                : group.Key.OrderByDescending(name => zones[name].QuietPart).First();
            rows[zone] = (rows.TryGetValue(zone, out long others) ? others : 0) + group.Value;
        }

        (TimeSpan Start, TimeSpan End)? common = options.TimeZone is null || zones.Count == 0 ? null
            : days[0].Widest(days.SelectMany((day, place) => day.OnClocks(zones.Values.SelectMany(zone => zone.Quiet[place]), days[0].Date)));
        return new WindowJudgement(
            days,
            [
                .. rows.OrderBy(static zone => zone.Key.Length == 0).ThenByDescending(static zone => zone.Value).ThenBy(static zone => zone.Key, StringComparer.Ordinal).Select(zone =>
                {
                    ZoneWindow? known = hasWindow && zone.Key.Length > 0 && zones[zone.Key].IsKnown ? zones[zone.Key] : null;
                    return new JudgedZone(known?.Day.Date, new RcSendWindow
                    {
                        TimeZone = zone.Key,
                        RowCount = zone.Value,
                        LocalStart = known?.Local(known.Day.Utc[0].Start),
                        LocalEnd = known?.Local(known.Day.Utc[known.Day.Utc.Count - 1].End),
                        QuietFrom = options.Quiet.From,
                        QuietUntil = options.Quiet.Until,
                        QuietRowCount = known?.QuietPart > TimeSpan.Zero ? zone.Value : 0,
                        CommonStart = common?.Start,
                        CommonEnd = common?.End,
                        CommonTimeZone = options.TimeZone?.Id,
                    });
                }),
            ]);
    }

    /// <summary>A zone of recipients.</summary>
    private sealed class ZoneWindow
    {
        private readonly TimeZoneInfo? _zone;

        public ZoneWindow(TimeZoneInfo? zone, QuietTime quiet, IReadOnlyList<DayWindow> days)
        {
            _zone = zone;
            Quiet = [.. days.Select(day => zone is null ? [] : quiet.In(zone, day.Around))];
            Day = days[0];
            for (int i = 0; i < days.Count; i++)
            {
                // A day whose window the clocks skip stands for none.
                TimeSpan part = days[i].QuietPart(Quiet[i]);
                if (part > QuietPart || Day.Utc.Count == 0)
                {
                    (Day, QuietPart) = (days[i], part);
                }
            }
        }

        /// <summary>Whether this machine knows its clocks: one that has not been kept up to date may lack the zone.</summary>
        public bool IsKnown => _zone is not null;

        /// <summary>When it is quiet there, around each of the days.</summary>
        public IReadOnlyList<IReadOnlyList<Span>> Quiet { get; }

        /// <summary>The day that stands worst against its clocks.</summary>
        public DayWindow Day { get; }

        public TimeSpan QuietPart { get; }

        public DateTime Local(DateTime utc) => DateTime.SpecifyKind(utc + _zone!.GetUtcOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)), DateTimeKind.Unspecified);
    }
}

/// <summary>What was found of a window on some days.</summary>
/// <param name="Days">The days that were looked at.</param>
/// <param name="Zones">The zones of the recipients, each on the day that stands worst against it.</param>
internal sealed record WindowJudgement(IReadOnlyList<DayWindow> Days, IReadOnlyList<JudgedZone> Zones)
{
    /// <summary>Gets whether there is a window on any of the days.</summary>
    public bool IsOpen => Days.Any(static day => day.Utc.Count > 0);
}

/// <summary>A zone of recipients, as a window reaches it.</summary>
/// <param name="Day">The day, on the clocks of the platform; <see langword="null"/> where nothing was judged.</param>
/// <param name="Window">The window there.</param>
internal sealed record JudgedZone(DateTime? Day, RcSendWindow Window);
