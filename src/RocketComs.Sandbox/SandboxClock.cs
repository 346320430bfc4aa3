namespace RocketComs.Sandbox;

/// <summary>The sandbox's time: a given clock, plus how far it has been put forward.</summary>
internal sealed class SandboxClock
{
    private readonly Func<DateTimeOffset> _utcNow;
    private readonly object _gate = new();
    private TimeSpan _offset;

    public SandboxClock(Func<DateTimeOffset> utcNow) => _utcNow = utcNow;

    public DateTimeOffset UtcNow
    {
        get
        {
            lock (_gate)
            {
                return _utcNow().ToUniversalTime() + _offset;
            }
        }
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
            _ = _utcNow() + _offset + time;
            _offset += time;
        }
    }
}
