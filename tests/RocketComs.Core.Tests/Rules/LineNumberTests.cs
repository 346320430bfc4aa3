using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

public class LineNumberTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Lines_are_physical_after_fields_that_hold_breaks(string end)
    {
        string text = string.Join(end, "2025554440,\"one", "two", "", "four\"", "bad,Hello", "2025554441,\"x", "y\"", "worse,Hello", "");
        RcBatchCsvReport report = Check(text);
        Assert.Equal(
            [("RC104", 1L, 1L), ("RC005", 5L, 2L), ("RC104", 6L, 3L), ("RC005", 8L, 4L)],
            report.Issues.Select(issue => (issue.RuleId, issue.Line, issue.Row)));
        Assert.Equal((4L, 2L), (report.RowCount, report.ValidRowCount));
    }

    [Fact]
    public void Mixed_line_ends_count_once_each()
    {
        RcBatchCsvReport report = Check("2025554440,a\n2025554441,b\r\n2025554442,c\rbad,d\r\n");
        Assert.Equal((4L, 4L, "Number", "bad"), Place(Single(report, "RC005")));
    }

    [Fact]
    public void Break_of_another_kind_inside_a_field_counts_too()
    {
        RcBatchCsvReport report = Check("2025554440,\"a\rb\nc\r\nd\"\r\nbad,e\r\n");
        Assert.Equal(5L, Single(report, "RC005").Line);
    }

    [Fact]
    public void Field_after_a_broken_number_is_on_its_own_line()
    {
        RcBatchCsvReport report = Check("\"20255\n54440\",\"a\n b\n\"\n");
        Assert.Equal([("RC005", 1L, "Number"), ("RC104", 1L, "Number"), ("RC104", 2L, "Message")], report.Issues.Select(issue => (issue.RuleId, issue.Line, issue.Column)));
    }

    [Theory]
    [InlineData("2025554440,a")]
    [InlineData("2025554440,\"a\"")]
    public void Last_row_without_line_end_is_a_row(string last)
    {
        RcBatchCsvReport report = Check("20255,b\n" + last);
        Assert.Equal((2L, 1L), (report.RowCount, report.ValidRowCount));
    }

    [Fact]
    public void Lines_stay_right_over_many_buffers()
    {
        string rows = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"{2_025_000_000 + i},\"line\nbreak {i}\"\r\n"));
        RcBatchCsvReport report = Check(rows + "bad,Hello\n");
        Assert.Equal((100_001L, 50_001L, "Number", "bad"), Place(Single(report, "RC005")));
        Assert.Equal((50_000L, 50_000L), (report.ValidRowCount, report.IssueSummary["RC104"]));
    }

    [Fact]
    public void Row_longer_than_any_buffer_is_one_row()
    {
        RcBatchCsvReport report = Check($"2025554440,\"{new string('a', 3_000_000)}\"\nbad,Hello\n");
        Assert.Equal((2L, 2L, "Number", "bad"), Place(Single(report, "RC005")));
        Assert.Equal(("RC005 RC013", 2L, 0L), (Fired(report), report.RowCount, report.SegmentCount));
    }

    [Fact]
    public void Utf16_file_has_the_same_lines_and_rows()
    {
        string text = "2025554440,\"eins\nzwei 😀\"\r\nbad,Hello\r\n";
        RcBatchCsvReport report = Check([0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes(text)]);
        Assert.Equal((3L, 2L, "Number", "bad"), Place(Single(report, "RC005")));
        Assert.Equal((1L, 1L), (report.Ucs2RowCount, report.SegmentCount));
    }
}
