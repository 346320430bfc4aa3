using System.Globalization;
using RocketComs.Benchmarks.Children;
using RocketComs.Benchmarks.Comparison;
using RocketComs.Benchmarks.Generation;

namespace RocketComs.Benchmarks.Measures;

/// <summary>PowerShell's own Import-Csv that merely reads the file, over Test-RcBatchCsv that checks it, in one PowerShell process.</summary>
internal sealed class ImportCsvMeasure : IMeasure
{
    private static readonly Figure s_target = new("Import-Csv that only reads / Test-RcBatchCsv", Unit.Times, 15, AtLeast: true) { Aim = 25 };

    private const string Script = "import-csv.ps1";
    private const string Check = "Test-RcBatchCsv";
    private const int WarmUpRows = 20_000;

    // Import-Csv takes seconds, so it is not repeated as often as the others.
    private const int MostRounds = 3;

    /// <inheritdoc/>
    public string Name => "import";

    /// <inheritdoc/>
    public void Run(Workplace place, Report report)
    {
        if (!BuiltModule.TryFind(report, out string manifest, s_target))
        {
            return;
        }

        string clean = place.CleanFile;
        string warmUp = place.Generate(FileKind.Clean, WarmUpRows);
        Workplace.Say("Import-Csv and Test-RcBatchCsv in pwsh");
        string[] lines = ChildProcess.RunScript(Script, Arguments(manifest, warmUp, clean, place), place.CancellationToken);
        Dictionary<string, Timings> times = NamedTimes.Read(lines[..^1]);
        (string fastest, Timings import) = times.Where(time => time.Key != Check).MinBy(time => time.Value.Best);
        report.Add(s_target.Of(import, times[Check]));
        long length = new FileInfo(clean).Length;
        report.Add(new WorkTime(fastest, import, place.Rows, length));
        report.Add(new WorkTime(Check, times[Check], place.Rows, length));
        report.Add($"Fastest form of Import-Csv, of {times.Count - 1}: {fastest}, in {lines[^1]}.");
    }

    private static string[] Arguments(string manifest, string warmUp, string file, Workplace place) =>
    [
        "-Module", manifest,
        "-WarmUpFile", warmUp,
        "-File", file,
        "-Rows", place.Rows.ToString(CultureInfo.InvariantCulture),
        "-Rounds", Math.Min(place.Rounds, MostRounds).ToString(CultureInfo.InvariantCulture),
    ];
}
