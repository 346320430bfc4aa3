using System.Globalization;
using RocketComs.Benchmarks.Comparison;

namespace RocketComs.Benchmarks.Measures;

/// <summary>The check with all rules, over a bare reading of the same file: the clean one and the worst.</summary>
internal sealed class ReadingMeasure : IMeasure
{
    private static readonly Figure s_clean = new("check with all rules / bare reading", Unit.Times, 1.0) { Aim = 0.75 };
    private static readonly Figure s_worst = new("check of the worst file / bare reading of it", Unit.Times, 2.0) { Aim = 1.0 };

    /// <inheritdoc/>
    public string Name => "reading";

    /// <inheritdoc/>
    public void Run(Workplace place, Report report)
    {
        string clean = place.CleanFile;
        string worst = place.WorstFile;
        Workplace.Say("bare readings and checks of the clean file and of the worst one, in turns");
        Action[] bareClean = BareReader.Works(clean, place.Rows);
        Action[] bareWorst = BareReader.Works(worst, place.Rows);
        Timings[] timings = Interleaved.Run(
            place.Rounds,
            place.CancellationToken,
            [
                .. bareClean, .. bareWorst,
                () => Checking.CheckClean(clean, place.Rows, place.CancellationToken),
                () => Checking.CheckWorst(worst, place.Rows, place.CancellationToken),
            ]);
        (string cleanName, Timings cleanTimes) = BareReader.Fastest(timings.AsSpan(0, bareClean.Length));
        (string worstName, Timings worstTimes) = BareReader.Fastest(timings.AsSpan(bareClean.Length, bareWorst.Length));
        (Timings cleanCheck, Timings worstCheck) = (timings[^2], timings[^1]);
        long length = new FileInfo(clean).Length;
        long worstLength = new FileInfo(worst).Length;
        report.Add(s_clean.Of(cleanCheck, cleanTimes));
        report.Add(s_worst.Of(worstCheck, worstTimes));
        report.Add(new WorkTime("bare reading, clean file", cleanTimes, place.Rows, length));
        report.Add(new WorkTime("bare reading, worst file", worstTimes, place.Rows, worstLength));
        report.Add(new WorkTime("check, clean file", cleanCheck, place.Rows, length));
        report.Add(new WorkTime("check, worst file", worstCheck, place.Rows, worstLength));
        report.Add(string.Create(CultureInfo.InvariantCulture, $"Files of {place.Rows:N0} rows: clean {length / 1e6:F1} MB, worst {worstLength / 1e6:F1} MB."));
        report.Add($"Fastest bare reading: {cleanName} for the clean file, {worstName} for the worst.");
    }
}
