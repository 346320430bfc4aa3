using System.Text.Json;
using RocketComs.Core.Reports;
using RocketComs.Core.Reports.Content;
using Xunit;

namespace RocketComs.Core.Tests.Reports;

/// <summary>How figures, names and hours are written, and what counts as wrong.</summary>
public sealed class ReportFiguresTests
{
    private const int Minute = 60;
    private const int Hour = 60 * Minute;
    private const int Day = 24 * Hour;

    // No more than 24 columns, each as wide as it has to be.
    [Theory]
    [InlineData(0, "1 second", 1)]
    [InlineData(23, "1 second", 24)]
    [InlineData(24, "5 seconds", 5)]
    [InlineData(24 * 30, "1 minute", 13)]
    [InlineData(24 * Minute, "5 minutes", 5)]
    [InlineData(12 * Hour, "1 hour", 13)]
    [InlineData(24 * Hour, "3 hours", 9)]
    [InlineData(12 * Day, "1 day", 13)]
    [InlineData(24 * Day, "7 days", 5)]
    [InlineData(24 * 365 * Day, "380 days", 24)]
    public void Messages_are_drawn_over_time_in_columns_of_one_width(int seconds, string width, int columns)
    {
        string text = Markdown(ReportSample.Message("SENT", 0), ReportSample.Message("SENT", seconds));
        Assert.Contains($"Messages over time, {width} a column", text, StringComparison.Ordinal);
        string[] rows = [.. text[text.IndexOf("| From (UTC)", StringComparison.Ordinal)..].Split('\n').Skip(2).TakeWhile(line => line.StartsWith('|'))];
        Assert.Equal(columns, rows.Length);
        Assert.EndsWith("| 2 | 100.0 % |", rows[^1], StringComparison.Ordinal);
        Assert.Equal(2, rows.Sum(row => int.Parse(row.Split('|')[2], System.Globalization.CultureInfo.InvariantCulture)));
    }

    // A tick before a column ends, and 23 of them later: there would be one too many if they were a tick too narrow.
    [Fact]
    public void Columns_of_many_years_are_as_wide_as_they_have_to_be()
    {
        long width = TimeSpan.FromDays(400).Ticks;
        long first = (1900 * width) - 1;
        Figure figure = Drain.Section([new DateTimeOffset(first, TimeSpan.Zero), new DateTimeOffset(first + (23 * (width + 1)) + 22, TimeSpan.Zero), null])!.Figures[0];
        ColumnChart chart = Assert.IsType<ColumnChart>(figure.Chart);
        Assert.Equal((24, 1L, 1L, chart.Last), (chart.Columns.Count, chart.Columns[0], chart.Columns[23], figure.Table.Rows[23][0]));
    }

    [Theory]
    [InlineData(0, 0, "")]
    [InlineData(0, 5, "0.0 %")]
    [InlineData(1, 2001, "< 0.1 %")]
    [InlineData(1, 2000, "0.1 %")]
    [InlineData(1, 1000, "0.1 %")]
    [InlineData(1, 3, "33.3 %")]
    [InlineData(1998, 2000, "99.9 %")]
    [InlineData(1999, 2000, "> 99.9 %")]
    [InlineData(5, 5, "100.0 %")]
    public void Part_that_is_not_all_and_not_nothing_is_never_written_so(long part, long whole, string share) => Assert.Equal(share, ReportText.Share(part, whole));

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdefg", 6, "abcde…")]
    [InlineData("abcd😀g", 6, "abcd…")]
    [InlineData("abc😀fg", 6, "abc😀…")]
    public void Text_is_cut_between_characters(string text, int most, string cut) => Assert.Equal(cut, ReportText.Cut(text, most));

    [Theory]
    [InlineData(null, "rows from the pipeline", null)]
    [InlineData("/data/a b.csv", "a b.csv", "a%20b.csv")]
    [InlineData("/data/sub/a.csv", "sub/a.csv", "sub/a.csv")]
    [InlineData("/more/a.csv", "a.csv", "a.csv")]
    [InlineData("/data2/a.csv", "/data2/a.csv", "file:///data2/a.csv")]
    [InlineData("sub\\a.csv", "sub\\a.csv", "sub/a.csv")]
    public void File_is_named_from_the_nearest_root(string? path, string file, string? uri)
    {
        Assert.SkipUnless(Path.DirectorySeparatorChar == '/', "Paths are written so there alone.");
        ReportText text = new(new ReportOptions { Roots = ["/data", "/more/"] });
        Assert.Equal((file, uri), (text.File(path), text.Uri(path)));
    }

    [Fact]
    public void Long_name_of_a_file_keeps_its_end()
    {
        ReportText text = new(ReportSample.Options);
        Assert.Equal(new string('a', 76) + ".csv", text.File(new string('a', 76) + ".csv"));
        Assert.Equal("…" + new string('a', 75) + ".csv", text.File(new string('a', 77) + ".csv"));
        Assert.Equal("…" + new string('a', 74) + ".csv", text.File("x😀" + new string('a', 74) + ".csv"));
    }

