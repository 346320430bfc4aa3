using System.Text;
using RocketComs.Core.Csv;
using RocketComs.Core.Errors;
using RocketComs.Core.Rules;
using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Segments;
using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

public class ReportTests
{
    private const string Mixed = "2025554440,Hello\nbad,€uro\n2025554441,жжж\n2025554440,again\n,no number\n2025554442,\n";

    [Fact]
    public void Figures_count_only_rows_without_errors()
    {
        string text = $"2025554440,{new string('a', 161)}\n2025554441,ж\n2025554441,Hello\nbad,{new string('a', 161)}\n2025554442,x,y\n2025554443,\n";
        RcBatchCsvReport report = Check(text, new CheckOptions { Measure = new MeasureOptions { PricePerSegment = 0.0079m } });
        Assert.Equal((6L, 3L, 3L), (report.RowCount, report.ValidRowCount, report.ErrorCount));
        Assert.Equal((4L, 2L, 1L, 1L), (report.SegmentCount, report.Gsm7RowCount, report.Ucs2RowCount, report.DuplicateCount));
        Assert.Equal(0.0316m, report.EstimatedCost);
        Assert.Equal("RC003 RC005 RC006 RC102 RC105", Fired(report));
        Assert.Equal("/data/batch.csv", report.Path);
    }

    [Fact]
    public void Issue_inside_another_object_is_one_readable_line() => Assert.Equal(
        ["line 1, RC005 Number: The number holds letters.", "line 2, RC003: The row has 3 columns; a comma in the text cut it."],
        Check("badnumber,Hi\n2025550100,a,b\n").Issues.Select(issue => issue.ToString()));

    [Fact]
    public void Cost_without_a_price_is_not_known() => Assert.Null(Check(Mixed).EstimatedCost);

