using System.Diagnostics;
using System.Globalization;

namespace RocketComs.PowerShell.Tests.Sweep;

/// <summary>Many runs, shared out to two processes a core, for they wait much, each with a journal of its own.</summary>
internal static class LongSweep
{
    private const string Part = "part";
    private const char Tab = '\t';

    /// <summary>Makes the runs of the seeds from the first on, and prints counts and violations.</summary>
    /// <param name="options">The first seed (0: one by chance), the count, and whether this is the part of another process.</param>
    /// <returns>0 when nothing is wrong.</returns>
    public static int Run(string[] options)
    {
        int seed = Seed(options[0]);
        int count = int.Parse(options[1], CultureInfo.InvariantCulture);
        return options.Contains(Part) ? RunPart(seed, count) : RunAll(seed, count);
    }

    /// <summary>Lets eight processes write 200 messages each, and be killed, and prints what came of it.</summary>
    /// <param name="options">The seed (0: one by chance).</param>
    /// <returns>0 when nothing is wrong.</returns>
    public static int Soak(string[] options)
    {
        const int Processes = 8;
        const int Writes = 200;
        int seed = Seed(options[0]);
        Stopwatch time = Stopwatch.StartNew();
        using JournalSoak soak = new(seed);
        IReadOnlyList<string> flaws = soak.Run(Processes, Writes, mostBeforeKill: 80);
        foreach (string flaw in flaws)
        {
            Console.WriteLine("VIOLATION: " + flaw);
        }

        Console.WriteLine(FormattableString.Invariant(
            $"seed {seed}: {Processes} processes x {Writes} writes in {time.Elapsed.TotalSeconds:0} s, {soak.Kills} killed, {soak.Effects} messages sent, {soak.CutLines} lines cut off, {flaws.Count} violations"));
        return flaws.Count == 0 ? 0 : 1;
    }

    /// <summary>Lets 10,000 batches live in eight runspaces, and prints what came of it.</summary>
    /// <param name="options">The seed (0: one by chance), and how many rounds of 400 batches.</param>
    /// <returns>0 when nothing is wrong.</returns>
    public static int SoakBatches(string[] options)
    {
        const int Runspaces = 8;
        const int Batches = 400;
        int seed = Seed(options[0]);
        int rounds = int.Parse(options[1], CultureInfo.InvariantCulture);
        Stopwatch time = Stopwatch.StartNew();
        using BatchSoak soak = new(seed, Runspaces);
        int violations = 0;
        for (int round = 0; round < rounds; round++)
        {
            foreach (string flaw in soak.RunRound(round, Batches))
            {
                violations++;
                Console.WriteLine("VIOLATION: " + flaw);
            }

            (long memory, int handles) = BatchSoak.Left();
            Console.WriteLine(FormattableString.Invariant($"round {round}: {time.Elapsed.TotalSeconds:0} s, {memory / 1e6:0.0} MB managed, {handles} files and sockets open"));
        }

        Console.WriteLine(FormattableString.Invariant(
            $"seed {seed}: {rounds * Batches} batches in {time.Elapsed.TotalSeconds:0} s, {soak.Requests} requests, {soak.Faults} faults, {soak.Unknown} writes unknown at first, {soak.Told} creations stay so, {violations} violations"));
        return violations == 0 ? 0 : 1;
    }

    private static int Seed(string text) => int.Parse(text, CultureInfo.InvariantCulture) is not 0 and int given ? given : Environment.TickCount & 0x3FFFFFFF;

    private static int RunPart(int seed, int count)
    {
        using SweepRunner runner = new();
        SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            Run run = runner.Make(seed + i);
            string[] keys = ["command" + Tab + run.Scenario.Command, .. run.Steps.Select(step => "fault" + Tab + step.Fault.Name), "ending" + Tab + run.Steps[0].Ending()];
            foreach (string key in keys)
            {
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }

            foreach (string violation in run.Violations())
            {
                Console.WriteLine("VIOLATION: " + violation);
            }
        }

        foreach ((string key, int number) in counts)
        {
            Console.WriteLine($"count{Tab}{key}{Tab}{number}");
        }

        return 0;
    }

    private static int RunAll(int seed, int count)
    {
        Console.WriteLine($"seed {seed}, {count} runs");
        Stopwatch time = Stopwatch.StartNew();
        int parts = Math.Min(Environment.ProcessorCount * 2, Math.Max(1, count / 100));
        SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
        int violations = 0;
        int failures = 0;
        Parallel.For(0, parts, part =>
        {
            int first = count * part / parts;
            ProcessStartInfo start = new(Environment.ProcessPath!, ["sweep", $"{seed + first}", $"{(count * (part + 1) / parts) - first}", Part]) { RedirectStandardOutput = true };

            // What is not timed need not be made fast by a compiler that takes a core for it.
            start.Environment["DOTNET_TieredPGO"] = "0";
            using Process process = Process.Start(start)!;
            while (process.StandardOutput.ReadLine() is { } line)
            {
                lock (counts)
                {
                    if (line.Split(Tab) is ["count", string kind, string name, string number])
                    {
                        counts[kind + Tab + name] = counts.GetValueOrDefault(kind + Tab + name) + int.Parse(number, CultureInfo.InvariantCulture);
                        continue;
                    }

                    violations += line.StartsWith("VIOLATION", StringComparison.Ordinal) ? 1 : 0;
                    Console.WriteLine(line);
                }
            }

            process.WaitForExit();
            failures += process.ExitCode == 0 ? 0 : 1;
        });
        foreach ((string key, int number) in counts)
        {
            Console.WriteLine($"{key.Split(Tab)[0],-8} {key.Split(Tab)[1],-60} {number,7}");
        }

        Console.WriteLine(FormattableString.Invariant($"seed {seed}: {count} runs in {time.Elapsed.TotalSeconds:0} s ({count / time.Elapsed.TotalSeconds:0} a second), {violations} violations"));
        return violations + failures == 0 ? 0 : 1;
    }
}
