using System.Globalization;
using RocketComs.Benchmarks.Children;
using RocketComs.Benchmarks.Comparison;
using RocketComs.Benchmarks.Generation;

namespace RocketComs.Benchmarks.Measures;

/// <summary>The working set of a process at its peak while it checks a file, less its working set before.</summary>
internal sealed class MemoryMeasure : IMeasure
{
    private const int Times = 3;
    private const int SmallRows = 1000;
    private const int LargeOverSmall = 4;
    private const double MostBytes = 80e6;
    private const double MostBytesOfRow = 16;

    /// <inheritdoc/>
    public string Name => "memory";

    /// <inheritdoc/>
    public void Run(Workplace place, Report report)
    {
        string warmUp = place.Generate(FileKind.Clean, SmallRows);
        long largeRows = place.Rows * LargeOverSmall;
        string large = place.Generate(FileKind.Clean, largeRows);
        (string Path, long Rows)[] files = [(place.CleanFile, place.Rows), (large, largeRows)];
        List<(long Idle, long Peak)>[] found = [[], []];
        for (int time = 0; time < Times; time++)
        {
            for (int i = 0; i < files.Length; i++)
            {
                Workplace.Say(string.Create(CultureInfo.InvariantCulture, $"memory of a process that checks {files[i].Rows:N0} rows"));
                found[i].Add(Measure(warmUp, files[i].Path, files[i].Rows, place));
            }
        }

        File.Delete(large);
        for (int i = 0; i < files.Length; i++)
        {
            Add(files[i].Rows, found[i], report);
        }
    }

    private static (long Idle, long Peak) Measure(string warmUp, string path, long rows, Workplace place)
    {
        string[] lines = ChildProcess.RunSelf([Child.Memory, warmUp, path, rows.ToString(CultureInfo.InvariantCulture)], place.CancellationToken);
        string[] cells = lines.Length == 1 ? lines[0].Split('\t') : [];
        return cells.Length == 2 && long.TryParse(cells[0], CultureInfo.InvariantCulture, out long idle) && long.TryParse(cells[1], CultureInfo.InvariantCulture, out long peak)
            ? (idle, peak)
            : throw new MeasureException("A child process did not write what memory it took.");
    }

    private static void Add(long rows, List<(long Idle, long Peak)> found, Report report)
    {
        string title = string.Create(CultureInfo.InvariantCulture, $"memory over idle, check of {rows:N0} rows");
        (long Idle, long Peak)[] sorted = [.. found.OrderBy(one => one.Peak - one.Idle)];
        (long idle, long peak) = sorted[sorted.Length / 2];
        report.Add(new Figure(title, Unit.Bytes, MostBytes + (MostBytesOfRow * rows), AtLeast: false)
        {
            Best = sorted[0].Peak - sorted[0].Idle,
            Median = peak - idle,
        });
        report.Add(string.Create(
            CultureInfo.InvariantCulture, $"Working set before and at its peak, check of {rows:N0} rows: {idle / 1e6:F0} MB, {peak / 1e6:F0} MB."));
    }
}
