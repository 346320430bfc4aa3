namespace RocketComs.Core.Reports.Content;

/// <summary>Where in a file its errors and warnings stand.</summary>
internal static class RowStrip
{
    private const int Cells = 200;
    private const int MostRanges = 12;

    public static Figure Figure(RcBatchCsvReport check, ReportText text)
    {
        RcIssueSeverity?[] cells = new RcIssueSeverity?[Cells];
        int units = (int)Math.Min(Cells, Math.Max(1, check.RowCount));
        (long[] errors, long[] warnings) = (new long[units], new long[units]);
        foreach (RcBatchCsvIssue issue in check.Issues.Where(issue => issue.Row >= 1 && issue.Row <= check.RowCount))
        {
            // Of a file with few rows, each fills several cells.
            int first = (int)((issue.Row - 1) * (decimal)Cells / check.RowCount);
            int end = Math.Max(first + 1, (int)(issue.Row * (decimal)Cells / check.RowCount));
            (issue.Severity == RcIssueSeverity.Error ? errors : warnings)[(int)((issue.Row - 1) * (decimal)units / check.RowCount)]++;
            for (int cell = first; cell < end; cell++)
            {
                cells[cell] = cells[cell] > issue.Severity ? cells[cell] : issue.Severity;
            }
        }

        List<(int From, int Until)> ranges = [];
        for (int unit = 0; unit < units; unit++)
        {
            if (errors[unit] + warnings[unit] > 0)
            {
                bool goesOn = ranges.Count > 0 && ranges[ranges.Count - 1].Until == unit;
                int from = goesOn ? ranges[ranges.Count - 1].From : unit;
                ranges.RemoveRange(ranges.Count - (goesOn ? 1 : 0), goesOn ? 1 : 0);
                ranges.Add((from, unit + 1));
            }
        }

        long Sum(long[] counts, (int From, int Until) range) => counts.Skip(range.From).Take(range.Until - range.From).Sum();
        ReportTable table = ReportTable.Of(
            [new("Rows"), new("Errors", CellKind.Figure), new("Others", CellKind.Figure)],
            ranges,
            text.Most(MostRanges),
            "place",
            range => [Rows(range, units, check.RowCount), ReportText.Count(Sum(errors, range)), ReportText.Count(Sum(warnings, range))]);
        long all = check.IssueSummary.Sum(rule => rule.Value);
        string capped = all > check.Issues.Length ? $"The check kept {ReportText.Count(check.Issues.Length)} of {ReportText.Count(all)}; only those are drawn." : string.Empty;
        return new Figure(
            $"Where they stand in {text.File(check.Path)}",
            $"The file from its first row to its last in {Cells} cells: a high hatched one holds an error, a low dotted one a warning. {capped}".TrimEnd(),
            new StripChart(cells, check.RowCount, capped),
            table);
    }

    private static string Rows((int From, int Until) range, int units, long rows)
    {
        long first = (long)Math.Ceiling(range.From * (decimal)rows / units) + 1;
        long last = (long)Math.Ceiling(range.Until * (decimal)rows / units);
        return first == last ? ReportText.Count(first) : $"{ReportText.Count(first)} to {ReportText.Count(last)}";
    }
}
