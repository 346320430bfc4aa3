using System.Linq;
using RocketComs.Core.Rules;
using RocketComs.Core.Segments;
using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

public class WarningRuleTests
{
    private const string Good = "1237774444,Hello\n";

    [Theory]
    [InlineData("RC102", "1237774444,Bye\n", "Number", "1237774444")]
    [InlineData("RC102", "11237774444,Bye\n", "Number", "11237774444")]
    [InlineData("RC102", "+11237774444,Bye\n", "Number", "+11237774444")]
    [InlineData("RC103", "1237774445,one\\n two\n", "Message", "one\\n two")]
    [InlineData("RC104", "1237774445,\"one\ntwo\"\n", "Message", "one\ntwo")]
    [InlineData("RC104", "1237774445,\"one\r\ntwo\"\n", "Message", "one\r\ntwo")]
    [InlineData("RC104", "1237774445,\"one\rtwo\"\n", "Message", "one\rtwo")]
    [InlineData("RC107", " 1237774445,Hello\n", "Number", " 1237774445")]
    [InlineData("RC107", "1237774445\t,Hello\n", "Number", "1237774445\t")]
    [InlineData("RC107", "1237774445, Hello\n", "Message", " Hello")]
    [InlineData("RC107", "1237774445,\"Hello \"\n", "Message", "Hello ")]
    [InlineData("RC114", "1237774445,5\" nails\n", "Message", "5\" nails")]
    [InlineData("RC114", "1237774445, \"Hello\n", "Message", " \"Hello")]
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
        duplicates, Check("1237774444,Hello\n11237774444,Hello\n", new CheckOptions { DefaultRegion = region }).DuplicateCount);

    [Theory]
    [InlineData("1237774445,one\\ntwo\n")]
    [InlineData("1237774445,one\\n\n")]
    [InlineData("01237774444,A leading zero makes another number\n")]
    [InlineData("001237774444,Two leading zeros\n")]
    [InlineData("1237774445,a  b\n")]
    public void Near_miss_fires_nothing(string row) => Assert.Equal(string.Empty, Fired(Check(Good + row)));

    [Theory]
    [InlineData("21237774444,Another country\n")]
    [InlineData("+441237774444,Another country\n")]
    [InlineData("11237774445,Another number\n")]
    public void Number_of_another_country_or_another_number_is_no_duplicate(string row) => Assert.Equal(0L, Check(Good + row).DuplicateCount);

    [Fact]
    public void Duplicate_says_the_line_of_the_first_and_counts_the_extra_rows()
    {
        RcBatchCsvReport report = Check("1237774444,\"a\nb\"\n1237774445,Hi\n+11237774444,Hi\n11237774445,Hi\n 1237774444,Hi\n");
        Assert.Equal([(4L, 3L), (5L, 4L), (6L, 5L)], report.Issues.Where(issue => issue.RuleId == "RC102").Select(issue => (issue.Line, issue.Row)));
        Assert.Equal(["line 1 ", "line 3 ", "line 1 "], report.Issues.Where(issue => issue.RuleId == "RC102").Select(issue => issue.Message.Substring(issue.Message.IndexOf("line ", System.StringComparison.Ordinal), 7)));
        Assert.Equal((3L, 3L), (report.DuplicateCount, report.IssueSummary["RC102"]));
    }

    [Theory]
    [InlineData(160, 1, "")]
    [InlineData(161, 1, "RC105")]
    [InlineData(306, 2, "")]
    [InlineData(307, 2, "RC105")]
    public void Text_over_the_segments_asked_for_is_RC105(int length, int most, string fired) =>
        Assert.Equal(fired, Fired(Check($"1237774444,{new string('a', length)}\n", new CheckOptions { MaxSegment = most })));

    [Fact]
    public void Long_text_names_its_segments_and_place()
    {
        RcBatchCsvIssue issue = Single(Check(Good + $"1237774445,{new string('ж', 71)}\n"), "RC105");
        Assert.Equal((2L, 2L, "Message", new string('ж', 71)), Place(issue));
        Assert.Contains("2 segments (71 UCS-2 units)", issue.Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Short_links_are_counted_before_RC105()
    {
        string row = $"1237774444,See https://example.com/{new string('a', 200)}\n";
        Assert.Equal(string.Empty, Fired(Check(row, new CheckOptions { Measure = new MeasureOptions { ShortLink = true } })));
        Assert.Equal("RC105", Fired(Check(row)));
    }

    [Theory]
    [InlineData("\n1237774444,Hi\n", "1/0")]
    [InlineData("1237774444,Hi\n\n1237774445,Hi\n", "2/1")]
    [InlineData("1237774444,Hi\n \t\n\n1237774445,Hi\n", "2/1 3/1")]
    [InlineData("1237774444,Hi\r\n\r\n1237774445,Hi\r\n\r\n1237774446,Hi\r\n", "2/1 4/2")]
    [InlineData("1237774444,Hi\r\r1237774445,Hi\r", "2/1")]
    [InlineData("1237774444,Hi\n\n\n\n", "")]
    [InlineData("1237774444,Hi", "")]
    public void Blank_line_inside_the_file_is_RC110(string text, string places)
    {
        RcBatchCsvReport report = Check(text);
        Assert.Equal(places, string.Join(' ', report.Issues.Select(issue => $"{issue.Line}/{issue.Row}")));
        Assert.All(report.Issues, issue => Assert.Equal(("RC110", RcIssueSeverity.Warning, ""), (issue.RuleId, issue.Severity, issue.Column)));
    }

    [Fact]
    public void Blank_lines_around_a_header_are_reported_on_their_own_lines()
    {
        RcBatchCsvReport report = Check("\nNumber,Message\n\n1237774444,Hi\n");
        Assert.Equal([("RC110", 1L), ("RC009", 2L), ("RC110", 3L)], report.Issues.Select(issue => (issue.RuleId, issue.Line)));
    }

    [Fact]
    public void Blanks_around_a_number_are_one_warning_and_the_number_is_judged_without_them() =>
        Assert.Equal("RC005 RC107", Fired(Check(" 12377744 ,Hello\n")));
}
