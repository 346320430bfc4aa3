using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime;
using System.Runtime.InteropServices;
using RocketComs.Core.Rules;

namespace RocketComs.Benchmarks.Comparison;

/// <summary>Prints a report: for a console of 100 columns, or as Markdown to paste.</summary>
internal static class ReportPrinter
{
    private static readonly string[] s_figureHeads = ["measure", "cores", "best", "median", "cpu", "target", "verdict"];
    private static readonly string[] s_timeHeads = ["time behind it", "best", "median", "cpu", "cores got", "cpu each", "speed"];

    /// <summary>Prints tables of fixed width.</summary>
    public static void Print(Report report, TextWriter target)
    {
        target.WriteLine(Surroundings());
        PrintTable(s_figureHeads, FigureRows(report), target);
        PrintTable(s_timeHeads, TimeRows(report), target);
        PrintNotes(report, target);
    }

    /// <summary>Prints Markdown tables.</summary>
    public static void PrintMarkdown(Report report, TextWriter target)
    {
        target.WriteLine(Surroundings());
        PrintMarkdownTable(s_figureHeads, FigureRows(report), target);
        PrintMarkdownTable(s_timeHeads, TimeRows(report), target);
        PrintNotes(report, target);
    }

    /// <summary>Runtime, cores and build: what figures depend on, without the name of the machine.</summary>
    private static string Surroundings()
    {
        bool isDebug = typeof(BatchCsvChecker).Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true };
        string build = isDebug ? "DEBUG BUILD: THE FIGURES SAY NOTHING, RUN WITH -c Release" : "release build";
        return $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} cores, "
            + $"{(GCSettings.IsServerGC ? "server" : "workstation")} GC, {build}.";
    }

    private static List<string[]> FigureRows(Report report) =>
    [
        .. report.Figures.Select(figure => new[]
        {
            figure.Name,
            figure.Cores.ToString(CultureInfo.InvariantCulture),
            figure.NotRun is null ? figure.Text(figure.Best) : "-",
            figure.NotRun is null ? figure.Text(figure.Median) : "-",
            figure.Processor is { } processor ? figure.Text(processor) : "-",
            figure.TargetText,
            figure.Verdict,
        }),
    ];

    private static List<string[]> TimeRows(Report report) => [.. report.Times.Select(time => time.Cells)];

    private static void PrintTable(string[] heads, List<string[]> rows, TextWriter target)
    {
        if (rows.Count == 0)
        {
            return;
        }

        target.WriteLine();
        int[] widths = [.. heads.Select((head, i) => Math.Max(head.Length, rows.Select(row => row[i].Length).Max()))];
        PrintRow(heads, widths, target);
        PrintRow([.. widths.Select(width => new string('-', width))], widths, target);
        foreach (string[] row in rows)
        {
            PrintRow(row, widths, target);
        }
    }

    // Names stand to the left, figures to the right.
    private static void PrintRow(string[] cells, int[] widths, TextWriter target) => target.WriteLine(string.Join(
        "  ", cells.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd());

    private static void PrintMarkdownTable(string[] heads, List<string[]> rows, TextWriter target)
    {
        if (rows.Count == 0)
        {
            return;
        }

        target.WriteLine();
        target.WriteLine("| " + string.Join(" | ", heads) + " |");
        target.WriteLine("| --- " + string.Concat(Enumerable.Repeat("| ---: ", heads.Length - 1)) + "|");
        foreach (string[] row in rows)
        {
            target.WriteLine("| " + string.Join(" | ", row.Select(static cell => cell.Replace("|", "\\|", StringComparison.Ordinal))) + " |");
        }
    }

    private static void PrintNotes(Report report, TextWriter target)
    {
        target.WriteLine();
        if (report.Figures.Any(figure => figure.Verdict == "unsure"))
        {
            target.WriteLine("- Unsure: best, median and cpu disagree, or a work got less than a core, as on a busy machine; run it again.");
        }

        IEnumerable<string> notRun = report.Figures.Where(figure => figure.NotRun is not null).Select(figure => $"Not run: {figure.Name}: {figure.NotRun}.");
        foreach (string note in report.Notes.Concat(notRun).Concat(report.Faults.Select(fault => "FAILED: " + fault)))
        {
            target.WriteLine("- " + note);
        }
    }
}