    [Fact]
    public void Line_breaks_and_reference_are_counted_as_asked()
    {
        string row = $"2025554440,{string.Concat(Enumerable.Repeat("\\n", 160))}a\n";
        Assert.Equal((2L, 161), (Check(row).SegmentCount, 161));
        Assert.Equal(3L, Check($"2025554440,{new string('a', 305)}\n", new CheckOptions { Measure = new MeasureOptions { Concatenation = RcSmsConcatenation.Reference16Bit } }).SegmentCount);
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "RC005")]
    [InlineData(3, "RC005 RC004 RC006")]
    [InlineData(4, "RC005 RC102 RC004 RC006")]
    [InlineData(1000, "RC005 RC102 RC004 RC006")]
    public void Cap_keeps_errors_before_warnings_and_the_order_of_the_file(int most, string kept)
    {
        RcBatchCsvReport report = Check(Mixed, new CheckOptions { MaxIssue = most });
        Assert.Equal(kept, string.Join(' ', report.Issues.Select(issue => issue.RuleId)));
        Assert.Equal(("RC004 RC005 RC006 RC102", 3L, 1L), (Fired(report), report.ErrorCount, report.WarningCount));
    }

    [Fact]
    public void Errors_that_come_after_many_warnings_are_still_kept()
    {
        string text = string.Concat(Enumerable.Repeat("2025554440,Hello\n", 50)) + "bad,Hello\n";
        RcBatchCsvReport report = Check(text, new CheckOptions { MaxIssue = 5 });
        Assert.Equal(["RC102", "RC102", "RC102", "RC102", "RC005"], report.Issues.Select(issue => issue.RuleId));
        Assert.Equal("RC005 RC102*49", Fired(report));
    }

    [Fact]
    public void Header_takes_no_place_among_the_issues_that_are_kept()
    {
        RcBatchCsvReport report = Check("Number,\nabc,Hi\n" + string.Concat(Enumerable.Repeat("2025550101,Hi\n", 5)), new CheckOptions { MaxIssue = 2 });
        Assert.Equal([("RC009", 1L), ("RC005", 2L)], report.Issues.Select(issue => (issue.RuleId, issue.Line)));
    }

    [Fact]
    public void Listener_gets_every_issue_whatever_the_cap()
    {
        // That a number came up before is known when all have been read.
        List<(string, long)> heard = [];
        Check(Mixed, new CheckOptions { MaxIssue = 1, OnIssue = issue => heard.Add((issue.RuleId, issue.Line)) });
        Assert.Equal([("RC005", 2L), ("RC004", 5L), ("RC006", 6L), ("RC102", 4L)], heard);
    }

    [Theory]
    [InlineData("2025554441")]
    [InlineData("+1 (202) 555-4441")]
    [InlineData("12025554441")]
    public void Opted_out_number_is_RC012_in_any_spelling(string optedOut)
    {
        CheckOptions options = new() { OptOutNumbers = [optedOut, "2025550199"] };
        RcBatchCsvReport report = Check("2025554440,Hi\n2025554441,Hi\n+12025554441,Hi\n2025554442,Hi\n", options);
        Assert.Equal([(2L, 2L, "Number", "2025554441"), (3L, 3L, "Number", "+12025554441")], report.Issues.Where(issue => issue.RuleId == "RC012").Select(Place));
        Assert.Equal((4L, 2L, RcIssueSeverity.Error), (report.RowCount, report.ValidRowCount, Single(Check("2025554441,Hi\n", options), "RC012").Severity));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Rejected_rows_are_written_as_they_stood(string end)
    {
        using MemoryStream rejected = new();
        string[] rows = ["2025554440,Hi", " bad ,\"He said \"\"hi\"\"\"", "2025554441,a,b", "2025554442,ok", "2025554443,\"x\ny\" z"];
        Check(string.Concat(rows.Select(row => row + end)), new CheckOptions { Rejected = () => rejected });
        Assert.Equal(string.Concat(new[] { rows[1], rows[2], rows[4] }.Select(row => row + end)), Encoding.UTF8.GetString(rejected.ToArray()));
    }

    [Fact]
    public void Rejected_bytes_that_are_not_utf8_are_kept_byte_for_byte()
    {
        using MemoryStream rejected = new();
        BytesSource.Check(Bytes("{EF}{BB}{BF}2025554440,Gr{FC}n\n"), new CheckOptions { Rejected = () => rejected });
        Assert.Equal(Bytes("2025554440,Gr{FC}n\n"), rejected.ToArray());
    }

    [Fact]
    public void Cancelled_check_stops()
    {
        using CancellationTokenSource stop = new();
        CheckOptions options = new() { OnProgress = _ => stop.Cancel() };
        BytesSource source = new(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{2_025_000_000 + i},Hello\n"))));
        Assert.Throws<OperationCanceledException>(() => BatchCsvChecker.Check(source, options, stop.Token));
    }

    [Fact]
    public void Rows_from_the_pipeline_are_checked_like_a_file()
    {
        using RowsSource rows = new();
        rows.Add("2025554440", "Hello, \"you\"\nthere");
        rows.Add(null, "no number");
        RcBatchCsvReport report = BatchCsvChecker.Check(rows, new CheckOptions(), CancellationToken.None);
        Assert.Equal(("RC004", 2L, 1L, null), (Fired(report), report.RowCount, report.ValidRowCount, report.Path));
    }

    [Fact]
    public void Exception_for_an_invalid_file_names_the_first_errors()
    {
        BatchCsvInvalidException exception = new(Check(Mixed));
        Assert.StartsWith("'/data/batch.csv' has 3 errors. Nothing was sent. Line 2:", exception.Message, StringComparison.Ordinal);
        Assert.Contains("(RC006)", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Test-RcBatchCsv /data/batch.csv -AsIssue", exception.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(3L, exception.Report?.ErrorCount);
    }

    [Fact]
    public void Rules_have_each_an_id_of_their_own()
    {
        string[] ids = [.. RuleTable.All.Select(rule => rule.Id)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Subset(new HashSet<string>(ids), Enumerable.Range(1, 12).Select(i => $"RC{i:000}").ToHashSet());
    }
}
