using System.Diagnostics;
using System.Runtime;

namespace RocketComs.Benchmarks.Comparison;

/// <summary>Times several works in turns, so that a busy minute of the machine falls on all of them.</summary>
internal static class Interleaved
{
    // The runtime compiles a method anew when it has been called thirty times, to see which of its ways are hot, and for good after thirty more; some
    // methods are called once a work. It does so beside the work, and late where others work: a round in which it compiled nothing ends the warm-up.
    private const int LeastWarmUpRounds = 3;
    private const int EnoughWarmUpRounds = 64;
    private static readonly TimeSpan s_leastWarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_mostWarmUp = TimeSpan.FromSeconds(40);

    /// <summary>Runs every work once a round.</summary>
    /// <param name="rounds">The rounds that count, after some that do not.</param>
    /// <param name="cancellationToken">Stops between two works.</param>
    /// <param name="works">The works.</param>
    /// <returns>The times of each work, in the order of the works.</returns>
    public static Timings[] Run(int rounds, CancellationToken cancellationToken, params Action[] works)
    {
        Timings[] timings = [.. works.Select(_ => new Timings())];
        long begin = Stopwatch.GetTimestamp();
        long compiled = -1;
        for (int round = 0; round < LeastWarmUpRounds || IsCold(round, Stopwatch.GetElapsedTime(begin), compiled); round++)
        {
            compiled = JitInfo.GetCompiledMethodCount();
            foreach (Action work in works)
            {
                Time(work, cancellationToken);
            }
        }

        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < works.Length; i++)
            {
                (TimeSpan time, TimeSpan processor) = Time(works[i], cancellationToken);
                timings[i].Add(time, processor);
            }
        }

        return timings;
    }

    private static bool IsCold(int rounds, TimeSpan passed, long compiledBefore) =>
        passed < s_leastWarmUp || (passed < s_mostWarmUp && (rounds < EnoughWarmUpRounds || JitInfo.GetCompiledMethodCount() != compiledBefore));

    private static (TimeSpan Time, TimeSpan Processor) Time(Action work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // No work pays for the garbage of the one before it.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        work();
        return (Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - processor);
    }
}
