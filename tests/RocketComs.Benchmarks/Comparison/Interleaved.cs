using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;

namespace RocketComs.Benchmarks.Comparison;

/// <summary>Times several works in turns, so that a busy minute of the machine falls on all of them.</summary>
internal static class Interleaved
{
    // The first lets the runtime compile; by the second it has seen which code is hot.
    private const int WarmUpRounds = 2;

    /// <summary>Runs every work once a round.</summary>
    /// <param name="rounds">The rounds that count, after two that do not.</param>
    /// <param name="cancellationToken">Stops between two works.</param>
    /// <param name="works">The works.</param>
    /// <returns>The times of each work, in the order of the works.</returns>
    public static Timings[] Run(int rounds, CancellationToken cancellationToken, params Action[] works)
    {
        Timings[] timings = [.. works.Select(_ => new Timings())];
        for (int round = -WarmUpRounds; round < rounds; round++)
        {
            for (int i = 0; i < works.Length; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();

                // No work pays for the garbage of the one before it.
                GC.Collect();
                GC.WaitForPendingFinalizers();
                long start = Stopwatch.GetTimestamp();
                works[i]();
                TimeSpan time = Stopwatch.GetElapsedTime(start);
                if (round >= 0)
                {
                    timings[i].Add(time);
                }
            }
        }

        return timings;
    }
}
