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

    // The last place where a day ends.
    private static readonly TimeSpan s_lastClocks = TimeSpan.FromHours(-12);

    /// <summary>Gets what time it is: what is over by then cannot be planned.</summary>
    public DateTimeOffset Now { get; init; } = TimeProvider.System.GetUtcNow();

    /// <summary>Refuses hours that cannot be meant.</summary>
    /// <exception cref="InvalidParameterException">They end before they begin, or the day is over everywhere.</exception>
    public void Require()
    {
        if (EndTime <= StartTime)
        {
            throw new InvalidParameterException(
                nameof(EndTime), EndTime, $"-EndTime {Show(EndTime)} is not after -StartTime {Show(StartTime)}. Nothing was written.", "Give times of one day that go together.");
        }

        if (Date.Date < Now.ToOffset(s_lastClocks).Date)
        {
            throw new InvalidParameterException(
                nameof(Date), Date, $"-Date {Show(Date)} is in the past. Nothing was written.", "Give the day on which messages are to arrive, today or later, as yyyy-MM-dd.");
        }
    }

    /// <summary>The hours in words: "09:00 to 21:00".</summary>
    public override string ToString() => $"{Show(StartTime)} to {Show(EndTime)}";

    /// <summary>The hours as a window of the platform, for recipients who may be in any of some time zones.</summary>
    /// <param name="zones">The zones.</param>
    /// <param name="remark">Why there is no window, or what the window leaves out, without a full stop; <see langword="null"/> for nothing.</param>
    /// <returns><see langword="null"/> where no time of day suits all of the zones, or it is over.</returns>
    internal PlatformWindow? In(IReadOnlyList<(string Name, TimeZoneInfo Clocks)> zones, out string? remark)
    {
        DateTime day = DateTime.SpecifyKind(Date.Date, DateTimeKind.Unspecified);
        (string Name, TimeZoneInfo Clocks, DateTime From, DateTime To)[] hours =
            [.. zones.Select(zone => (zone.Name, zone.Clocks, Instant(day + StartTime, zone.Clocks, isLater: true), Instant(day + EndTime, zone.Clocks, isLater: false)))];
        (DateTime from, DateTime to) = (hours.Max(static zone => zone.From), hours.Min(static zone => zone.To));
        if (to <= from)
        {
            remark = hours.FirstOrDefault(static zone => zone.To <= zone.From) is { Name: { } name, Clocks: { } clocks }
                ? $"The clocks of {name} {(clocks.IsInvalidTime(day + StartTime) ? "skip" : "are put back in")} {this} on {Show(Date)}"
                : $"There is no time that is {this} in all of {ZoneChoice.Shown([.. zones.Select(static zone => zone.Name)])}";
            return null;
        }

        (DateTime start, DateTime end) = (TimeZoneInfo.ConvertTimeFromUtc(from, TimeZone), TimeZoneInfo.ConvertTimeFromUtc(to, TimeZone));
        DateTime now = TimeZoneInfo.ConvertTime(Now, TimeZone).DateTime;
        if (to <= Now.UtcDateTime)
        {
            remark = $"{Show(Date)}, {this} there, is over";
            return null;
        }

        DateTime midnight = start.Date.AddDays(1);
        bool isCut = end > midnight;
        bool isPutBack = end <= start;
        if (end >= midnight)
        {
            // The longer side of midnight that is not over; the platform knows no 24:00.
            (start, end) = midnight > now && midnight - start >= end - midnight ? (start, midnight - s_minute) : (midnight, end);
        }

        PlatformWindow window = new(start.Date, start.TimeOfDay, end.TimeOfDay);
        remark = isPutBack ? $"The clocks of {TimeZone.Id} are put back within what is {this} there on {Show(Date)}"
            : end <= start ? $"Of {this} there no whole minute lies within a day of {TimeZone.Id}"
            : isCut ? $"{this} there goes over midnight in {TimeZone.Id}, and a window of a batch does not; the plan has {Show(window.Start)} to {Show(window.End)} of it"
            : null;
        return end <= start ? null : window;
    }

    internal static string Show(TimeSpan time) => time.ToString(@"hh\:mm", CultureInfo.InvariantCulture);

    private static string Show(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

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
