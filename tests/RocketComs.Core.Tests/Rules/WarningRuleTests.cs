using RocketComs.Core.Rules;
using RocketComs.Core.Segments;
using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

public class WarningRuleTests
{
    private const string Good = "2025554444,Hello\n";

    [Theory]
    [InlineData("RC102", "2025554444,Bye\n", "Number", "2025554444")]
    [InlineData("RC102", "12025554444,Bye\n", "Number", "12025554444")]
    [InlineData("RC102", "+12025554444,Bye\n", "Number", "+12025554444")]
    [InlineData("RC103", "2025554445,one\\n two\n", "Message", "one\\n two")]
    [InlineData("RC104", "2025554445,\"one\ntwo\"\n", "Message", "one\ntwo")]
    [InlineData("RC104", "2025554445,\"one\r\ntwo\"\n", "Message", "one\r\ntwo")]
    [InlineData("RC104", "2025554445,\"one\rtwo\"\n", "Message", "one\rtwo")]
    [InlineData("RC107", " 2025554445,Hello\n", "Number", " 2025554445")]
    [InlineData("RC107", "2025554445\t,Hello\n", "Number", "2025554445\t")]
    [InlineData("RC107", "2025554445, Hello\n", "Message", " Hello")]
    [InlineData("RC107", "2025554445,\"Hello \"\n", "Message", "Hello ")]
    [InlineData("RC114", "2025554445,5\" nails\n", "Message", "5\" nails")]
    [InlineData("RC114", "2025554445, \"Hello\n", "Message", " \"Hello")]
    public void Warning_names_row_column_and_value(string rule, string row, string column, string value)
    {
        RcBatchCsvReport report = Check(Good + row);
        RcBatchCsvIssue issue = Single(report, rule);
        Assert.Equal((2L, 2L, column, value), Place(issue));
        Assert.Equal(RcIssueSeverity.Warning, issue.Severity);
        Assert.Equal((true, 2L, 0L), (report.IsValid, report.ValidRowCount, report.ErrorCount));
    }

    [Theory]
    [InlineData("US", 1L)]
    [InlineData("ca", 1L)]
    [InlineData("GB", 0L)]
    public void Default_region_decides_whether_a_leading_1_is_a_country_code(string region, long duplicates) => Assert.Equal(
        duplicates, Check("2025554444,Hello\n12025554444,Hello\n", new CheckOptions { DefaultRegion = region }).DuplicateCount);

    [Theory]
    [InlineData("2025554445,one\\ntwo\n")]
    [InlineData("2025554445,one\\n\n")]
    [InlineData("2025554445,a  b\n")]
    public void Near_miss_fires_nothing(string row) => Assert.Equal(string.Empty, Fired(Check(Good + row)));

    [Theory]
    [InlineData("492025554444,Another country\n")]
    [InlineData("+492025554444,Another country\n")]
    [InlineData("12025554445,Another number\n")]
    public void Number_of_another_country_or_another_number_is_no_duplicate(string row) =>
        Assert.Equal((0L, "RC108"), Check(Good + row) is var report ? (report.DuplicateCount, Fired(report)) : default);

    [Theory]
    [InlineData("02025554444,One leading zero\n")]
    [InlineData("002025554444,Two leading zeros\n")]
    public void Leading_zero_makes_another_number(string row) => Assert.Equal((0L, "RC101"), Check(Good + row) is var report ? (report.DuplicateCount, Fired(report)) : default);

    [Fact]
    public void Duplicate_says_the_line_of_the_first_and_counts_the_extra_rows()
    {
        RcBatchCsvReport report = Check("2025554444,\"a\nb\"\n2025554445,Hi\n+12025554444,Hi\n12025554445,Hi\n 2025554444,Hi\n");
        Assert.Equal([(4L, 3L), (5L, 4L), (6L, 5L)], report.Issues.Where(issue => issue.RuleId == "RC102").Select(issue => (issue.Line, issue.Row)));
        Assert.Equal(["line 1;", "line 3;", "line 1;"], report.Issues.Where(issue => issue.RuleId == "RC102").Select(issue => issue.Message.Substring(issue.Message.IndexOf("line ", System.StringComparison.Ordinal), 7)));
        Assert.Equal((3L, 3L), (report.DuplicateCount, report.IssueSummary["RC102"]));
    }

    [Theory]
    [InlineData(160, 1, "")]
    [InlineData(161, 1, "RC105")]
    [InlineData(306, 2, "")]
    [InlineData(307, 2, "RC105")]
    public void Text_over_the_segments_asked_for_is_RC105(int length, int most, string fired) =>
        Assert.Equal(fired, Fired(Check($"2025554444,{new string('a', length)}\n", new CheckOptions { MaxSegment = most })));

    [Fact]
    public void Long_text_names_its_segments_and_place()
    {
        RcBatchCsvIssue issue = Single(Check(Good + $"2025554445,{new string('ж', 71)}\n"), "RC105");
        Assert.Equal((2L, 2L, "Message", new string('ж', 71)), Place(issue));
        Assert.Contains("2 segments (71 UCS-2 units)", issue.Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Short_links_are_counted_before_RC105()
    {
        string row = $"2025554444,See https://example.com/{new string('a', 200)}\n";
        Assert.Equal(string.Empty, Fired(Check(row, new CheckOptions { Measure = new MeasureOptions { ShortLink = true } })));
        Assert.Equal("RC105", Fired(Check(row)));
    }

    [Theory]
    [InlineData("\n2025554444,Hi\n", "1/0")]
    [InlineData("2025554444,Hi\n\n2025554445,Hi\n", "2/1")]
    [InlineData("2025554444,Hi\n \t\n\n2025554445,Hi\n", "2/1 3/1")]
    [InlineData("2025554444,Hi\r\n\r\n2025554445,Hi\r\n\r\n2025554446,Hi\r\n", "2/1 4/2")]
    [InlineData("2025554444,Hi\r\r2025554445,Hi\r", "2/1")]
    [InlineData("2025554444,Hi\n\n\n\n", "")]
    [InlineData("2025554444,Hi", "")]
    public void Blank_line_inside_the_file_is_RC110(string text, string places)
    {
        RcBatchCsvReport report = Check(text);
        Assert.Equal(places, string.Join(' ', report.Issues.Select(issue => $"{issue.Line}/{issue.Row}")));
        Assert.All(report.Issues, issue => Assert.Equal(("RC110", RcIssueSeverity.Warning, ""), (issue.RuleId, issue.Severity, issue.Column)));
    }

    [Fact]
    public void Blank_lines_around_a_header_are_reported_on_their_own_lines()
    {
        RcBatchCsvReport report = Check("\nNumber,Message\n\n2025554444,Hi\n");
        Assert.Equal([("RC110", 1L), ("RC009", 2L), ("RC110", 3L)], report.Issues.Select(issue => (issue.RuleId, issue.Line)));
    }

    [Fact]
    public void Blanks_around_a_number_are_one_warning_and_the_number_is_judged_without_them() =>
        Assert.Equal("RC005 RC107", Fired(Check(" 20255544 ,Hello\n")));
}