    [Theory]
    [InlineData("FAILED", true)]
    [InlineData("INVALID-INPUT", true)]
    [InlineData("LENGTH-ERROR", true)]
    [InlineData("CANCELED", true)]
    [InlineData("DECLINED", true)]
    [InlineData("REJECTED", true)]
    [InlineData("DELIVERED", false)]
    [InlineData("SENT", false)]
    [InlineData(null, false)]
    public void Messages_that_did_not_arrive_are_told_by_their_status(string? status, bool isFailure)
    {
        string text = Markdown(new RcMessage { Id = "1", Status = status }, new RcMessage { Id = "2", Status = "DELIVERED" });
        Assert.Equal(isFailure, text.Contains("1 of 2 messages did not arrive.", StringComparison.Ordinal));
        Assert.Equal(isFailure, text.Contains("Failures by reason", StringComparison.Ordinal));
        Assert.Contains(status ?? "no status", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_of_delivery_are_sums_of_the_counters_that_the_platform_gave()
    {
        ReportInput input = ReportSample.Input(new RcInsight { BatchId = "a", Submitted = 5, Delivered = 2, Sent = 9 }, new RcInsight { BatchId = "b", Submitted = 2 });
        Assert.Equal([("Submitted", "7"), ("Delivered", "2")], ReportDocumentBuilder.Build(input, ReportSample.Options).Facts);
    }

    [Theory]
    [InlineData(0, 24, "XXXXXXXX=============XXX")]
    [InlineData(0, 30, "XXXXXXXX=============XXX")]
    [InlineData(22, 24, "--------.............-XX")]
    [InlineData(22, 26, "XX------.............-XX")]
    [InlineData(9, 9, "--------.............---")]
    [InlineData(9, 8, "--------.............---")]
    public void Window_of_a_zone_is_drawn_on_its_day(int from, int until, string line)
    {
        RcSendWindow window = ReportSample.Window("Asia/Tokyo", 9, 10, 0) with { LocalStart = new DateTime(2027, 1, 30).AddHours(from), LocalEnd = new DateTime(2027, 1, 30).AddHours(until) };
        Assert.Contains(line + " Asia/Tokyo", Markdown(window), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, 0, ".........=..........----")]
    [InlineData(0, 8, "--------.=..............")]
    [InlineData(9, 12, ".........X--............")]
    public void Quiet_time_is_drawn_where_it_is(int from, int until, string line)
    {
        RcSendWindow window = ReportSample.Window("Asia/Tokyo", 9, 10, 0) with { QuietFrom = TimeSpan.FromHours(from), QuietUntil = TimeSpan.FromHours(until) };
        Assert.Contains(line + " Asia/Tokyo", Markdown(window), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, true, "1 row stands up to 5 characters over the border of a segment: shortening it a little saves 1 segment, 0.01 USD.")]
    [InlineData(1, false, "1 row stands up to 5 characters over the border of a segment: shortening it a little saves 1 segment.")]
    [InlineData(2, true, "2 rows stand up to 5 characters over the border of a segment: shortening them a little saves 2 segments, 0.02 USD.")]
    public void What_shorter_texts_save_is_told(int rows, bool isPriced, string expected)
    {
        RcBatchCsvReport check = ReportSample.Check(string.Concat(Enumerable.Range(0, rows).Select(i => $"202555010{i},{new string('a', 161)}\n")));
        Assert.Contains(expected, Markdown(isPriced ? check : check with { EstimatedCost = null }), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_beside_files_is_told_to_a_runner()
    {
        string[] lines = [.. ReportFile.GitHubCommands(
            ReportSample.Input(
                new RcBatch { Id = ReportSample.BatchId, Status = "ERROR" },
                new RcBatch { Id = "b", Status = "COMPLETED" },
                new RcInsight { BatchId = "x", Rejected = 2, Failed = 1 },
                new RcInsight { BatchId = "y", Rejected = 3 },
                new RcInsight { BatchId = "z", Rejected = 0, Failed = 0, Submitted = 5 },
                ReportSample.Window("Asia/Tokyo", 9, 10, 0),
                ReportSample.Window("America/New_York", 9, 10, 4)),
            ReportSample.Options)];
        Assert.Equal(3, lines.Length);
        Assert.StartsWith($"::error title=batch-error The platform could not process a batch::1; first in batch {ReportSample.BatchId}: ", lines[0], StringComparison.Ordinal);
        Assert.Equal("::warning title=undelivered Messages did not arrive::6 in 2 places; first in batch x: 1 failed, 2 rejected.", lines[1]);
        Assert.StartsWith("::warning file=batch.csv,title=quiet-time Rows are reached in quiet time::4; first in batch.csv: America/New_York: 100 rows, 4 in quiet time", lines[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RcIssueSeverity.Error, "error", "error")]
    [InlineData(RcIssueSeverity.Warning, "warning", "warning")]
    [InlineData(RcIssueSeverity.Information, "notice", "note")]
    public void Severity_of_an_issue_is_that_of_each_tool(RcIssueSeverity severity, string command, string level)
    {
        RcBatchCsvIssue issue = new() { RuleId = "RC999", Severity = severity, Message = "It is so." };
        ReportInput input = ReportSample.Input(new RcBatchCsvReport { Path = "/data/a.csv", RowCount = 1, Issues = [issue], IssueSummary = new Dictionary<string, long> { ["RC999"] = 1 } });
        Assert.StartsWith($"::{command} file=a.csv,title=RC999", Assert.Single(ReportFile.GitHubCommands(input, ReportSample.Options)), StringComparison.Ordinal);
        using JsonDocument sarif = JsonDocument.Parse(ReportSample.Write(".sarif", input));
        Assert.Equal(level, Assert.Single(sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()).GetProperty("level").GetString());
    }

    private static string Markdown(params object[] items) => ReportSample.Text(".md", ReportSample.Input(items));
}
