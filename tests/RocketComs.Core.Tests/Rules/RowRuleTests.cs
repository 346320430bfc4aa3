using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

public class RowRuleTests
{
    private const string Good = "2025554444,Hello\n";

    [Theory]
    [InlineData("RC002", "abc\n", "", "abc")]
    [InlineData("RC002", "2025554445\n", "", "2025554445")]
    [InlineData("RC002", "\"2025554445,Hi\"\n", "", "\"2025554445,Hi\"")]
    [InlineData("RC003", "2025554445,Hello, world\n", "", "2025554445,Hello, world")]
    [InlineData("RC003", "2025554445,Hello,\n", "", "2025554445,Hello,")]
    [InlineData("RC004", ",Hello\n", "Number", ",Hello")]
    [InlineData("RC004", "\"\",Hello\n", "Number", "\"\",Hello")]
    [InlineData("RC004", "  ,Hello\n", "Number", "  ,Hello")]
    [InlineData("RC006", "2025554445,\n", "Message", "")]
    [InlineData("RC006", "2025554445,\"\"\n", "Message", "\"\"")]
    [InlineData("RC006", "2025554445,  \t\n", "Message", "  \t")]
    [InlineData("RC006", "2025554445,\u00A0\n", "Message", "\u00A0")]
    [InlineData("RC006", "2025554445,\\n\\n\n", "Message", "\\n\\n")]
    [InlineData("RC007", "2025554445,\"Hello\" world\n", "Message", "\"Hello\" world")]
    [InlineData("RC007", "2025554445,\"Hello\n", "Message", "\"Hello\n")]
    [InlineData("RC007", "2025554445,\"Hello\"\"\n", "Message", "\"Hello\"\"\n")]
    [InlineData("RC011", "2025554445,He\0llo\n", "Message", "He\0llo")]
    [InlineData("RC011", "2025554445,\u001B\n", "Message", "\u001B")]
    [InlineData("RC011", "2025554445,\fHi\n", "Message", "\fHi")]
    [InlineData("RC011", "2025554445,It\u0092s\n", "Message", "It\u0092s")]
    [InlineData("RC011", "2025554445,a\u0085b\n", "Message", "a\u0085b")]
    [InlineData("RC011", "2025554445,\u0080\n", "Message", "\u0080")]
    [InlineData("RC011", "2025554445,a\u009F\n", "Message", "a\u009F")]
    [InlineData("RC008", "2025554445,Caf\uFFFD\n", "Message", "Caf\uFFFD")]
    [InlineData("RC008", "2025554445,\uFFFD\n", "Message", "\uFFFD")]
    [InlineData("RC008", "2025554445,\"\uFFFD, \uFFFD\"\n", "Message", "\uFFFD, \uFFFD")]
    public void Error_names_row_column_and_value(string rule, string row, string column, string value)
    {
        RcBatchCsvReport report = Check(Good + row);
        RcBatchCsvIssue issue = Single(report, rule);
        Assert.Equal((2L, 2L, column, value), Place(issue));
        Assert.Equal((rule, RcIssueSeverity.Error, "/data/batch.csv"), (Fired(report), issue.Severity, issue.Path));
        Assert.Equal((false, 2L, 1L), (report.IsValid, report.RowCount, report.ValidRowCount));
        Assert.NotEmpty(issue.Message);
        Assert.NotEmpty(issue.Suggestion);
    }

    [Theory]
    [InlineData("2025554444,New Product Launch This Month")]
    [InlineData("2025554445,a")]
    [InlineData("+12025554445,\"Hello, world\"")]
    [InlineData("\"2025554445\",\"She said \"\"hi\"\"\"")]
    [InlineData("494176758475852,Fifteen digits")]
    [InlineData("+494176758475852,Fifteen digits")]
    [InlineData("2025554445,one\\ntwo")]
    [InlineData("2025554445,tab\tinside")]
    [InlineData("2025554445,\u007F is no C0 and \u00A0 no C1 control")]
    [InlineData("2025554445,;semicolon;")]
    public void Near_miss_fires_nothing(string row)
    {
        RcBatchCsvReport report = Check(row + "\n");
        Assert.Equal(string.Empty, Fired(report));
        Assert.Equal((true, 1L, 1L, 0L, 0L), (report.IsValid, report.RowCount, report.ValidRowCount, report.ErrorCount, report.WarningCount));
    }

