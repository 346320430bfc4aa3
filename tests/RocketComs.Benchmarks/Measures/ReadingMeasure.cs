using System.Diagnostics;
using System.Globalization;
using RocketComs.Benchmarks.Comparison;

namespace RocketComs.Benchmarks.Measures;

/// <summary>The check with all rules, over a bare reading of the same file; and the worst file over the clean one.</summary>
internal sealed class ReadingMeasure : IMeasure
{
    private const double MostOverBare = 4.0;
    private const double MostOverClean = 3.0;

    /// <inheritdoc/>
    public string Name => "reading";

    /// <summary>Times every way of bare reading, and other works in turns with them.</summary>
    /// <returns>The fastest of the bare readers, its times, and those of the other works.</returns>
    public static (BareReader Fastest, Timings Bare, Timings[] Others) RunOverBare(
        string path, long rows, int rounds, CancellationToken cancellationToken, params Action[] others)
    {
        Action[] bare = [.. BareReader.All.Select(reader => (Action)(() => ReadBare(reader, path, rows)))];
        Timings[] timings = Interleaved.Run(rounds, cancellationToken, [.. bare, .. others]);
        int fastest = Enumerable.Range(0, bare.Length).MinBy(i => timings[i].Best);
        return (BareReader.All[fastest], timings[fastest], timings[bare.Length..]);
    }

    /// <inheritdoc/>
    public void Run(Workplace place, Report report)
    {
        string clean = place.CleanFile;
        string worst = place.WorstFile;
        Workplace.Say("bare reading, the check of the clean file and of the worst one, in turns");
        TimeSpan cpuBefore = Environment.CpuUsage.TotalTime;
        long begin = Stopwatch.GetTimestamp();
        (BareReader fastest, Timings bare, Timings[] checks) = RunOverBare(
            clean,
            place.Rows,
            place.Rounds,
            place.CancellationToken,
            () => Checking.CheckClean(clean, place.Rows, place.CancellationToken),
            () => Checking.CheckWorst(worst, place.Rows, place.CancellationToken));
        double cores = (Environment.CpuUsage.TotalTime - cpuBefore) / Stopwatch.GetElapsedTime(begin);
        long length = new FileInfo(clean).Length;
        long worstLength = new FileInfo(worst).Length;
        report.Add(Figure.Ratio("check with all rules / bare reading (aim 2.0x)", checks[0], bare, MostOverBare));
        report.Add(Figure.Ratio("check of the worst file / check of the clean file", checks[1], checks[0], MostOverClean));
        report.Add(new WorkTime("bare reading", bare, place.Rows, length));
        report.Add(new WorkTime("check, clean file", checks[0], place.Rows, length));
        report.Add(new WorkTime("check, worst file", checks[1], place.Rows, worstLength));
        report.Add(string.Create(
            CultureInfo.InvariantCulture, $"Files of {place.Rows:N0} rows: clean {length / 1e6:F1} MB, worst {worstLength / 1e6:F1} MB. Fastest bare reading: {fastest.Name}."));
        report.Add(string.Create(CultureInfo.InvariantCulture, $"While it read and checked, the program got {cores:F2} cores; less than 1 means that the machine was busy."));
    }

    private static void ReadBare(BareReader reader, string path, long rows)
    {
        (long records, long bytes) = reader.Read(path);
        if (records != rows || bytes < rows)
        {
            throw new MeasureException($"The bare reading of {rows} rows gave {records} records.");
        }
    }
}
