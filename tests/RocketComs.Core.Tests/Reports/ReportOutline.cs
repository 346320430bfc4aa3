using System.Globalization;
using RocketComs.Core.Reports.Content;

namespace RocketComs.Core.Tests.Reports;

/// <summary>A report as lines that a test can hold whole: facts, sections, sentences, the shapes of charts, tables.</summary>
internal static class ReportOutline
{
    public static string Of(params object[] items) => Of(ReportDocumentBuilder.Build(ReportSample.Input(items), ReportSample.Options));

    public static string Of(ReportDocument report) => string.Join(
        "\n", [report.Title, .. report.Facts.Select(fact => $"{fact.Name}: {fact.Value}"), .. report.Sections.SelectMany(section => Lines(section))]);

    /// <summary>The section of a report, or nothing where it has none of that name.</summary>
    public static string Section(string title, params object[] items) =>
        string.Join("\n", ReportDocumentBuilder.Build(ReportSample.Input(items), ReportSample.Options).Sections.Where(section => section.Title == title).SelectMany(Lines));

    public static IEnumerable<string> Lines(ReportSection section) => [$"== {section.Title}", .. section.Texts, .. section.Figures.SelectMany(Lines)];

    /// <summary>Columns of figures end in a dollar, verbatim ones in a quote; a cell with nothing in it is an empty set.</summary>
    public static IEnumerable<string> Lines(Figure figure) =>
    [
        $"-- {figure.Title}: {figure.Description}",
        .. Shapes(figure.Chart),
        string.Join(" | ", figure.Table.Columns.Select(column => column.Name + column.Kind switch { CellKind.Figure => "$", CellKind.Verbatim => "\"", _ => string.Empty })),
        .. figure.Table.Rows.Select(row => string.Join(" | ", row.Select(cell => cell.Length == 0 ? "∅" : cell))),
        .. figure.Table.More is null ? Array.Empty<string>() : [figure.Table.More],
    ];

    private static IEnumerable<string> Shapes(Chart? chart) => chart switch
    {
        BarChart bars => bars.Bars.Select(bar => $"[{bar.Fill}] {bar.Value.ToString(CultureInfo.InvariantCulture)} {bar.Name}"),
        StripChart strip => [$"[{Runs(strip.Cells)}] of {strip.RowCount.ToString(CultureInfo.InvariantCulture)}"],
        DayChart days => days.Lines.Select(line => $"[{line.Name}] window {Parts(line.Window)}, quiet {Parts(line.Quiet)}"),
        ColumnChart columns => [$"[{string.Join(' ', columns.Columns)}] {columns.First} to {columns.Last}"],
        PhoneChart phone => [.. phone.Segments.Select(segment => $"[{segment.Replace("\n", "\\n", StringComparison.Ordinal)}]"), $"[{phone.More} more]"],
        _ => [],
    };

    // Such as "Error*2 -*198".
    private static string Runs(IReadOnlyList<RcIssueSeverity?> cells)
    {
        List<string> runs = [];
        for (int first = 0, end; first < cells.Count; first = end)
        {
            for (end = first + 1; end < cells.Count && cells[end] == cells[first]; end++)
            {
            }

            runs.Add($"{cells[first]?.ToString() ?? "-"}*{(end - first).ToString(CultureInfo.InvariantCulture)}");
        }

        return string.Join(' ', runs);
    }

    private static string Parts(IReadOnlyList<(int From, int Until)> parts) => parts.Count == 0 ? "none" : string.Join('+', parts.Select(part => $"{part.From}-{part.Until}"));
}
