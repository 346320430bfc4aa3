namespace RocketComs.Sandbox.Server;

/// <summary>The sandbox's time: a given clock, plus how far it has been put forward. Whose day it is, is decided here alone.</summary>
/// <remarks>
/// The API has dates without a time zone, and the documentation names none. A day of the sandbox is one of the clock's own zone, so that
/// the sandbox's today is that of the person in front of it.
/// </remarks>
internal sealed class SandboxClock
{
    private readonly TimeProvider _clock;
    private readonly object _gate = new();
    private TimeSpan _offset;

    public SandboxClock(TimeProvider clock) => _clock = clock;

    public DateTimeOffset UtcNow
    {
        get
        {
            lock (_gate)
            {
                return _clock.GetUtcNow() + _offset;
            }
        }
    }

    /// <summary>A moment as the clocks in the sandbox's zone show it.</summary>
    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, _clock.LocalTimeZone);

    /// <summary>The day that a moment belongs to.</summary>
    public DateTime DayOf(DateTimeOffset moment) => Local(moment).Date;

    /// <summary>The first moment of a day.</summary>
    public DateTimeOffset StartOf(DateTime day)
    {
        // Where clocks are put back at midnight there are two, and the day begins with the first. Where they are put forward there is
        // none, and the zone's usual offset makes it the moment of the change.
        TimeZoneInfo zone = _clock.LocalTimeZone;
        return new DateTimeOffset(day, zone.IsAmbiguousTime(day) ? zone.GetAmbiguousTimeOffsets(day).Max() : zone.GetUtcOffset(day));
    }

    public void Advance(TimeSpan time)
    {
        if (time < TimeSpan.Zero)
        {
            // A batch that was completed would have to come back to life.
            throw new ArgumentOutOfRangeException(nameof(time), time, "The sandbox's clock cannot be put back.");
        }

        lock (_gate)
        {
            // Where the calendar ends, this throws before anything has changed.
            _ = _clock.GetUtcNow() + _offset + time;
            _offset += time;
        }
    }
}
