using System.Globalization;
using RocketComs.Benchmarks.Children;
using RocketComs.Benchmarks.Comparison;
using RocketComs.Benchmarks.Generation;

namespace RocketComs.Benchmarks.Measures;

/// <summary>The working set of a process at its peak while it checks a file, less its working set before, a row.</summary>
internal sealed class MemoryMeasure : IMeasure
{
    private const int Times = 3;
    private const int SmallRows = 1000;
    private const int LargeOverSmall = 4;
    private const double MostBytesOfRow = 14;
    private const double AimedBytesOfRow = 10;

    /// <inheritdoc/>
    public string Name => "memory";

    /// <summary>Measures the memory for files, in turns.</summary>
    public static void AddMemory(Workplace place, Report report, params (string Path, long Rows)[] files)
    {
        string warmUp = place.Generate(FileKind.Clean, SmallRows);
        List<(long Idle, long Peak)>[] found = [.. files.Select(_ => new List<(long, long)>())];
        for (int time = 0; time < Times; time++)
        {
            for (int i = 0; i < files.Length; i++)
            {
                Workplace.Say(string.Create(CultureInfo.InvariantCulture, $"memory of a process that checks {files[i].Rows:N0} rows"));
                found[i].Add(Measure(warmUp, files[i].Path, files[i].Rows, place));
            }
        }

        for (int i = 0; i < files.Length; i++)
        {
            Add(files[i].Rows, found[i], report);
        }
    }

    /// <inheritdoc/>
    public void Run(Workplace place, Report report)
    {
        long largeRows = place.Rows * LargeOverSmall;
        string large = place.Generate(FileKind.Clean, largeRows);
        AddMemory(place, report, (place.CleanFile, place.Rows), (large, largeRows));
        File.Delete(large);
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
        string title = string.Create(CultureInfo.InvariantCulture, $"memory over idle, check of {rows:N0} rows, a row");
        (long Idle, long Peak)[] sorted = [.. found.OrderBy(one => one.Peak - one.Idle)];
        (long idle, long peak) = sorted[sorted.Length / 2];
        report.Add(new Figure(title, Unit.Bytes, MostBytesOfRow)
        {
            Aim = AimedBytesOfRow,
            Best = (sorted[0].Peak - sorted[0].Idle) / (double)rows,
            Median = (peak - idle) / (double)rows,
        });
        report.Add(string.Create(
            CultureInfo.InvariantCulture, $"Working set before and at its peak, check of {rows:N0} rows: {idle / 1e6:F0} MB, {peak / 1e6:F0} MB."));
    }
}
