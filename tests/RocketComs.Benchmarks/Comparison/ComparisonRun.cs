using RocketComs.Benchmarks.Measures;

namespace RocketComs.Benchmarks.Comparison;

/// <summary>Takes the measures one after the other and prints what was found.</summary>
internal static class ComparisonRun
{
    private static readonly IMeasure[] s_measures =
    [
        new ReadingMeasure(), new OneCoreMeasure(), new ImportCsvMeasure(), new SegmentMeasure(), new LongTextMeasure(), new MemoryMeasure(), new UploadMeasure(),
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
        using (Workplace place = new(line.Rows, line.Rounds, cancellationToken))
        {
            foreach (IMeasure measure in measures)
            {
                try
                {
                    measure.Run(place, report);
                }
                catch (MeasureException problem)
                {
                    report.AddFault($"{measure.Name}: {problem.Message}");
                }
            }
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