    [Theory]
    [InlineData("202555444", "9 digits")]
    [InlineData("1", "1 digit,")]
    [InlineData("1234567890123456", "16 digits")]
    [InlineData("+1234567890123456", "16 digits")]
    [InlineData("202-555-4445", "separators")]
    [InlineData("(202) 555 4445", "separators")]
    [InlineData("++2025554445", "separators")]
    [InlineData("2025554445+", "separators")]
    [InlineData("202555444O", "letters")]
    [InlineData("1.2377E+10", "scientific")]
    [InlineData("1E10", "scientific")]
    [InlineData("١٢٣٤٥٦٧٨٩٠", "digits other than")]
    [InlineData("+", "0 digits")]
    public void Malformed_number_says_what_stands_there(string number, string why)
    {
        RcBatchCsvReport report = Check(Good + number + ",Hello\n");
        RcBatchCsvIssue issue = Single(report, "RC005");
        Assert.Equal((2L, 2L, "Number", number), Place(issue));
        Assert.Contains(why, issue.Message, System.StringComparison.Ordinal);
        Assert.Equal("RC005", Fired(report));
    }

    [Fact]
    public void Separators_come_with_the_number_to_write() =>
        Assert.EndsWith(": +12025554450", Single(Check(Good + "+1 202-555-4450,Hi\n"), "RC005").Suggestion, System.StringComparison.Ordinal);

    [Fact]
    public void Unclosed_quote_says_the_line_where_it_opened()
    {
        RcBatchCsvReport report = Check(Good + "2025554445,\"Hello\n2025554446,Bye\n2025554447,Bye\n");
        RcBatchCsvIssue issue = Single(report, "RC007");
        Assert.Equal((2L, 2L, "Message"), (issue.Line, issue.Row, issue.Column));
        Assert.Contains("line 2", issue.Message, System.StringComparison.Ordinal);
        Assert.Equal(("RC007", 2L), (Fired(report), report.RowCount));
    }

    [Fact]
    public void Text_after_a_closing_quote_says_the_line_where_the_field_opened()
    {
        RcBatchCsvIssue issue = Single(Check(Good + "2025554445,\"two\nlines\" x\n"), "RC007");
        Assert.Equal((2L, 2L, "Message"), (issue.Line, issue.Row, issue.Column));
        Assert.Contains("line 2", issue.Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Control_character_is_reported_on_its_own_line() =>
        Assert.Equal((4L, 2L, "Message"), Single(Check(Good + "2025554445,\"one\ntwo\nth\0ree\"\n"), "RC011") is var issue ? (issue.Line, issue.Row, issue.Column) : default);

    [Theory]
    [InlineData(0x7F)]
    [InlineData(0xAD)]
    [InlineData(0x034F)]
    [InlineData(0x1160)]
    [InlineData(0x17B4)]
    [InlineData(0x180B)]
    [InlineData(0x200B)]
    [InlineData(0x2065)]
    [InlineData(0x2800)]
    [InlineData(0x3164)]
    [InlineData(0xFE00)]
    [InlineData(0xFE0F)]
    [InlineData(0xFFA0)]
    [InlineData(0xFFFC)]
    [InlineData(0xE0001)]
    [InlineData(0xE0020)]
    [InlineData(0xE01EF)]
    public void Text_of_nothing_that_is_seen_is_blank(int character)
    {
        string text = char.ConvertFromUtf32(character);
        Assert.Equal(
            ("RC006", "RC006", "RC006"),
            (Fired(Check($"2025554444,{text}\n")), Fired(Check($"2025554444,\"{text}\\n \u200B{text}\"\n")), Fired(Check($"2025554444,\u2060{text}\n"))));
        Assert.DoesNotContain("RC006", Fired(Check($"2025554444,{text}a\n")), System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u2764\uFE0F")]
    [InlineData("\uFE0F\U0001F600")]
    [InlineData("\U0001F600")]
    [InlineData("\u0301")]
    [InlineData("\uFE10")]
    [InlineData("\u17B6")]
    public void Text_of_one_character_that_is_seen_is_a_text(string text) => Assert.DoesNotContain("RC006", Fired(Check($"2025554444,{text}\n")), System.StringComparison.Ordinal);

    [Fact]
    public void Missing_number_and_text_are_two_errors_of_one_row()
    {
        RcBatchCsvReport report = Check(Good + "\"\",\\n\n");
        Assert.Equal(("RC004 RC006", 2L, 1L, 2L), (Fired(report), report.RowCount, report.ValidRowCount, report.ErrorCount));
    }

    [Fact]
    public void Long_value_is_shortened_to_eighty_characters_without_cutting_a_pair()
    {
        string text = new string('a', 79) + "😀 and more";
        RcBatchCsvReport report = Check("2025554444,\"" + text + "\n");
        Assert.Equal("\"" + new string('a', 79) + "…", Single(report, "RC007").Value);
        Assert.Equal(new string('a', 79) + "…", Single(Check($"2025554444,{text}{new string('x', 200)}\n"), "RC105").Value);
    }
}
