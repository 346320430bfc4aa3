using System.Text;
using System.Text.RegularExpressions;
using RocketComs.Core.Errors;
using RocketComs.Core.Tests.Rules;
using Xunit;

namespace RocketComs.Core.Tests.Repair;

/// <summary>What cannot be repaired is kept as it stood, with the reason and its place in the original.</summary>
public sealed class SetAsideTests
{
    private const string Good = "2025550101,Hi\n";

    [Theory]
    [InlineData("Doors open", "RC002")]
    [InlineData("2025550102,Hello, world", "RC003")]
    [InlineData(",Hello", "RC004")]
    [InlineData(" ,Hello", "RC004")]
    [InlineData("+44 (0)20 7946 0958,Hello", "RC005")]
    [InlineData("555-0102,Hello", "RC005")]
    [InlineData("2025550102 x3,Hello", "RC005")]
    [InlineData("2.02555E+09,Hello", "RC005")]
    [InlineData("\"2025550102\n\",Hello", "RC005")]
    [InlineData("\"\"2025550102,Hello", "RC007")]
    [InlineData(" \"2025550102\",Hello", "RC005")]
    [InlineData("2025550102,", "RC006")]
    [InlineData("2025550102,\" \"", "RC006")]
    [InlineData("2025550102,\\n \\n", "RC006")]
    [InlineData("2025550102,\"\n\"", "RC006")]
    [InlineData("(202) 555-0102,", "RC006")]
    [InlineData("2025550102,\"Say \"hi\"\"", "RC007")]
    [InlineData("2025550102,Gr{FC}n", "RC008")]
    [InlineData("2025550102,a{00}b", "RC011")]
    [InlineData("(202) 555-0102, a{07}b", "RC011")]
    [InlineData("number,message", "RC005")]
    public void Row_that_cannot_be_repaired_is_kept_byte_for_byte(string row, string ruleId)
    {
        byte[] raw = BytesSource.Bytes(row);
        using RepairFolder folder = new([.. "\r\n2025550101,\"a\r\nb\"\r\n"u8, .. raw, .. "\r\n2025550103,Hi\r\n"u8]);

        RcBatchCsvRepair repair = folder.Repair();

        Assert.Equal("2025550101,a\\nb\n2025550103,Hi\n", folder.Output);
        Assert.Equal((byte[])[.. raw, .. "\r\n"u8], File.ReadAllBytes(folder.Options.RejectedPath!));
        Assert.Equal((3L, 2L, 1L), RepairFolder.Rows(repair));
        RcBatchCsvIssue issue = Assert.Single(repair.Rejected);
        Assert.Equal((ruleId, RcIssueSeverity.Error, folder.Input, 4L, 2L), (issue.RuleId, issue.Severity, issue.Path, issue.Line, issue.Row));
    }

    [Fact]
    public void Reason_is_in_the_words_of_the_check()
    {
        using RepairFolder folder = new("Number;Message\n\n2025550101;Hi\n\n2025550102;Gr"u8.ToArray().Concat<byte>([0xFC]).Concat("n\n2025550103;\"two\nlines\"x\n"u8.ToArray()).ToArray());

        RcBatchCsvRepair repair = folder.Repair();

        Assert.Equal(folder.Check(folder.Input).Issues.Where(issue => issue.Severity == RcIssueSeverity.Error && issue.Row > 0), repair.Rejected);
        Assert.Equal(["RC008 line 5 row 2", "RC007 line 6 row 3"], RepairFolder.Reasons(repair));
    }

    [Fact]
    public void Text_that_is_blank_is_set_aside_with_its_place_in_the_original()
    {
        using RepairFolder folder = new("Number,Message\n2025550101,\"a\nb\"\n2025550102,\uFFFC\n2025550103,Hi\n");
        folder.Options = folder.Options with { Transliterate = true };

        RcBatchCsvRepair repair = folder.Repair();

        Assert.Equal(["RC006 line 4 row 2"], RepairFolder.Reasons(repair));
        Assert.Equal(("2025550101,a\\nb\n2025550103,Hi\n", "2025550102,\uFFFC\n"), (folder.Output, folder.Rejected));
    }

