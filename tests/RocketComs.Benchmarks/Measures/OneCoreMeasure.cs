using System.Globalization;
using System.Runtime.Versioning;
using RocketComs.Benchmarks.Children;
using RocketComs.Benchmarks.Comparison;

namespace RocketComs.Benchmarks.Measures;

/// <summary>The check over a bare reading where both have one core only: threads cannot help.</summary>
internal sealed class OneCoreMeasure : IMeasure
{
    private static readonly Figure s_target = new("check with all rules / bare reading, one core", Unit.Times, 1.8) { Aim = 1.4, Cores = 1 };

    /// <inheritdoc/>
    public string Name => "core";

    /// <inheritdoc/>
    public void Run(Workplace place, Report report)
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            RunBound(place, report);
        }
        else
        {
            report.Add(s_target with { NotRun = "a process cannot be bound to a core here" });
        }
    }

    [SupportedOSPlatform("linux")]
    [SupportedOSPlatform("windows")]
    private static void RunBound(Workplace place, Report report)
    {
        string clean = place.CleanFile;
        Workplace.Say("bare reading and check on one core");
        string[] lines;
        using (OneCore core = new())
        {
            lines = ChildProcess.RunSelf(
                [Child.OneCore, clean, place.Rows.ToString(CultureInfo.InvariantCulture), place.Rounds.ToString(CultureInfo.InvariantCulture)],
                place.CancellationToken);
        }

        Dictionary<string, Timings> times = NamedTimes.Read(lines);
        report.Add(s_target.Of(times["check"], times["bare"]));
        long length = new FileInfo(clean).Length;
        report.Add(new WorkTime("bare reading, one core", times["bare"], place.Rows, length));
        report.Add(new WorkTime("check, clean file, one core", times["check"], place.Rows, length));
    }
}
