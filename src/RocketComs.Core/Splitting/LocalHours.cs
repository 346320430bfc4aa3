using System.Globalization;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Splitting;

/// <summary>When messages are to arrive: the same hours on the clocks of every recipient.</summary>
/// <param name="Date">The day, as recipients have it.</param>
/// <param name="StartTime">The time of day from which messages may arrive.</param>
/// <param name="EndTime">The time of day until which they may; after <paramref name="StartTime"/>.</param>
/// <param name="TimeZone">The zone in which the platform reads the times of a batch.</param>
public sealed record LocalHours(DateTime Date, TimeSpan StartTime, TimeSpan EndTime, TimeZoneInfo TimeZone)
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    /// <summary>Refuses hours that cannot be meant.</summary>
    /// <exception cref="InvalidParameterException">They end before they begin.</exception>
    public void Require()
    {
        if (EndTime <= StartTime)
        {
            throw new InvalidParameterException(
                nameof(EndTime), EndTime, $"-EndTime {Show(EndTime)} is not after -StartTime {Show(StartTime)}. Nothing was written.", "Give times of one day that go together.");
        }
    }

    /// <summary>The hours as a window of the platform, for recipients who may be in any of some time zones.</summary>
    /// <param name="zones">The zones.</param>
    /// <param name="isCut">Whether it is only a part of the hours: a window of the platform lies within one of its days.</param>
    /// <returns><see langword="null"/> where no time of day suits all of the zones.</returns>
    internal PlatformWindow? In(IReadOnlyCollection<TimeZoneInfo> zones, out bool isCut)
    {
        isCut = false;
        if (zones.Count == 0)
        {
            return null;
        }

        DateTime day = DateTime.SpecifyKind(Date.Date, DateTimeKind.Unspecified);
        DateTime from = zones.Max(zone => Instant(day + StartTime, zone, isLater: true));
        DateTime to = zones.Min(zone => Instant(day + EndTime, zone, isLater: false));
        if (to <= from)
        {
            return null;
        }

        (DateTime start, DateTime end) = (TimeZoneInfo.ConvertTimeFromUtc(from, TimeZone), TimeZoneInfo.ConvertTimeFromUtc(to, TimeZone));
        isCut = start.Date != end.Date;
        if (isCut)
        {
            // The longer side of midnight; the platform knows no 24:00.
            DateTime midnight = start.Date.AddDays(1);
            (start, end) = midnight - start >= end - end.Date ? (start, midnight - s_minute) : (end.Date, end);
        }

        return end <= start ? null : new PlatformWindow(start.Date, start.TimeOfDay, end.TimeOfDay);
    }

    internal static string Show(TimeSpan time) => time.ToString(@"hh\:mm", CultureInfo.InvariantCulture);

    // Where clocks are put forward, a time that they leave out is taken for the first one after it; where they are put back, the window begins at the
    // later of the two instants and ends at the earlier, so that no clock stands outside the hours at any moment between.
    private static DateTime Instant(DateTime local, TimeZoneInfo zone, bool isLater)
    {
        while (zone.IsInvalidTime(local))
        {
            local += s_minute;
        }

        if (!zone.IsAmbiguousTime(local))
        {
            return TimeZoneInfo.ConvertTimeToUtc(local, zone);
        }

        TimeSpan[] offsets = zone.GetAmbiguousTimeOffsets(local);
        return DateTime.SpecifyKind(local - (isLater ? offsets.Min() : offsets.Max()), DateTimeKind.Utc);
    }
}

/// <summary>A window of a batch, on the clocks by which the platform reads times.</summary>
/// <param name="Date">The day.</param>
/// <param name="Start">The time of day from which messages go out.</param>
/// <param name="End">The time of day until which they do.</param>
internal readonly record struct PlatformWindow(DateTime Date, TimeSpan Start, TimeSpan End);
