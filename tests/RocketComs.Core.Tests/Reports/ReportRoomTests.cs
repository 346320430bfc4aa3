using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace RocketComs.Core.Tests.Reports;

/// <summary>What a report has no room for is counted; the rest stands in its order.</summary>
public sealed class ReportRoomTests
{
    [Fact]
    public void Long_texts_share_the_last_rung_of_the_ladder()
    {
        Dictionary<string, long> rungs = Enumerable.Range(1, 14).ToDictionary(segments => segments.ToString(CultureInfo.InvariantCulture), segments => Math.Max(1L, segments - 11));
        string text = Markdown(ReportSample.Check("2025550123,Hi\n") with { SegmentHistogram = rungs });
        Assert.Contains("| 11 segments | 1 | 5.9 % | 11 | 0.11 USD | ███ |\n| 12 to 14 segments | 6 | 35.3 % | 80 | 0.80 USD | ████████████████████ |\n", text, StringComparison.Ordinal);
        Assert.Equal(12, Regex.Count(text, @"^\| (?:[0-9]+ |[0-9]+ to [0-9]+ )segments? \|", RegexOptions.Multiline));
    }

    [Fact]
    public void Ladder_of_twelve_rungs_has_each_by_itself()
    {
        Dictionary<string, long> rungs = Enumerable.Range(1, 12).ToDictionary(segments => segments.ToString(CultureInfo.InvariantCulture), _ => 1L);
        string text = Markdown(ReportSample.Check("2025550123,Hi\n") with { SegmentHistogram = rungs });
        Assert.Contains("| 12 segments | 1 | 8.3 % | 12 | 0.12 USD |", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" to 12 segments", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Zones_stand_by_their_rows_then_by_name_then_by_file_and_name_the_file_where_there_are_several()
    {
        RcSendWindow window = ReportSample.Window("America/New_York", 9, 10, 4);
        string text = Markdown(
            window with { TimeZone = "Asia/Tokyo", RowCount = 5 },
            window with { Path = "/data/z.csv", RowCount = 7, QuietRowCount = 7 },
            window with { RowCount = 7 },
            window with { TimeZone = "America/Chicago", RowCount = 7, LocalStart = null, LocalEnd = null });
        Assert.Contains(
            "| America/Chicago (batch.csv) | 7 |  |  | – |\n"
            + "| America/New\\_York (batch.csv) | 7 | 2027-01-30 09:00 | 2027-01-30 10:00 | 4 |\n"
            + "| America/New\\_York (z.csv) | 7 | 2027-01-30 09:00 | 2027-01-30 10:00 | 7 |\n"
            + "| Asia/Tokyo (batch.csv) | 5 | 2027-01-30 09:00 | 2027-01-30 10:00 | 4 |\n",
            text,
            StringComparison.Ordinal);
        Assert.DoesNotContain("(batch.csv)", Markdown(window), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_and_windows_beyond_those_that_are_told_are_counted()
    {
        RcSendWindow window = ReportSample.Window("America/New_York", 0, 1, 4);
        string many = Markdown([.. Enumerable.Range(0, 12).Select(i => window with { Path = $"/data/{i:00}.csv" })]);
        Assert.Contains("And 2 more files, in the table as far as there is room.", many, StringComparison.Ordinal);
        Assert.DoesNotContain("more file", Markdown([.. Enumerable.Range(0, 10).Select(i => window with { Path = $"/data/{i:00}.csv" })]), StringComparison.Ordinal);
        string hours = Markdown([.. Enumerable.Range(0, 7).Select(i => window with { LocalStart = window.LocalStart!.Value.AddHours(i), LocalEnd = window.LocalEnd!.Value.AddHours(i) })]);
        Assert.Contains("from 2027-01-30 10:00 to 2027-01-30 11:00 (UTC).", hours, StringComparison.Ordinal);
        Assert.DoesNotContain("from 2027-01-30 11:00 to 2027-01-30 12:00 (UTC).", hours, StringComparison.Ordinal);
        Assert.Contains("And 1 more window.", hours, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_with_errors_beyond_those_that_are_drawn_are_counted()
    {
        RcBatchCsvReport check = ReportSample.Check("bad,Hi\n");
        string text = Markdown([.. Enumerable.Range(0, 30).Select(i => check with { Path = $"/data/{i:00}.csv" })]);
        Match drawn = Regex.Match(text, "Where they stand is drawn for the first ([0-9]+) files; there are ([0-9]+) more with errors or warnings\\.");
        Assert.True(drawn.Success);
        Assert.Equal(30, int.Parse(drawn.Groups[1].Value, CultureInfo.InvariantCulture) + int.Parse(drawn.Groups[2].Value, CultureInfo.InvariantCulture));
    }

    private static string Markdown(params object[] items) => ReportSample.Text(".md", ReportSample.Input(items));
}
