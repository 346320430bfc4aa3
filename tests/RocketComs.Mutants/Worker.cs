using System.Diagnostics;
using System.Globalization;

namespace RocketComs.Mutants;

/// <summary>A process that has the tests loaded, and tries one change after the other.</summary>
internal sealed class Worker : IDisposable
{
    /// <summary>Finds the tests before a change is made.</summary>
    public const string Warm = nameof(Warm);

    /// <summary>Is for one change, which is made before anything else.</summary>
    public const string Cold = nameof(Cold);

    private const string Stop = "";

    private readonly Process _process;
    private Task<string?>? _line;

    /// <summary>Begins the process.</summary>
    /// <param name="kind">Warm or cold.</param>
    public Worker(string kind)
    {
        _process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["work", kind])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

        // What it says in the end is the change's doing.
        _process.BeginErrorReadLine();
    }

    /// <summary>Whether no more may be asked of it.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Tries a change.</summary>
    /// <param name="mutant">The change.</param>
    /// <param name="tests">The tests, in order.</param>
    /// <returns>What became of it.</returns>
    public async Task<Result> TryAsync(int mutant, IReadOnlyCollection<Test> tests)
    {
        Dictionary<string, Test> byName = tests.ToDictionary(test => test.Name);
        try
        {
            await _process.StandardInput.WriteLineAsync(mutant + "\t" + string.Join(',', byName.Keys));
            await _process.StandardInput.FlushAsync();

            // To find the tests takes some seconds, and a test five times as long on a busy machine.
            TimeSpan limit = TimeSpan.FromSeconds(30);
            while (await ReadAsync(limit) is string line)
            {
                if (byName.TryGetValue(line, out Test? begun))
                {
                    limit = TimeSpan.FromMilliseconds(10_000 + (5 * begun.Milliseconds));
                    continue;
                }

                string[] fields = line.Split('\t');
                Result result = new(Enum.Parse<Verdict>(fields[0]), fields[1]);
                IsOver = result.Verdict == Verdict.Spoilt;
                return result;
            }
        }
        catch (TimeoutException)
        {
            IsOver = !await StopAsync();
            return new(Verdict.TimedOut, "");
        }
        catch (IOException)
        {
            // Nobody reads there any more.
        }

        IsOver = true;
        return new(Verdict.Ended, "the process ended");
    }

    private async Task<string?> ReadAsync(TimeSpan limit)
    {
        _line ??= _process.StandardOutput.ReadLineAsync();
        string? line = await _line.WaitAsync(limit);
        _line = null;
        return line;
    }

    // Most loops end when the change is taken back.
    private async Task<bool> StopAsync()
    {
        try
        {
            await _process.StandardInput.WriteLineAsync(Stop);
            await _process.StandardInput.FlushAsync();
            TimeSpan limit = TimeSpan.FromSeconds(5);
            string? line;
            do
            {
                line = await ReadAsync(limit);
            }
            while (line is not null && !line.Contains('\t', StringComparison.Ordinal));
            return line is not null;
        }
        catch (Exception exception) when (exception is TimeoutException or IOException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        _process.Kill(true);
        _process.Dispose();
    }

    /// <summary>The other side: reads what to try, and answers.</summary>
    public static async Task WorkAsync(bool cold)
    {
        using StreamReader input = new(Console.OpenStandardInput());
        await using StreamWriter output = new(Console.OpenStandardOutput()) { AutoFlush = true };
        Console.SetOut(TextWriter.Null);
        TestRun? run = null;
        Task<string?> next = input.ReadLineAsync();
        while (await next is string line)
        {
            string[] fields = line.Split('\t');
            int mutant = int.Parse(fields[0], CultureInfo.InvariantCulture);
            string[] tests = fields[1].Split(',');
            run ??= await (cold ? TestRun.FindAsync(mutant, tests) : TestRun.FindAsync());
            run.Make(mutant);
            using CancellationTokenSource stop = new();
            Task<string?> failing = run.FailingAsync(tests, output.WriteLine, stop.Token);
            next = input.ReadLineAsync();
            if (await Task.WhenAny(failing, next) == next && await next == Stop)
            {
                run.Make(MutantSwitch.None);
                await stop.CancelAsync();
                next = input.ReadLineAsync();
            }

            Verdict verdict = await failing is not null ? Verdict.Noticed : cold || run.IsMade ? Verdict.Survived : Verdict.Once;
            run.Make(MutantSwitch.None);
            if (await failing is string name && !cold && await run.FailingAsync([name], _ => { }, CancellationToken.None) is not null)
            {
                verdict = Verdict.Spoilt;
            }

            await output.WriteLineAsync(verdict + "\t" + await failing);
        }
    }
}
