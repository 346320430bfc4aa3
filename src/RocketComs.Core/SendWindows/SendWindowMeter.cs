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
        [.. Measure(ZoneCounts.Of(source, options.DefaultRegion, onProgress, stop), options).Select(window => window with { Path = source.Path })];

    /// <summary>Measures rows that were counted.</summary>
    internal static IReadOnlyList<RcSendWindow> Measure(ZoneCounts counts, SendWindowOptions options)
    {
        // Without a zone of the platform there is no window, but there are the recipients' zones.
        DayWindow day = new(options.TimeZone ?? TimeZoneInfo.Utc, options.Date, options.StartTime, options.EndTime);
        bool hasWindow = options.TimeZone is not null && options.HasWindow && day.Utc.Count > 0;
        Dictionary<string, ZoneWindow> zones = counts.Rows.Keys.SelectMany(static names => names).Distinct().ToDictionary(
            static name => name, name => new ZoneWindow(name, options.Quiet, day), StringComparer.Ordinal);
        Dictionary<string, long> rows = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string[], long> group in counts.Rows)
        {
            // Judged by the worst; where none is worse than another, the first is the main one.
            string zone = group.Key.Length == 0 ? string.Empty
                : !hasWindow ? group.Key[0]
                : group.Key.OrderByDescending(name => zones[name].QuietPart).First();
            rows[zone] = (rows.TryGetValue(zone, out long others) ? others : 0) + group.Value;
        }

        (TimeSpan Start, TimeSpan End)? common = options.TimeZone is null || zones.Count == 0 ? null : day.Widest(zones.Values.SelectMany(static zone => zone.Quiet));
        return
        [
            .. rows.OrderBy(static zone => zone.Key.Length == 0).ThenByDescending(static zone => zone.Value).ThenBy(static zone => zone.Key, StringComparer.Ordinal).Select(zone =>
            {
                ZoneWindow? clocks = hasWindow && zone.Key.Length > 0 && zones[zone.Key] is { IsKnown: true } known ? known : null;
                return new RcSendWindow
                {
                    TimeZone = zone.Key,
                    RowCount = zone.Value,
                    LocalStart = clocks?.Local(day.Utc[0].Start),
                    LocalEnd = clocks?.Local(day.Utc[day.Utc.Count - 1].End),
                    QuietFrom = options.Quiet.From,
                    QuietUntil = options.Quiet.Until,
                    QuietRowCount = clocks?.QuietPart > TimeSpan.Zero ? zone.Value : 0,
                    CommonStart = common?.Start,
                    CommonEnd = common?.End,
                };
            }),
        ];
    }

    /// <summary>A zone of recipients.</summary>
    private sealed class ZoneWindow
    {
        private readonly TimeZoneInfo? _zone;

        public ZoneWindow(string name, QuietTime quiet, DayWindow day)
        {
            _zone = ZoneClocks.Find(name);
            Quiet = _zone is null ? [] : quiet.In(_zone, day.Around);
            QuietPart = day.QuietPart(Quiet);
        }

        /// <summary>Whether this machine knows its clocks: one that has not been kept up to date may lack the zone.</summary>
        public bool IsKnown => _zone is not null;

        public IReadOnlyList<Span> Quiet { get; }

        public TimeSpan QuietPart { get; }

        public DateTime Local(DateTime utc) => DateTime.SpecifyKind(utc + _zone!.GetUtcOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)), DateTimeKind.Unspecified);
    }
}
