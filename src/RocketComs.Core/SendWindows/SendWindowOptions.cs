using System.Globalization;
using RocketComs.Core.Errors;
using RocketComs.Core.Numbers;

namespace RocketComs.Core.SendWindows;

/// <summary>When a batch goes out.</summary>
public sealed record SendWindowOptions
{
    // Before and after it, .NET cannot tell what the clocks of all zones show.
    private const int FirstYear = 1970;
    private const int LastYear = 9998;

    /// <summary>Gets the day, on the clocks of <see cref="TimeZone"/>.</summary>
    public DateTime Date { get; init; }

    /// <summary>Gets when the window begins; <see langword="null"/> for the start of the day.</summary>
    public TimeSpan? StartTime { get; init; }

    /// <summary>Gets when the window ends; <see langword="null"/> for the end of the day.</summary>
    public TimeSpan? EndTime { get; init; }

    /// <summary>Gets whether the whole day is judged where no time was given.</summary>
    public bool JudgesWholeDay { get; init; }

    /// <summary>Gets the zone in which the platform reads times; <see langword="null"/> when it is not known.</summary>
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>Gets when nobody is to get a message.</summary>
    public QuietTime Quiet { get; init; } = QuietTime.Default;

    /// <summary>Gets the region of the numbers without a country code (ISO 3166-1, two letters).</summary>
    public string DefaultRegion { get; init; } = NumberingPlan.DefaultRegion;

    /// <summary>Gets whether there is a window to judge.</summary>
    internal bool HasWindow => JudgesWholeDay || StartTime is not null || EndTime is not null;

    /// <summary>Gets a sentence for the case that the clocks of <see cref="TimeZone"/> skip the window on its day.</summary>
    /// <value><see langword="null"/> where they do not, or nothing is known of it.</value>
    public string? Skipped => TimeZone is { } zone && HasWindow && On(Date).Utc.Count == 0
        ? $"The clocks of {zone.Id} skip the window {Shown} on {Day}: it does not exist on that day."
        : null;

    private string Day => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Shown => $"{StartTime ?? TimeSpan.Zero:hh\\:mm} to {(EndTime is { } end ? end.ToString("hh\\:mm", CultureInfo.InvariantCulture) : "24:00")}";

    /// <summary>Says that the window is over.</summary>
    /// <param name="now">What time it is.</param>
    /// <returns>A sentence; <see langword="null"/> where it is not over, or it is not known.</returns>
    internal string? Over(DateTimeOffset now) => TimeZone is { } zone && TimeZoneInfo.ConvertTime(now, zone).DateTime is var there && Date.Date + (EndTime ?? TimeSpan.FromDays(1)) <= there
        ? $"The window {Shown} of {Day} is over in {zone.Id}, where it is {there.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}."
        : null;

    /// <summary>The window on a day.</summary>
    internal DayWindow On(DateTime day) => new(TimeZone ?? TimeZoneInfo.Utc, day, StartTime, EndTime);

    /// <summary>Refuses what cannot be measured.</summary>
    /// <exception cref="InvalidParameterException">The window is none, its zone is not known, or quiet time could be none or all of the day.</exception>
    public void Require()
    {
        NumberingPlan.RequireRegion(DefaultRegion);
        if (Date.Year is < FirstYear or > LastYear)
        {
            throw new InvalidParameterException(
                nameof(Date), Date, $"-Date {Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} is out of range.", $"Give a day from {FirstYear}-01-01 on, as yyyy-MM-dd.");
        }

        if (EndTime <= (StartTime ?? TimeSpan.Zero))
        {
            throw new InvalidParameterException(
                nameof(EndTime),
                EndTime,
                $"-EndTime {EndTime:hh\\:mm} is not after {(StartTime is null ? "the start of the day" : $"-StartTime {StartTime:hh\\:mm}")}; RocketCOMS does not document a window over midnight.",
                "Give -StartTime and -EndTime that go together.");
        }

        if (TimeZone is null && (StartTime ?? EndTime) is { } time)
        {
            throw new InvalidParameterException(
                nameof(TimeZone),
                null,
                $"In which time zone RocketCOMS reads {time:hh\\:mm} is not documented, so when that is for the recipients is not known without -TimeZone.",
                "Ask RocketCOMS for the zone, and give its IANA name with -TimeZone, here or with Connect-RcAccount.");
        }

        if (Quiet.From == Quiet.Until)
        {
            throw new InvalidParameterException(
                "QuietUntil", Quiet.Until, $"-QuietFrom and -QuietUntil are both {Quiet.From:hh\\:mm}, which could mean no quiet time or nothing else.", "Give two times that differ, such as 21:00 and 08:00.");
        }
    }
}
