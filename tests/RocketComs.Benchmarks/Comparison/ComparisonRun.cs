using System.Globalization;
using RocketComs.Benchmarks.Measures;

namespace RocketComs.Benchmarks.Comparison;

/// <summary>Takes the measures one after the other and prints what was found.</summary>
internal static class ComparisonRun
{
    private static readonly IMeasure[] s_measures =
    [
        new ReadingMeasure(), new OneCoreMeasure(), new MixesMeasure(), new RepairMeasure(), new FirstCheckMeasure(), new ImportCsvMeasure(),
        new PipedMeasure(), new RunbookMeasure(), new SegmentMeasure(), new LongTextMeasure(), new MemoryMeasure(), new LargeFileMeasure(), new UploadMeasure(), new LoadMeasure(),
    ];

    /// <summary>Runs a comparison.</summary>
    /// <param name="line">What was asked for.</param>
    /// <param name="cancellationToken">Stops it; the files are removed all the same.</param>
    /// <exception cref="UsageException">A measure was asked for that there is none of.</exception>
    /// <returns>Whether everything did its work; a target that is missed is a finding, not a failure.</returns>
    public static bool Run(CommandLine line, CancellationToken cancellationToken)
    {
        IMeasure[] measures = Choose(line.Only);
        Report report = new();
        List<string> got = [];
        using (Workplace place = new(line.Rows, line.Rounds, cancellationToken))
        {
            foreach (IMeasure measure in measures)
            {
                int before = report.Figures.Count;
                try
                {
                    measure.Run(place, report);
                }
                catch (MeasureException problem)
                {
                    report.AddFault($"{measure.Name}: {problem.Message}");
                }

                // Of figures that are not of times there is none.
                if (report.Figures.Skip(before).Min(figure => figure.CoresGot) is { } cores)
                {
                    got.Add(string.Create(CultureInfo.InvariantCulture, $"{measure.Name} {cores:F2}"));
                }
            }
        }

        if (got.Count > 0)
        {
            report.Add($"Cores that the works got at least: {string.Join(", ", got)}; less than 1 means that the machine was busy, or that a work waits.");
        }

        if (line.Markdown)
        {
            ReportPrinter.PrintMarkdown(report, Console.Out);
        }
        else
        {
            ReportPrinter.Print(report, Console.Out);
        }

        return report.Faults.Count == 0;
    }

    private static IMeasure[] Choose(IReadOnlyList<string> names)
    {
        string? unknown = names.FirstOrDefault(name => s_measures.All(measure => measure.Name != name));
        return unknown is null
            ? names.Count == 0 ? s_measures : [.. s_measures.Where(measure => names.Contains(measure.Name))]
            : throw new UsageException($"There is no measure '{unknown}'; there are {string.Join(", ", s_measures.Select(measure => measure.Name))}.");
    }
}
