using RocketComs.Core.Errors;
using RocketComs.Core.Rules;
using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

/// <summary>Rules about rows at their borders, and what of a row is reported once.</summary>
public sealed class RowEdgeTests
{
    [Theory]
    [InlineData("RC011", "a\u0001")]
    [InlineData("RC008", "a\uFFFD")]
    [InlineData("RC104", "\"a\nb\"")]
    [InlineData("RC114", "a\"")]
    [InlineData("RC111", "\"a\n2025550101,b\"")]
    public void Of_a_damaged_row_a_hundred_fields_are_reported_wherever_they_stand(string rule, string field)
    {
        Assert.Equal(1, Check("2025550100," + string.Concat(Enumerable.Repeat("x,", 150)) + field + "\n").IssueSummary[rule]);
        Assert.Equal(100, Check("2025550100," + string.Join(",", Enumerable.Repeat(field, 150)) + "\n").IssueSummary[rule]);
    }

    [Fact]
    public void Of_fields_with_blanks_around_them_too()
    {
        Assert.Equal(2, Check(" 2025550100," + string.Concat(Enumerable.Repeat("x,", 150)) + " a\n").IssueSummary["RC107"]);
        Assert.Equal(100, Check(" 2025550100," + string.Join(",", Enumerable.Repeat(" a", 150)) + "\n").IssueSummary["RC107"]);
    }

    [Theory]
    [InlineData("RC006", "\"20255\n50100\",\n", 3)]
    [InlineData("RC008", "2025550100,\"two\n\uFFFD\"\n", 3)]
    [InlineData("RC103", "2025550100,\\n Hi\n", 2)]
    [InlineData("RC104", "2025550100,\"\nHi\"\n", 2)]
    [InlineData("RC006", "2025550100,\u115F\u1160\u2800\u3164\uFFA0\n", 2)]
    [InlineData("RC006", "2025550100,\u200B\u200E\n", 2)]
    public void Issue_stands_on_its_line(string rule, string row, int line) => Assert.Equal(line, Single(Check("2025550109,Hi\n" + row), rule).Line);

    [Theory]
    [InlineData("\"2025550100\n", "RC007")]
    [InlineData("2025550100,\"a\" b,c\n", "RC007")]
    [InlineData("2025550101,Caf\u00C3\u00A9,x\n", "RC003")]
    [InlineData("2025550101,Caf\u00C3\u00A9{80}\n", "RC008")]
    [InlineData("2025550101,Caf\u00C3\u00A9\n", "RC115")]
    [InlineData("2025550101,\"a\n\"\",b\"\n", "RC104")]
    [InlineData("2025550101,\"a\n\n2025550102,b\"\n", "RC104 RC111")]
    public void What_is_to_be_mended_first_is_reported_alone(string row, string fired) => Assert.Equal(fired, Fired(Check(Bytes(row))));

    [Theory]
    [InlineData("2025550101,\"a\n\n2025550102,b\"\n", "RC111", "The field that opens on line 1 holds a line that looks like a row of its own: line 3.")]
    [InlineData("2025550101,a\0\n", "RC011", "The text contains a control character (U+0000, NUL).")]
    [InlineData("2025550101,a\u0001\n", "RC011", "The text contains a control character (U+0001).")]
    [InlineData("2025550101,\"a\n", "RC007", "The quote that opens on line 1 is never closed, so it swallows the rest of the file.")]
    [InlineData("2025550101,\"a\" b\n", "RC007", "There is text after the quote that closes the field opened on line 1.")]
    [InlineData(" \"2025550101\",a\n", "RC114", "There is a quote inside a field that is not quoted; it is kept as text.")]
    [InlineData("2025550101, \"a\"\n", "RC114", "A blank stands before the quote, so that it quotes nothing and is kept as text.")]
    [InlineData("2025550101,Hello,10\n", "RC003", "The row has 3 columns; a comma in the text cut it.")]
    [InlineData("2025550101,Hello,1\n", "RC003", "The row has 3 columns; a third one of 0 or 1 belongs to an older form of batch files.")]
    [InlineData("2025550101,Hello,1,b\n", "RC003", "The row has 4 columns; a comma in the text cut it.")]
    [InlineData("2025550101,a{80}\n", "RC008", "The byte 0x80 at offset 12 is not UTF-8; in Windows-1252 it is \u20AC.")]
    [InlineData("2025550101,a{81}\n", "RC008", "The byte 0x81 at offset 12 is not UTF-8.")]
    [InlineData("2025550101,a{A0}\n", "RC008", "The byte 0xA0 at offset 12 is not UTF-8; in Windows-1252 it is \u00A0.")]
    [InlineData("2025550101,a{E9}\n", "RC008", "The byte 0xE9 at offset 12 is not UTF-8; in Windows-1252 it is \u00E9.")]
    public void Message_says_what_stands_there(string row, string rule, string message) => Assert.Equal(message, Single(Check(Bytes(row)), rule).Message);

