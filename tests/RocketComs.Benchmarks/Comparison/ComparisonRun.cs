using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace RocketComs.Benchmarks.Comparison;

/// <summary>Takes the measures one after the other and prints what was found.</summary>
internal static class ComparisonRun
{
    private static readonly IMeasure[] s_measures = [new ReadingMeasure()];

    /// <summary>Runs a comparison.</summary>
    /// <param name="line">What was asked for.</param>
    /// <param name="cancellationToken">Stops it; the files are removed all the same.</param>
    /// <exception cref="UsageException">A measure was asked for that there is none of.</exception>
    /// <exception cref="MeasureException">Something did not do its work, so its time says nothing.</exception>
    public static void Run(CommandLine line, CancellationToken cancellationToken)
    {
        IMeasure[] measures = Choose(line.Only);
        Report report = new();
        using (Workplace place = new(line.Rows, line.Rounds, cancellationToken))
        {
            foreach (IMeasure measure in measures)
            {
                measure.Run(place, report);
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
    }

    private static IMeasure[] Choose(IReadOnlyList<string> names)
    {
        string? unknown = names.FirstOrDefault(name => s_measures.All(measure => measure.Name != name));
        return unknown is null
            ? names.Count == 0 ? s_measures : [.. s_measures.Where(measure => names.Contains(measure.Name))]
            : throw new UsageException($"There is no measure '{unknown}'; there are {string.Join(", ", s_measures.Select(measure => measure.Name))}.");
    }
}
