using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace RocketComs.Core.Tests.Http;

/// <summary>
/// A clock that leaps to the end of every delay as soon as somebody waits for it, and remembers the delay. The time limit of a
/// request and the deadline of a wait are no delays: they pass with the delays, or when a test says so.
/// </summary>
internal sealed class LeapingClock : FakeTimeProvider
{
    public static readonly DateTimeOffset Noon = new(2027, 1, 15, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The time limit that clients of these tests have.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(99);

    private readonly ConcurrentQueue<TimeSpan> _delays = new();

    public LeapingClock()
        : base(Noon)
    {
    }

    /// <summary>Gets or sets the deadline of what is tested, from its start; a timer of that length is no delay.</summary>
    public TimeSpan? Deadline { get; set; }

    /// <summary>Gets the delays waited for, in seconds.</summary>
    public double[] Delays => [.. _delays.Select(delay => delay.TotalSeconds)];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime != Limit && dueTime != Deadline)
        {
            _delays.Enqueue(dueTime);
            ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        }

        return timer;
    }
}
