namespace RocketComs.Core.Sending;

/// <summary>
/// Says when work on many bytes is worth showing: not in its first second, and at most five times a second from then on. One thread
/// at a time may report.
/// </summary>
public sealed class ByteMeter
{
    private static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(200);

    private readonly TimeProvider _clock;
    private readonly long _start;
    private long _runStart;
    private long _done;
    private TimeSpan _next = s_quiet;

    /// <summary>Starts the measuring.</summary>
    /// <param name="clock">The clock.</param>
    public ByteMeter(TimeProvider clock)
    {
        _clock = clock;
        _start = _runStart = clock.GetTimestamp();
    }

    /// <summary>Takes note of the bytes done so far.</summary>
    /// <param name="done">The bytes; fewer than before when the work has begun anew, as in another try of an upload.</param>
    /// <param name="total">The bytes in all; <see langword="null"/> when that is not known.</param>
    /// <returns>What to show now; <see langword="null"/> for nothing.</returns>
    public ByteState? Report(long done, long? total)
    {
        if (done < _done)
        {
            _runStart = _clock.GetTimestamp();
        }

        _done = done;
        TimeSpan elapsed = _clock.GetElapsedTime(_start);
        if (elapsed < _next)
        {
            return null;
        }

        _next = elapsed + s_interval;
        double seconds = _clock.GetElapsedTime(_runStart).TotalSeconds;
        return new ByteState(done, total, seconds > 0 ? done / seconds : 0);
    }
}
