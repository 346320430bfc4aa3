using System.Diagnostics;
using System.Globalization;
using RocketComs.Benchmarks.Children;
using RocketComs.Benchmarks.Comparison;
using RocketComs.Benchmarks.Generation;

namespace RocketComs.Benchmarks.Measures;

/// <summary>A cold runbook (import, check, connect, update) over a bare PowerShell, from the start of the process to its end.</summary>
internal sealed class RunbookMeasure : IMeasure
{
    private const string Script = "runbook.ps1";
    private const int FileRows = 1000;

    private static readonly Figure s_target = new("import, check, connect, update over bare pwsh", Unit.Milliseconds, 0.300) { Aim = 0.230 };

    /// <inheritdoc/>
    public string Name => "runbook";

    /// <inheritdoc/>
    public void Run(Workplace place, Report report)
    {
        if (!BuiltModule.TryFind(report, out string manifest, s_target))
        {
            return;
        }

        string file = place.Generate(FileKind.Clean, FileRows);
        Workplace.Say("a cold runbook and bare pwsh, in turns");
        using DiscardListener platform = new();
        string[] reading = ["-Uri", platform.Address, "-Id", DiscardListener.BatchId];
        string[] arguments = ["-Module", manifest, "-File", file, .. reading];
        (Timings bare, Timings reads, Timings runbook, Timings more) = (new(), new(), new(), new());

        // The round before brings the programs near.
        for (int round = -1; round < place.Rounds; round++)
        {
            (TimeSpan Time, TimeSpan Processor) without = Start([], place.CancellationToken);
            (TimeSpan Time, TimeSpan Processor) read = Start(reading, place.CancellationToken);
            (TimeSpan Time, TimeSpan Processor) with = Start(arguments, place.CancellationToken);
            if (round >= 0)
            {
                bare.Add(without.Time, without.Processor);
                reads.Add(read.Time, read.Processor);
                runbook.Add(with.Time, with.Processor);
                more.Add(with.Time - without.Time, with.Processor - without.Processor);
            }
        }

        // The least of the differences would be that of the slowest bare start.
        report.Add(s_target.Of(more) with
        {
            Best = (runbook.Best - bare.Best).TotalSeconds,
            Processor = (runbook.Processor - bare.Processor).TotalSeconds,
            CoresGot = runbook.CoresGot,
        });
        report.Add(new WorkTime("bare pwsh", bare, 1, 0));
        report.Add(new WorkTime("pwsh with two of Invoke-RestMethod", reads, 1, 0));
        report.Add(new WorkTime("pwsh with the runbook", runbook, 1, 0));
    }

    private static (TimeSpan Time, TimeSpan Processor) Start(string[] arguments, CancellationToken cancellationToken)
    {
        long begin = Stopwatch.GetTimestamp();
        string[] lines = ChildProcess.RunScript(Script, arguments, cancellationToken);
        return (Stopwatch.GetElapsedTime(begin), TimeSpan.FromMilliseconds(double.Parse(lines.Single(), CultureInfo.InvariantCulture)));
    }
}
