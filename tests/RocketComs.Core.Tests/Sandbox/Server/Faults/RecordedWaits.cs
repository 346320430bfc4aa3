using System.Collections.Concurrent;

namespace RocketComs.Core.Tests.Sandbox.Server.Faults;

/// <summary>Time that passes at once, or not at all, and is written down.</summary>
internal sealed class RecordedWaits
{
    private readonly ConcurrentQueue<TimeSpan> _waits = new();
    private readonly bool _isEndless;

    public RecordedWaits(bool isEndless = false) => _isEndless = isEndless;

    public TimeSpan[] All => [.. _waits];

    public TimeSpan Total => _waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait);

    public Task WaitAsync(TimeSpan time, CancellationToken cancellation)
    {
        _waits.Enqueue(time);
        return _isEndless ? Task.Delay(Timeout.InfiniteTimeSpan, cancellation) : Task.CompletedTask;
    }
}