    [Theory]
    [InlineData("2025550102,\"Hello\n2025550103,Hi\n2025550104,Bye\"", "RC111 line 2 row 2")]
    [InlineData("(202) 555-0102,\"Hello\r\n2025550103,\"", "RC111 line 2 row 2")]
    [InlineData("\"2025550102\n2025550103,Hi\",Hello", "RC111 line 2 row 2")]
    [InlineData("2025550102,\"Hello\n2025550103,Hi\",more", "RC111 line 2 row 2")]
    [InlineData("\"2025550102\n\",\"Hello\n2025550103,Hi\"", "RC111 line 3 row 2")]
    public void Text_that_swallows_rows_is_set_aside_with_its_line_breaks(string row, string reason)
    {
        using RepairFolder folder = new(Good + row + "\n2025550105,\"a\n2025550106\"\n");

        RcBatchCsvRepair repair = folder.Repair();

        Assert.Equal((Good + "2025550105,a\\n2025550106\n", row + "\n"), (folder.Output, folder.Rejected));
        Assert.Equal((3L, 2L, 1L), RepairFolder.Rows(repair));
        Assert.Equal([reason], RepairFolder.Reasons(repair));
        Assert.Contains(repair.Rejected[0], folder.Check(folder.Input).Issues);
    }

    [Theory]
    [InlineData("2025550102,\"Hello\n2025550103 x12,Hi\n2025550104.0,Yo\n'2025550105,Yo\"")]
    [InlineData("2025550102,\"Hello\n06 12 34 56 78,Salut\"")]
    [InlineData("2025550102,\"Hello\n+44 (0)20 7946 0958,Yo\"")]
    public void Rows_are_swallowed_whatever_is_wrong_with_their_numbers(string row)
    {
        using RepairFolder folder = new(Good + row + "\n2025550106,\"Doors\n2027-01-31 19:30, main hall\"\n");

        RcBatchCsvRepair repair = folder.Repair();

        Assert.Equal((Good + "2025550106,\"Doors\\n2027-01-31 19:30, main hall\"\n", row + "\n"), (folder.Output, folder.Rejected));
        Assert.Equal(["RC111 line 2 row 2"], RepairFolder.Reasons(repair));
    }

    [Theory]
    [InlineData("2025550101;2025550102\n2025550103;2025550104\n", "RC002")]
    [InlineData("2025550101;2025550102\n2025550103\t2025550104\n", "RC002")]
    [InlineData("2025550101;2025550102;2025550105\n2025550103;2025550104\n", "RC002")]
    [InlineData("2025550101,2025550102\n2025550103,(202) 555-0104\n", "RC111")]
    [InlineData("Number;Message\n2025550101;2025550102\n2025550103;2025550104\n", "RC111")]
    public void Number_of_another_recipient_is_never_written_as_a_text(string rows, string rule)
    {
        using RepairFolder folder = new(rows);
        BatchCsvUnusableException refused = Assert.Throws<BatchCsvUnusableException>(folder.Repair);
        Assert.Equal(2, Regex.Count(refused.Message, $@" Line [1-3]: [^(]+ \({rule}\)\."));
    }

    [Theory]
    [InlineData("2025550101;482913\n2025550103;482914\n", "2025550101,482913\n2025550103,482914\n")]
    [InlineData("2025550101;Hello\n2025550103;2025550104\n", "2025550101,Hello\n2025550103,2025550104\n")]
    public void Code_or_number_to_call_is_written_as_the_text_that_it_is(string rows, string written)
    {
        using RepairFolder folder = new(rows);
        Assert.Equal((2L, 2L, 0L), RepairFolder.Rows(folder.Repair()));
        Assert.Equal(written, folder.Output);
    }

    [Theory]
    [InlineData("2025550102,\"never closed\n2025550103,Hi\n2025550104,Hi\n")]
    [InlineData("2025550102,\"never closed\r\n2025550103,\"\"Hi\"\"\r\n2025550104,Hi")]
    public void Quote_that_is_never_closed_sets_the_whole_rest_aside(string rest)
    {
        using RepairFolder folder = new(Good + rest);

        RcBatchCsvRepair repair = folder.Repair();

        Assert.Equal((Good, rest.TrimEnd('\n')), (folder.Output, folder.Rejected!.TrimEnd('\n')));
        Assert.Equal((2L, 1L, 1L), RepairFolder.Rows(repair));
        Assert.Equal(["RC007 line 2 row 2"], RepairFolder.Reasons(repair));
    }

    [Fact]
    public void Nothing_is_added_to_an_unclosed_row_that_ends_with_a_line_break()
    {
        using RepairFolder folder = new(Good + "2025550102,\"never\n");

        folder.Repair();

        Assert.Equal("2025550102,\"never\n", folder.Rejected);
    }