    [Theory]
    [InlineData("2025550101,\"\"\"Hi\"\" there\",\n", "Remove the commas at its end: 2025550101,\"\"\"Hi\"\" there\"")]
    [InlineData("2025550101;Hi\n2025550102,Hi\n", "Write a comma there: 2025550101,Hi")]
    [InlineData("2025550101, \"a, b\"\n", "Remove the blank before the quote: 2025550101,\"a, b\"")]
    public void Row_to_paste_is_one_that_passes(string row, string suggestion) => Assert.Equal(suggestion, Check(row).Issues[0].Suggestion);

    [Theory]
    [InlineData(150, true)]
    [InlineData(151, false)]
    public void Row_to_paste_is_shown_whole_or_not_at_all(int length, bool isShown) =>
        Assert.Equal(isShown, Check($"2025550101,{new string('x', length)},\n").Issues[0].Suggestion.EndsWith(new string('x', length), StringComparison.Ordinal));

    [Fact]
    public void Row_that_is_too_long_is_reported_as_a_whole()
    {
        RcBatchCsvReport report = Check($"2025550101,a\n2025550102,\"{new string('x', 1200)}\"\n2025550103,c\n", new CheckOptions { MostRecordBytes = 1000 });
        Assert.Equal(("RC007", 3L, 2L, string.Empty), (Fired(report), report.RowCount, report.Issues[0].Line, report.Issues[0].Column));
    }

    [Theory]
    [InlineData("2025550101,a\n+1 (202) 555-0101,b\n", "RC102", 2, "+12025550101")]
    [InlineData("+1 (202) 555-0101,b\n2025550101,a\n", "RC102", 2, "2025550101")]
    [InlineData("+442079460958,a\n+442079460958,b\n", "RC102", 2, "+442079460958")]
    [InlineData("2025550101,a\n0012025550101,b\n", "RC102", 2, "0012025550101")]
    [InlineData("2025550101,a\n+12025550101,b\n", "RC102", 2, "+12025550101")]
    [InlineData("2025550101,a\n12025550101,b\n", "RC102", 2, "12025550101")]
    public void Repeated_number_is_shown_as_its_row_has_it(string file, string rule, int line, string value)
    {
        RcBatchCsvIssue issue = Assert.Single(Check(file, new CheckOptions { MaxIssue = 10 }).Issues, issue => issue.RuleId == rule);
        Assert.Equal((line, value), ((int)issue.Line, issue.Value));
    }

    [Fact]
    public void One_repeated_number_of_elsewhere_is_kept_where_one_issue_is() =>
        Assert.Equal("RC102", Assert.Single(Check("+442079460958,a\n+442079460958,b\n+442079460958,c\n", new CheckOptions { MaxIssue = 1 }).Issues).RuleId);

    [Theory]
    [InlineData("2025550101,a\n+12025550102,b\n", "RC108", 2)]
    [InlineData("+12025550101,a\n2025550102,b\n2025550103,b\n", "RC108", 2)]
    [InlineData("2025550101,a\n2025550102,b\n+442079460958,c\n", "RC108", 3)]
    public void First_number_that_is_written_otherwise_is_named(string file, string rule, int line) => Assert.Equal(line, Single(Check(file), rule).Line);

    [Fact]
    public void Rule_that_is_none_cannot_be_left_out()
    {
        InvalidParameterException failure = Assert.Throws<InvalidParameterException>(() => RuleSelection.Excluded("ExcludeRule", ["RC102", "RC999"], string.Equals));
        Assert.Contains("there is no rule 'RC999'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_sent_now_is_counted_as_it_was_asked_for()
    {
        string text = "https://example.com/" + new string('p', 200);
        Assert.Single(TextCheck.Check(text, "Message", new()), warning => warning.Contains("(RC105)", StringComparison.Ordinal));
        Assert.Empty(TextCheck.Check(text, "Message", new() { ShortLink = true }));
        Assert.Contains(TextCheck.Warnings("\nHi"), warning => warning.StartsWith("The text contains a real line break;", StringComparison.Ordinal));
    }
}
