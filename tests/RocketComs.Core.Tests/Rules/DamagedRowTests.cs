using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Rules;
using Xunit;
using static RocketComs.Core.Tests.Rules.BytesSource;

namespace RocketComs.Core.Tests.Rules;

/// <summary>Damage that a check must neither hang on, nor hide, nor hold in memory.</summary>
public class DamagedRowTests
{
    [Theory]
    [InlineData(",\u0001", "RC003 RC011*100 RC107")]
    [InlineData(",a\"", "RC003 RC107 RC114*100")]
    [InlineData(", a", "RC003 RC107*100")]
    [InlineData(",\"a\"b", "RC007")]
    [InlineData(",\"x\n2025550101,hi\"", "RC003 RC104*100 RC107 RC111*100")]
    public void Row_of_many_fields_is_reported_for_the_first_hundred_in_time_of_its_length(string field, string fired) =>
        Assert.Equal(fired, Fired(Check(" 2025550101" + string.Concat(Enumerable.Repeat(field, 200_000)) + "\n")));

    [Fact]
    public void Lines_of_fields_behind_line_breaks_are_right_without_walking_back()
    {
        RcBatchCsvReport report = Check("2025550100,Hi\n\"2025550101\",\"a\nb\",\"c\r\nd\",e\n");
        Assert.Equal([("RC003", 2L), ("RC104", 2L), ("RC104", 3L)], report.Issues.Select(issue => (issue.RuleId, issue.Line)));
    }

    [Fact]
    public void Norwegian_number_is_no_duplicate_of_an_american_one_with_its_digits()
    {
        RcBatchCsvReport report = Check("4792345678,Hi\n+4792345678,Hi\n+14792345678,Hi\n");
        Assert.Equal((1L, 3L), (report.DuplicateCount, Single(report, "RC102").Line));
    }

    [Theory]
    [InlineData("(202) 555-0101")]
    [InlineData("202.555.0101")]
    public void Opted_out_number_with_separators_is_RC012_too(string number) =>
        Assert.Equal("RC005 RC012", Fired(Check($"{number},Hi\n", new CheckOptions { OptOutNumbers = ["2025550101"] })));

    [Theory]
    [InlineData("\u200B")]
    [InlineData("\\n\uFEFF ")]
    [InlineData("\u3164")]
    [InlineData("\u2800")]
    public void Text_that_is_not_seen_is_blank(string text) => Assert.Equal("RC006", Fired(Check($"2025550101,{text}\n")));

    [Theory]
    [InlineData("\u200Bx")]
    [InlineData("\\n\u3164\\n.")]
    [InlineData("\\N")]
    [InlineData("\u00E9")]
    [InlineData("\u4F60")]
    [InlineData("\U0001F600")]
    public void Text_in_which_anything_is_seen_is_none(string text) => Assert.Equal("", Fired(Check($"2025550101,{text}\n")));

    [Fact]
    public void Invisible_character_in_a_number_is_named()
    {
        RcBatchCsvIssue issue = Single(Check("2025550101\u200B,Hi\n"), "RC005");
        Assert.Equal(("The number contains an invisible character (U+200B).", "Remove it: 2025550101"), (issue.Message, issue.Suggestion));
    }

    [Theory]
    [InlineData("2025550103", "Write the number, a comma, and the text.")]
    [InlineData("Hello", "Write the number, a comma, and the text.")]
    [InlineData("2025550101,Hi\n2025550103;Hello", "Write a comma there: 2025550103,Hello")]
    [InlineData("2025550101,Hi\n2025550103\tsay \"Hi\"", "Write a comma there: 2025550103,\"say \"\"Hi\"\"\"")]
    [InlineData("2025550101,Hi\nAnn; Bob", "Write the number, a comma, and the text.")]
    [InlineData("2025550101,Hi\n2025550103;482913", "Write a comma there: 2025550103,482913")]
    [InlineData("2025550101,Hi\n2025550103;Call 202-555-0104", "Write a comma there: 2025550103,Call 202-555-0104")]
    [InlineData("2025550101,Hi\n2025550103;2025550104", "Write one of them, a comma, and the text; each of the others is a recipient of its own.")]
    [InlineData("2025550101;2025550102\n", "Write one of them, a comma, and the text; each of the others is a recipient of its own.")]
    [InlineData("2025550101,Hi\n2025550103|(202) 555-0104", "Write one of them, a comma, and the text; each of the others is a recipient of its own.")]
    [InlineData("2025550101,Hi\n2025550103 / 2025550104", "Write one of them, a comma, and the text; each of the others is a recipient of its own.")]
    [InlineData("2025550101,Hi\n2025550103;2025550104 x12", "Write the number, a comma, and the text.")]
    [InlineData("2025550101,Hi\n2025550103;2025550104;Hello", "Write the number, a comma, and the text.")]
    public void Row_of_one_column_is_told_what_it_lacks_and_nothing_is_invented(string row, string suggestion) => Assert.Equal(suggestion, Single(Check(row + "\n"), "RC002").Suggestion);

    [Fact]
    public void Text_of_more_segments_than_a_message_has_is_RC013_whatever_is_accepted()
    {
        RcBatchCsvReport report = Check($"2025550101,{new string('a', 153 * 256)}\n", new CheckOptions { MaxSegment = 255 });
        Assert.Equal("The text needs 256 segments; no phone network takes a message of more than 255.", Single(report, "RC013").Message);
        Assert.Equal(("RC013", false, 0L, 0L), (Fired(report), report.IsValid, report.SegmentCount, report.ValidRowCount));
        Assert.Equal(string.Empty, Fired(Check($"2025550101,{new string('a', 153 * 255)}\n", new CheckOptions { MaxSegment = 255 })));
    }

    [Fact]
    public void Word_with_six_digits_is_no_header() => Assert.Equal("RC005", Fired(Check("Tel 555123,Doors open\n")));

    [Fact]
    public void Long_row_that_could_be_read_is_RC007_and_the_next_is_checked()
    {
        string text = string.Concat(Enumerable.Range(0, 200).Select(row => $"{2025550100 + row},{new string('a', row == 100 ? 40_000 : 200)}\n")) + "bad,Hi\n";
        RcBatchCsvReport report = Check(text, new CheckOptions { MostRecordBytes = 30_000, MaxSegment = 255 });
        Assert.Equal([("RC007", 101L, 101L), ("RC005", 201L, 201L)], report.Issues.Select(issue => (issue.RuleId, issue.Line, issue.Row)));
        Assert.Equal((201L, 199L), (report.RowCount, report.ValidRowCount));
    }

    [Fact]
    public void Stop_is_heard_among_blank_lines_and_in_the_look_at_utf16()
    {
        using CancellationTokenSource stop = new();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => BatchCsvChecker.Check(new BytesSource(new byte[1000].Select(_ => (byte)'\n').ToArray()), new CheckOptions(), stop.Token));
        Assert.Throws<OperationCanceledException>(() => Utf16Text.FindInvalid(new BytesSource([0xFF, 0xFE, 0x41, 0]), TextEncoding.Utf16LittleEndian, stop.Token));
    }

    [Fact]
    public void Piped_rows_are_read_as_they_were_written_whatever_they_look_like()
    {
        using RowsSource rows = new();
        rows.Add("2025550101;x", "a\0b\0c\0");
        Assert.Equal("RC005 RC011", Fired(BatchCsvChecker.Check(rows, new CheckOptions(), CancellationToken.None)));
    }
}