    [Fact]
    public void Duplicate_of_a_row_that_is_set_aside_is_set_aside_too()
    {
        using RepairFolder folder = new(Good + "2025550102,a\u0001b\n(202) 555-0102,a\u0001b\n");

        RcBatchCsvRepair repair = folder.Repair();

        Assert.Equal("2025550102,a\u0001b\n(202) 555-0102,a\u0001b\n", folder.Rejected);
        Assert.Equal((3L, 1L, 2L), RepairFolder.Rows(repair));
        Assert.Equal(["RC011 line 2 row 2", "RC011 line 3 row 3"], RepairFolder.Reasons(repair));
    }

    [Fact]
    public void Reasons_end_with_the_thousandth_row_and_the_count_does_not()
    {
        using RepairFolder folder = new(Good + string.Concat(Enumerable.Repeat("2025550102,\nabc,Hi\n", 600)));

        RcBatchCsvRepair repair = folder.Repair();

        Assert.Equal((1201L, 1L, 1200L), RepairFolder.Rows(repair));
        Assert.Equal(1000, repair.Rejected.Length);
        Assert.Equal(("RC005", 1001L, 1001L), (repair.Rejected[^1].RuleId, repair.Rejected[^1].Line, repair.Rejected[^1].Row));
        Assert.Equal(1200, folder.Rejected!.Split('\n').Length - 1);
    }

    [Fact]
    public void Rejected_rows_replace_a_file_only_when_asked_and_when_there_are_some()
    {
        using RepairFolder folder = new(Good);
        folder.Write("rejected.csv", "old\n");

        Assert.Equal("RejectedPath", Assert.Throws<InvalidParameterException>(() => folder.Repair()).ParameterName);

        folder.Options = folder.Options with { Overwrite = true };
        folder.Repair();
        Assert.Equal("old\n", folder.Rejected);

        File.WriteAllText(folder.Input, Good + "abc,Hi\n");
        folder.Repair();
        Assert.Equal("abc,Hi\n", folder.Rejected);
    }

    [Fact]
    public void Without_a_place_for_them_rows_are_left_out_and_reported_all_the_same()
    {
        using RepairFolder folder = new(Good + "abc,Hi\n");
        folder.Options = folder.Options with { RejectedPath = null };

        Assert.Equal(["RC005 line 2 row 2"], RepairFolder.Reasons(folder.Repair()));
        Assert.Equal(["in.csv", "out.csv"], folder.Names);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("\n \n", null)]
    [InlineData("Number,Message\n", null)]
    [InlineData("sep=;\n", null)]
    [InlineData("abc,Hi\n2025550101,\n", "abc,Hi\n2025550101,\n")]
    [InlineData("2025550101,\"Hi\n", "2025550101,\"Hi\n")]
    public void File_without_a_row_to_write_leaves_the_destination_as_it_was(string text, string? rejected)
    {
        using RepairFolder folder = new(text);
        folder.Options = folder.Options with { Overwrite = true };
        folder.Write("out.csv", "old");

        BatchCsvUnusableException exception = Assert.Throws<BatchCsvUnusableException>(() => folder.Repair());

        Assert.Equal(folder.Input, exception.Path);
        Assert.Equal(("old", rejected), (folder.Output, folder.Rejected));
        Assert.Equal(rejected is null ? ["in.csv", "out.csv"] : ["in.csv", "out.csv", "rejected.csv"], folder.Names);
    }

    [Fact]
    public void Error_of_a_file_without_a_row_to_write_names_the_first_reasons()
    {
        using RepairFolder folder = new("abc,Hi\n2025550101,\n");
        folder.Options = folder.Options with { IsDryRun = true };

        BatchCsvUnusableException exception = Assert.Throws<BatchCsvUnusableException>(() => folder.Repair());

        Assert.EndsWith(" Line 1: The number holds letters (RC005). Line 2: The row has no text (RC006).", exception.Message, StringComparison.Ordinal);
        Assert.Equal(["in.csv"], folder.Names);
    }

    [Theory]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    public void Encoding_that_cannot_be_read_is_refused_and_nothing_written(string name, bool hasMark)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        using RepairFolder folder = new([.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Good)]);

        Assert.Equal(folder.Input, Assert.Throws<BatchCsvUnusableException>(() => folder.Repair()).Path);
        Assert.Equal(["in.csv"], folder.Names);
    }

    [Fact]
    public void Broken_utf16_is_refused_and_nothing_written()
    {
        using RepairFolder folder = new([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Good + "2025550102,a"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("b\n")]);

        Assert.Contains("on line 2", Assert.Throws<BatchCsvUnusableException>(() => folder.Repair()).Message, StringComparison.Ordinal);
        Assert.Equal(["in.csv"], folder.Names);
    }
}
