using System.Globalization;
using RocketComs.Benchmarks.Children;
using RocketComs.Benchmarks.Comparison;

namespace RocketComs.Benchmarks.Measures;

/// <summary>The first Test-RcBatchCsv of a PowerShell session, each time in a new process with the built module.</summary>
internal sealed class FirstCheckMeasure : IMeasure
{
    private const string Script = "first-check.ps1";

    private static readonly Figure s_target = new("first check of a session, clean file", Unit.Milliseconds, 0.250) { Aim = 0.170 };

    /// <inheritdoc/>
    public string Name => "first";

    /// <inheritdoc/>
    public void Run(Workplace place, Report report)
    {
        if (!BuiltModule.TryFind(report, out string manifest, s_target))
        {
            return;
        }

        string clean = place.CleanFile;
        Workplace.Say("first checks in pwsh");
        string[] arguments = ["-Module", manifest, "-File", clean, "-Rows", place.Rows.ToString(CultureInfo.InvariantCulture)];
        Timings times = new();

        // The one before brings the program and the file near.
        for (int round = -1; round < place.Rounds; round++)
        {
            Timings one = NamedTimes.Read(ChildProcess.RunScript(Script, arguments, place.CancellationToken)).Single().Value;
            if (round >= 0)
            {
                times.Add(one.Best, one.Processor);
            }
        }

        report.Add(s_target.Of(times));
        report.Add(new WorkTime("first check of a session", times, place.Rows, new FileInfo(clean).Length));
    }
}
