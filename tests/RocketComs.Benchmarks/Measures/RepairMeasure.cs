using RocketComs.Benchmarks.Comparison;
using RocketComs.Core.Csv;
using RocketComs.Core.Repair;

namespace RocketComs.Benchmarks.Measures;

/// <summary>The repair of a file that needs none over its check: it is read, written and checked again.</summary>
internal sealed class RepairMeasure : IMeasure
{
    private static readonly Figure s_target = new("repair of the clean file / its check", Unit.Times, 4) { Aim = 2.5 };

    /// <inheritdoc/>
    public string Name => "repair";

    /// <inheritdoc/>
    public void Run(Workplace place, Report report)
    {
        string clean = place.CleanFile;
        RepairOptions options = new() { Destination = place.PathOf("repaired.csv"), Overwrite = true };
        Workplace.Say("repair and check of the clean file, in turns");
        Timings[] timings = Interleaved.Run(
            place.Rounds,
            place.CancellationToken,
            () => Checking.CheckClean(clean, place.Rows, place.CancellationToken),
            () => Repair(clean, options, place));
        long length = new FileInfo(clean).Length;
        if (new FileInfo(options.Destination).Length != length)
        {
            throw new MeasureException("The repair of the clean file is not as long as the file.");
        }

        File.Delete(options.Destination);
        report.Add(s_target.Of(timings[1], timings[0]));
        report.Add(new WorkTime("check, in turns with repair", timings[0], place.Rows, length));
        report.Add(new WorkTime("repair, clean file", timings[1], place.Rows, length));
    }

    private static void Repair(string path, RepairOptions options, Workplace place)
    {
        RcBatchCsvRepair repair = BatchCsvRepairer.Repair(new FileSource(path), options, place.CancellationToken);
        if (repair.RowsRead != place.Rows || repair.RowsWritten != place.Rows)
        {
            throw new MeasureException($"Of {place.Rows} rows without mistakes {repair.RowsRead} were read and {repair.RowsWritten} written.");
        }
    }
}
