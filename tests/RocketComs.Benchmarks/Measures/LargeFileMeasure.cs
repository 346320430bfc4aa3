using System.Globalization;
using RocketComs.Benchmarks.Comparison;
using RocketComs.Benchmarks.Generation;

namespace RocketComs.Benchmarks.Measures;

/// <summary>A file of ten times the rows: what grows faster than the file would show here, in time and in memory.</summary>
internal sealed class LargeFileMeasure : IMeasure
{
    private const int LargeOverClean = 10;

    // A round takes seconds.
    private const int MostRounds = 3;

    private static readonly Figure s_target = new("check of the tenfold file / ten times the clean file", Unit.Times, 1.2);

    /// <inheritdoc/>
    public string Name => "large";

    /// <inheritdoc/>
    public void Run(Workplace place, Report report)
    {
        string clean = place.CleanFile;
        long rows = place.Rows * LargeOverClean;
        string large = place.Generate(FileKind.Clean, rows);
        Workplace.Say(string.Create(CultureInfo.InvariantCulture, $"checks of {rows:N0} rows and of a tenth, in turns"));
        Timings[] timings = Interleaved.Run(
            Math.Min(place.Rounds, MostRounds),
            place.CancellationToken,
            () => Checking.CheckClean(clean, place.Rows, place.CancellationToken),
            () => Checking.CheckClean(large, rows, place.CancellationToken));
        report.Add(s_target.Of(timings[1], timings[0], 1.0 / LargeOverClean));
        report.Add(new WorkTime("check, clean file, in turns with the tenfold", timings[0], place.Rows, new FileInfo(clean).Length));
        report.Add(new WorkTime("check, tenfold file", timings[1], rows, new FileInfo(large).Length));
        MemoryMeasure.AddMemory(place, report, (large, rows));
        File.Delete(large);
    }
}
