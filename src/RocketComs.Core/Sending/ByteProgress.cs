using System.Globalization;

namespace RocketComs.Core.Sending;

/// <summary>A state of a piece of work, to be shown.</summary>
/// <param name="Activity">The work: "Updating batch ...".</param>
/// <param name="Status">How far it is: "12.4 MB sent, 3.1 MB/s".</param>
/// <param name="Percent">The part that is done, 0 to 100; <see langword="null"/> when the total is not known.</param>
/// <param name="Remaining">The time that the rest takes at the same rate; <see langword="null"/> when that is not known.</param>
/// <param name="IsDone">Whether the work has ended, so that nothing of it need be shown any longer.</param>
public sealed record ProgressState(string Activity, string Status, int? Percent = null, TimeSpan? Remaining = null, bool IsDone = false)
{
    /// <summary>Gets what is worth knowing besides; <see langword="null"/> for nothing.</summary>
    public string? Operation { get; init; }
}

/// <summary>
/// Shows work on many bytes: bytes, rate, time left. Not in its first second, and at most five times a second from then on. One thread at a
/// time may report.
/// </summary>
/// <param name="activity">The work.</param>
/// <param name="verb">What happens to the bytes: "sent".</param>
/// <param name="show">Shows a state; called on the thread that reports.</param>
/// <param name="clock">The clock.</param>
public sealed class ByteProgress(string activity, string verb, Action<ProgressState> show, TimeProvider clock)
{
    private static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(200);

    private readonly long _start = clock.GetTimestamp();
    private long _restart = clock.GetTimestamp();
    private long _done;
    private TimeSpan _next = s_quiet;
    private bool _isShown;

    /// <summary>Reports the bytes done so far.</summary>
    /// <param name="done">The bytes; fewer than before when the work has begun anew, as in another try of an upload.</param>
    /// <param name="total">The bytes in all; <see langword="null"/> when that is not known.</param>
    public void Report(long done, long? total)
    {
        if (done < _done)
        {
            _restart = clock.GetTimestamp();
        }

        _done = done;
        TimeSpan elapsed = clock.GetElapsedTime(_start);
        if (elapsed < _next)
        {
            return;
        }

        _next = elapsed + s_interval;
        _isShown = true;
        double seconds = clock.GetElapsedTime(_restart).TotalSeconds;
        double rate = seconds > 0 ? done / seconds : 0;
        show(new ProgressState(
            activity,
            string.Format(CultureInfo.InvariantCulture, "{0:N1} MB {1}, {2:N1} MB/s", done / 1e6, verb, rate / 1e6),
            total > 0 ? (int)Math.Min(100, done * 100.0 / total.Value) : null,
            total > 0 && rate > 0 ? TimeSpan.FromSeconds(Math.Max(0, total.Value - done) / rate) : null));
    }

    /// <summary>Takes the progress off the screen, if it was on it.</summary>
    public void Complete()
    {
        if (_isShown)
        {
            show(new ProgressState(activity, "Done", IsDone: true));
        }
    }
}
