using RocketComs.Core.Rules;
using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

/// <summary>RC111.</summary>
public class SwallowedRowsRuleTests
{
    private const string Good = "2025550100,Hello\n";

    [Theory]
    [InlineData("2025550102,Bye")]
    [InlineData("+12025550102,Bye")]
    [InlineData(" \t2025550102 ,Bye")]
    [InlineData("\"\"2025550102\"\",Bye")]
    [InlineData(" \"\" 2025550102 \"\" ,Bye")]
    [InlineData("123456789012345,")]
    [InlineData("(202) 555-0102,Bye")]
    [InlineData("202-555-0102 ,Bye")]
    [InlineData("\"\"202.555.0102\"\",Bye")]
    [InlineData("+44 20 7946 0958,Bye")]
    [InlineData("\u202D+1 202 555 0102\u202C,Bye")]
    [InlineData("2025550102 x12,Bye")]
    [InlineData("(202) 555-0102 ext. 12,Bye")]
    [InlineData("202-555-0102#12,Bye")]
    [InlineData("2025550102.0,Bye")]
    [InlineData("'2025550102,Bye")]
    [InlineData("=2025550102,Bye")]
    [InlineData("2025550102:,Bye")]
    [InlineData("2.02555E+09,Bye")]
    [InlineData("+442.07947E+11,Bye")]
    [InlineData("2025550102;2025550103,Bye")]
    [InlineData("2025550102 / 2025550103,Bye")]
    [InlineData("06 12 34 56 78,Salut")]
    [InlineData("06.12.34.56.78,Salut")]
    [InlineData("0171-123 45 67,Bye")]
    [InlineData("(020) 7946 0958,Bye")]
    [InlineData("+44 (0)20 7946 0958,Bye")]
    [InlineData("0044 (0) 20 7946 0958,Bye")]
    [InlineData("+33 6 12 34 56 78,Salut")]
    [InlineData("+203-555-0102,Bye")]
    [InlineData("202 - 555 - 0102,Bye")]
    [InlineData("202/555/0102,Bye")]
    public void Line_that_looks_like_a_row_is_reported_where_the_field_opens(string line)
    {
        RcBatchCsvReport report = Check(Good + $"2025550101,\"Hello\n{line}\"\n");
        RcBatchCsvIssue issue = Single(report, "RC111");
        Assert.Equal((2L, 2L, "Message", $"Hello\n{line.Replace("\"\"", "\"", StringComparison.Ordinal)}"), Place(issue));
        Assert.Equal((RcIssueSeverity.Warning, "RC104 RC111", true), (issue.Severity, Fired(report), report.IsValid));
        Assert.Equal("The field that opens on line 2 holds a line that looks like a row of its own: line 3.", issue.Message);
        Assert.StartsWith("Close the quote before line 3, so that it becomes a row;", issue.Suggestion, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Lines_are_counted_and_the_first_is_named(string end)
    {
        string[] lines = ["2025550100,\"a", "b\"", "2025550101,\"Hello", "there", "2025550102,Bye", "", "2025550103,Bye", "2025550104,\"", "2025550105,Hello", ""];
        string text = string.Join(end, lines);
        RcBatchCsvReport report = Check(text);
        RcBatchCsvIssue issue = Single(report, "RC111");
        Assert.Equal((3L, 2L, "Message"), (issue.Line, issue.Row, issue.Column));
        Assert.Equal("The field that opens on line 3 holds 3 lines that look like rows of their own; the first is line 5.", issue.Message);
        Assert.Equal((3L, "RC104*2 RC111"), (report.RowCount, Fired(report)));
    }

    [Theory]
    [InlineData("call\n2025550102 now")]
    [InlineData("call 2025550102,\nplease")]
    [InlineData("2025550102,a\nb")]
    [InlineData("call\n202555010,now")]
    [InlineData("call\n1234567890123456,now")]
    [InlineData("call\n2026-11-23 10,now")]
    [InlineData("call\n2026-11-23 10:00,now")]
    [InlineData("call\n2026-11-23 10:00:00,now")]
    [InlineData("call\n2026-11-23,now")]
    [InlineData("call\n2026-11-23 - 2026-12-24,now")]
    [InlineData("call\n20261123,now")]
    [InlineData("call\n11/23/2026,now")]
    [InlineData("call\n01/02/2027 - 05/02/2027,now")]
    [InlineData("call\n01.12.2026 20.00,now")]
    [InlineData("call\n01.12.-24.12.2026,now")]
    [InlineData("call\n01.12.2026-24.12.2026,now")]
    [InlineData("call\n01.12.26-24.12.26,now")]
    [InlineData("call\n20.12.2026 8-9,now")]
    [InlineData("call\n23 11 2026,now")]
    [InlineData("call\n10:00-12:00 14:00-18:00,now")]
    [InlineData("call\n09.00-12.00 14.00-18.00,now")]
    [InlineData("call\n0900-1200 1400-1800,now")]
    [InlineData("call\n8-10 10-12 12-14 14-16,now")]
    [InlineData("call\n19.99,now")]
    [InlineData("call\n1.000.000.000,now")]
    [InlineData("call\n1 000 000 000,now")]
    [InlineData("call\n10.000-20.000,now")]
    [InlineData("call\n100 000 - 200 000,now")]
    [InlineData("call\n50000000.00,now")]
    [InlineData("call\n$1000000000,now")]
    [InlineData("call\n1000000000 \u20AC,now")]
    [InlineData("call\n#2025550102,now")]
    [InlineData("call\n482913,now")]
    [InlineData("call\n4E5,now")]
    [InlineData("call\n12345 Main Street 67890,now")]
    [InlineData("call\n2025550102 is our number,now")]
    [InlineData("call\nAnn 2025550102 x12,now")]
    [InlineData("call\n98765-43210,now")]
    [InlineData("call\n555-0102,now")]
    [InlineData("call\n202-555-0102; now, or later")]
    [InlineData("call\n2025550102;now")]
    [InlineData("call\n2025550102\n,now")]
    [InlineData("call\nAnn 2025550102,now")]
    [InlineData("call\n\"\"2025550102,now")]
    [InlineData("call\\n2025550102,now")]
    public void Near_miss_is_not_reported(string text) =>
        Assert.DoesNotContain("RC111", Fired(Check(Good + $"2025550101,\"{text}\"\n")), StringComparison.Ordinal);

    [Fact]
    public void Numbers_in_any_spelling_are_rows()
    {
        RcBatchCsvReport report = Check("(202) 555-0101,\"Hello\n(202) 555-0102,Hi\n(202) 555-0103,\"\n");
        Assert.Equal("RC005 RC104 RC111", Fired(report));
        Assert.Equal("The field that opens on line 1 holds 2 lines that look like rows of their own; the first is line 2.", Single(report, "RC111").Message);
    }

    [Fact]
    public void Separator_is_that_of_the_file()
    {
        const string Start = "2025550100;Hello\n2025550101;\"Hello\n";
        Assert.Equal("RC010 RC104 RC111", Fired(Check(Start + "2025550102;Bye\"\n")));
        Assert.Equal("RC010 RC104", Fired(Check(Start + "2025550102,Bye\"\n")));
    }

    [Fact]
    public void Field_that_is_a_row_by_itself_is_reported_too()
    {
        RcBatchCsvReport report = Check("\"2025550100,Hello\n2025550101,Bye\"\n");
        Assert.Equal((1L, 1L, "Number", "2025550100,Hello\n2025550101,Bye"), Place(Single(report, "RC111")));
        Assert.Equal("RC002 RC111", Fired(report));
    }

    [Fact]
    public void Field_behind_a_number_with_a_line_break_is_on_its_own_line()
    {
        RcBatchCsvIssue issue = Single(Check("\"20255\n50100\",\"Hello\n2025550101,Bye\"\n"), "RC111");
        Assert.Equal((2L, 1L, "Message"), (issue.Line, issue.Row, issue.Column));
        Assert.EndsWith(": line 3.", issue.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025550101,\"Hello\n2025550102,\"Bye\"\n")]
    [InlineData("2025550101,\"Hello\n2025550102,Bye\n")]
    public void Broken_quoting_is_RC007_alone(string rows) => Assert.Equal("RC007", Fired(Check(Good + rows)));

    [Fact]
    public void Very_long_field_is_read_once()
    {
        string lines = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{2_025_550_102L + i},Bye\n"));
        RcBatchCsvReport report = Check($"2025550100,\"Hello\n{lines}\"\n");
        Assert.Contains("100000 lines", Single(report, "RC111").Message, StringComparison.Ordinal);
        Assert.Equal("RC013 RC104", Fired(Check($"2025550100,\"Hello{new string('\n', 2_000_000)}{new string(' ', 2_000_000)}x\"\n")));
    }

    [Theory]
    [InlineData("2025550101,2025550102\n2025550103,2025550104\n", "RC111*2")]
    [InlineData("2025550101,2025550102\n", "RC111")]
    [InlineData("Number,Message\n2025550101, (202) 555-0102 \n2025550103,+12025550104\n", "RC009 RC107 RC111*2")]
    [InlineData("0612345678,0612345679\n0612345670,06 12 34 56 71\n", "RC111*2", "FR")]
    [InlineData("Number;Message\n2025550101;2025550102\n2025550103;2025550104\n", "RC009 RC010 RC111*2")]
    public void Texts_that_are_all_numbers_are_recipients(string rows, string fired, string region = "US")
    {
        RcBatchCsvReport report = Check(rows, new CheckOptions { DefaultRegion = region });
        Assert.Equal(fired, Fired(report));
        Assert.All(report.Issues.Where(issue => issue.RuleId == "RC111"), issue => Assert.Equal("Message", issue.Column));
    }

    [Theory]
    [InlineData("2025550101,482913\n2025550103,482914\n")]
    [InlineData("2025550101,1234567890\n2025550103,1234567891\n")]
    [InlineData("2025550101,Hello\n2025550103,2025550104\n")]
    [InlineData("2025550101,2025550102\n2025550103,Hello\n")]
    [InlineData("2025550101,Call 2025550102\n2025550103,\"2025550104, please\"\n")]
    public void Text_that_is_a_code_or_a_number_to_call_is_a_text(string rows) => Assert.Equal(string.Empty, Fired(Check(rows)));

    [Theory]
    [InlineData("(202) 555-0101,\"Hello\n(202) 555-0102,Hi\n(202) 555-0103,\"\n", "holds 2 lines")]
    [InlineData("2025550101,\"call\n202-555-0102,now\"\n", "holds a line")]
    [InlineData("2025550101,\"Hello\n+44 20 7946 0958,Hi\"\n", "holds a line")]
    public void Numbers_that_could_be_repaired_are_numbers_here_too(string text, string words) =>
        Assert.Contains(words, Single(Check(text), "RC111").Message, StringComparison.Ordinal);

    [Fact]
    public void Blank_line_is_no_row() => Assert.Equal("The field that opens on line 1 holds a line that looks like a row of its own: line 3.", Single(Check("2025550101,\"a\n\n2025550102,b\"\n"), "RC111").Message);
}
