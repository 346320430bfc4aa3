using System.Globalization;
using RocketComs.Benchmarks.Children;
using RocketComs.Benchmarks.Comparison;
using RocketComs.Benchmarks.Generation;

namespace RocketComs.Benchmarks.Measures;

/// <summary>What a row or text costs that comes through the pipeline: time and garbage, in one PowerShell process.</summary>
internal sealed class PipedMeasure : IMeasure
{
    private const string Script = "piped.ps1";
    private const string Bytes = "bytes\t";

    // A fifth of the rows of the files: 200,000 where nothing else is asked for. All of them stand in memory as objects.
    private const int FilesOverPiped = 5;

    private static readonly (string Command, Figure Time, Figure? Bytes)[] s_targets =
    [
        ("Test-RcBatchCsv", new("a row piped into Test-RcBatchCsv", Unit.Microseconds, 2.5e-6) { Aim = 1.5e-6 }, null),
        (
            "Update-RcBatch",
            new("a row piped into Update-RcBatch", Unit.Microseconds, 4e-6) { Aim = 2e-6 },
            new("allocated for a row piped into Update-RcBatch", Unit.Bytes, 1500)),
        ("Measure-RcSmsSegment", new("a text piped into Measure-RcSmsSegment", Unit.Microseconds, 1.5e-6) { Aim = 1.2e-6 }, null),
    ];

    /// <inheritdoc/>
    public string Name => "piped";

    /// <inheritdoc/>
    public void Run(Workplace place, Report report)
    {
        if (!BuiltModule.TryFind(report, out string manifest, [.. s_targets.SelectMany(target => new[] { target.Time, target.Bytes }).OfType<Figure>()]))
        {
            return;
        }

        long rows = Math.Max(1, place.Rows / FilesOverPiped);
        string file = place.Generate(FileKind.Clean, rows);
        Workplace.Say("rows and texts through the pipeline of pwsh");
        using DiscardListener platform = new();
        string[] arguments =
        [
            "-Module", manifest, "-File", file, "-Rounds", place.Rounds.ToString(CultureInfo.InvariantCulture),
            "-Uri", platform.Address, "-Id", DiscardListener.BatchId,
        ];
        string[] lines = ChildProcess.RunScript(Script, arguments, place.CancellationToken);
        ILookup<bool, string> sorted = lines.ToLookup(line => line.StartsWith(Bytes, StringComparison.Ordinal));
        Dictionary<string, Timings> times = NamedTimes.Read(sorted[false]);
        Dictionary<string, double[]> bytes = sorted[true].Select(line => line.Split('\t')).ToDictionary(
            cells => cells[1], cells => cells.Skip(2).Select(cell => long.Parse(cell, CultureInfo.InvariantCulture) / (double)rows).Order().ToArray());
        foreach ((string command, Figure time, Figure? allocated) in s_targets)
        {
            report.Add(time.Of(times[command], rows));
            if (allocated is not null)
            {
                report.Add(allocated with { Best = bytes[command][0], Median = bytes[command][bytes[command].Length / 2] });
            }
        }

        foreach ((string work, Timings time) in times)
        {
            report.Add(new WorkTime($"{work}, piped", time, rows, 0));
        }

        report.Add("Allocated for each row or text that is piped: " + string.Join(
            ", ", bytes.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key} {one.Value[0]:N0} bytes"))) + ".");
    }
}
