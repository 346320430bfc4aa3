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
        int seed = int.Parse(options[0], CultureInfo.InvariantCulture);
        int count = int.Parse(options[1], CultureInfo.InvariantCulture);
        return options.Contains(Part) ? RunPart(seed, count) : RunAll(seed == 0 ? Environment.TickCount & 0x3FFFFFFF : seed, count);
    }

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
            using Process process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["sweep", $"{seed + first}", $"{(count * (part + 1) / parts) - first}", Part]) { RedirectStandardOutput = true })!;
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
