using System.Globalization;
using RocketComs.Benchmarks.Comparison;
using RocketComs.Benchmarks.Measures;

namespace RocketComs.Benchmarks.Children;

/// <summary>What this program does for itself in a process of its own.</summary>
internal static class Child
{
    /// <summary>Measures bare reading and check on one core: path, rows, rounds.</summary>
    public const string OneCore = "one-core";

    /// <summary>Measures the memory that a check takes: path of a small file, path of the file, its rows.</summary>
    public const string Memory = "memory";

    /// <summary>Measures a client without this module: what it does, the address, rows or items, and a file.</summary>
    public const string PlainClient = "plain-client";

    private const int IdleMilliseconds = 500;

    /// <summary>Measures, and writes lines for the process that waits.</summary>
    /// <param name="arguments">What and of what.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UsageException">The arguments are not those of a measure.</exception>
    public static void Run(string[] arguments, CancellationToken cancellationToken)
    {
        switch (arguments)
        {
            case [OneCore, string path, string rows, string rounds]:
                RunOneCore(path, long.Parse(rows, CultureInfo.InvariantCulture), int.Parse(rounds, CultureInfo.InvariantCulture), cancellationToken);
                break;
            case [Memory, string small, string path, string rows]:
                RunMemory(small, path, long.Parse(rows, CultureInfo.InvariantCulture), cancellationToken);
                break;
            case [PlainClient, string work, string address, string count, string file]:
                Console.Out.WriteLine(Measures.PlainClient.Run(work, new Uri(address), long.Parse(count, CultureInfo.InvariantCulture), file));
                break;
            default:
                throw new UsageException("A child process was started with arguments that are not known.");
        }
    }

    private static void RunOneCore(string path, long rows, int rounds, CancellationToken cancellationToken)
    {
        if (Environment.ProcessorCount != 1)
        {
            throw new MeasureException($"The process was to have one core and has {Environment.ProcessorCount}.");
        }

        Timings[] timings = Interleaved.Run(
            rounds, cancellationToken, [.. BareReader.Works(path, rows), () => Checking.CheckClean(path, rows, cancellationToken)]);
        Console.Out.WriteLine(NamedTimes.Write("bare", BareReader.Fastest(timings.AsSpan(0, timings.Length - 1)).Times));
        Console.Out.WriteLine(NamedTimes.Write("check", timings[^1]));
    }

    private static void RunMemory(string small, string path, long rows, CancellationToken cancellationToken)
    {
        // The warm-up loads and compiles what a check needs, as a shell that has checked a file before has done.
        Checking.Check(small, cancellationToken);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        cancellationToken.WaitHandle.WaitOne(IdleMilliseconds);
        cancellationToken.ThrowIfCancellationRequested();
        long idle = Environment.WorkingSet;
        using PeakMemory peak = new();
        Checking.CheckClean(path, rows, cancellationToken);
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{idle}\t{peak.Bytes}"));
    }
}
