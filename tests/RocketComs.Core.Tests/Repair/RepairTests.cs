using System.Text;
using RocketComs.Core.Errors;
using Xunit;

namespace RocketComs.Core.Tests.Repair;

/// <summary>What is repaired, and how it is counted.</summary>
public sealed class RepairTests
{
    [Fact]
    public void File_with_everything_in_it_becomes_a_sound_one()
    {
        using RepairFolder folder = new(
            "\uFEFFNumber;Message\r\n\r\n(202) 555-0101;\" Hi, \"\"you\"\" \"\r\n 2025550102;two\\n lines\r\n2025550103;\"two\r\nlines\"\r\n\r\n\r\n2025550104;5\" screens\r\n12025550102;two\\nlines\r\n2025550105\r\n\r\n");

        RcBatchCsvRepair repair = folder.Repair();

        Assert.Equal("2025550101,\"Hi, \"\"you\"\"\"\n2025550102,two\\nlines\n2025550103,two\\nlines\n2025550104,\"5\"\" screens\"\n", folder.Output);
        Assert.Equal("2025550105\r\n", folder.Rejected);
        Assert.Equal((6L, 4L, 1L), RepairFolder.Rows(repair));
        Assert.Equal("RC005 RC009 RC010 RC102 RC103 RC104 RC107*2 RC109 RC110*3 RC114", RepairFolder.Changes(repair));
        Assert.Equal(["RC002 line 11 row 6"], RepairFolder.Reasons(repair));
        Assert.Equal((folder.Input, folder.Options.Destination), (repair.Path, repair.Destination));
        Assert.Equal(["in.csv", "out.csv", "rejected.csv"], folder.Names);
    }

    [Theory]
    [InlineData("2025550101,Hi\n", "2025550101,Hi\n", "")]
    [InlineData("2025550101,Hi", "2025550101,Hi\n", "")]
    [InlineData("2025550101,Hi\r\n2025550102,Hi\r2025550103,Hi\n\n\n", "2025550101,Hi\n2025550102,Hi\n2025550103,Hi\n", "")]
    [InlineData("\uFEFF2025550101,Hi\n", "2025550101,Hi\n", "RC109")]
    [InlineData("2025550101\tHi, you\n", "2025550101,\"Hi, you\"\n", "RC010")]
    [InlineData("2025550101;\"Hi, \"\"you\"\"\"\n2025550102;\"Hi; you\"\n", "2025550101,\"Hi, \"\"you\"\"\"\n2025550102,Hi; you\n", "RC010")]
    [InlineData("\"+12025550101\",\"Hi\"\n", "+12025550101,Hi\n", "")]
    [InlineData("2025550100,First\n2025550101, Hi\n2025550102,Hi \n2025550103,\" Hi\"\n", "2025550100,First\n2025550101,Hi\n2025550102,Hi\n2025550103,Hi\n", "RC107*3")]
    [InlineData("2025550100,First\n2025550101,\"Hi\"\n2025550102,\",now\"\n2025550103,\"5\"\"\"\n2025550104,Hi \"\n", "2025550100,First\n2025550101,Hi\n2025550102,\",now\"\n2025550103,\"5\"\"\"\n2025550104,\"Hi \"\"\"\n", "RC114")]
    [InlineData("2025550101|Hi; you\n", "2025550101,Hi; you\n", "RC010")]
    [InlineData("Phone,Text\n2025550101,Hi\n", "2025550101,Hi\n", "RC009")]
    [InlineData("\n\n2025550101,Hi\n \t\n2025550102,Hi\n\n", "2025550101,Hi\n2025550102,Hi\n", "RC110*3")]
    [InlineData("\"2025550101\",\"Hi\"\n\"\",\"\"\n2025550102,Hi\n\"\",\" \"\n", "2025550101,Hi\n2025550102,Hi\n", "RC110")]
    [InlineData("2025550101,\"one\ntwo\r\nthree\"\n", "2025550101,one\\ntwo\\nthree\n", "RC104")]
    [InlineData("2025550101,one\\n  two\\n three\n", "2025550101,one\\ntwo\\nthree\n", "RC103")]
    [InlineData("2025550101,\\n Hi\n", "2025550101,\\nHi\n", "RC103")]
    [InlineData("\t2025550101 , Hi\t\n", "2025550101,Hi\n", "RC107*2")]
    [InlineData("\" 2025550101\",\" Hi \"\n", "2025550101,Hi\n", "RC107*2")]
    [InlineData(" +1 202-555-0101,Hi\n", "+12025550101,Hi\n", "RC005 RC107")]
    [InlineData("2025550101,5\" or 6\"\n", "2025550101,\"5\"\" or 6\"\"\"\n", "RC114")]
    [InlineData("2025550101, \"Hi\"\n", "2025550101,Hi\n", "RC107 RC114")]
    [InlineData("2025550101,\t\"Say \"\"hi\"\" to us\" \n", "2025550101,\"Say \"\"hi\"\" to us\"\n", "RC107 RC114")]
    [InlineData("2025550101; \"Hi, you\"\n", "2025550101,\"Hi, you\"\n", "RC010 RC107 RC114")]
    [InlineData("2025550101, \"Hi\" said Ann\n", "2025550101,\"\"\"Hi\"\" said Ann\"\n", "RC107 RC114")]
    [InlineData("2025550101, \"Hi\n", "2025550101,\"\"\"Hi\"\n", "RC107 RC114")]
    [InlineData("2025550101,It\u2019s\n", "2025550101,It\u2019s\n", "")]
    [InlineData("2025550101,a\tb\n", "2025550101,a\tb\n", "")]
    [InlineData("1237774444,New Product Launch This Month\n", "1237774444,New Product Launch This Month\n", "")]
    public void Repair_keeps_every_row(string text, string repaired, string changes)
    {
        using RepairFolder folder = new(text);

        RcBatchCsvRepair repair = folder.Repair();

        Assert.Equal((repaired, null), (folder.Output, folder.Rejected));
        Assert.Equal(changes, RepairFolder.Changes(repair));
        Assert.Equal((repair.RowsWritten, 0), (repair.RowsRead, repair.RowsRejected));
        Assert.Empty(repair.Rejected);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Utf16_becomes_plain_utf8_and_so_do_the_rows_set_aside(string name)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        using RepairFolder folder = new([.. encoding.GetPreamble(), .. encoding.GetBytes("2025550101,Gr\u00FC\u00DFe \uD83D\uDE00\r\n2025550102,\u00E4, \u00F6\r\n")]);

        RcBatchCsvRepair repair = folder.Repair();

        Assert.Equal(("2025550101,Gr\u00FC\u00DFe \uD83D\uDE00\n", "2025550102,\u00E4, \u00F6\r\n"), (folder.Output, folder.Rejected));
        Assert.Equal("RC109", RepairFolder.Changes(repair));
        Assert.Equal(["RC003 line 2 row 2"], RepairFolder.Reasons(repair));
    }

    [Fact]
    public void Typographic_characters_are_replaced_when_asked_for_and_counted_by_row()
    {
        using RepairFolder folder = new("2025550101,It\u2019s \u201Cnew\u201D\n2025550102,It's\n2025550103,Wait\u2026\n2025550104,a`b\n2025550105,`b\n");
        folder.Options = folder.Options with { Transliterate = true };

        RcBatchCsvRepair repair = folder.Repair();

        Assert.Equal("2025550101,\"It's \"\"new\"\"\"\n2025550102,It's\n2025550103,Wait...\n2025550104,a'b\n2025550105,'b\n", folder.Output);
        Assert.Equal("RC106*4", RepairFolder.Changes(repair));
    }

    [Theory]
    [InlineData("US", "2025550101,Hi\n2025550101,\"Hi\"\n", "2025550101,Hi\n", 1)]
    [InlineData("US", "+12025550101,Hi\n(202) 555-0101, Hi\n12025550101,Hi\n", "+12025550101,Hi\n", 2)]
    [InlineData("US", "2025550101,Hi\n2025550101,Bye\n2025550101,hi\n", "2025550101,Hi\n2025550101,Bye\n2025550101,hi\n", 0)]
    [InlineData("US", "2025550101,a\\nb\n2025550101,\"a\nb\"\n", "2025550101,a\\nb\n", 1)]
    [InlineData("US", "2025550101,1\n20255501011,\n2025550101,1\n", "2025550101,1\n", 1)]
    [InlineData("GB", "2025550101,Hi\n12025550101,Hi\n2025550101,Hi\n", "2025550101,Hi\n12025550101,Hi\n", 1)]
    public void Exact_duplicates_only_are_dropped(string region, string text, string repaired, long dropped)
    {
        using RepairFolder folder = new(text);
        folder.Options = folder.Options with { DefaultRegion = region };

        RcBatchCsvRepair repair = folder.Repair();

        Assert.Equal(repaired, folder.Output);
        Assert.Equal(dropped, repair.Changes.TryGetValue("RC102", out long count) ? count : 0);
        Assert.Equal(repair.RowsRead, repair.RowsWritten + repair.RowsRejected + dropped);
    }

    [Fact]
    public void Changes_of_rows_that_are_not_written_are_not_counted()
    {
        using RepairFolder folder = new("2025550101,Hi\n(202) 555-0101, Hi\n(202) 555-0102, \n");

        RcBatchCsvRepair repair = folder.Repair();

        Assert.Equal("RC102", RepairFolder.Changes(repair));
        Assert.Equal((3L, 1L, 1L), RepairFolder.Rows(repair));
    }

    [Fact]
    public void First_thousand_changes_are_kept_and_all_are_counted()
    {
        using RepairFolder folder = new("(202) 555-9999,Hi\n" + string.Concat(Enumerable.Range(0, 501).Select(i => $"(202) 555-{i:D4}, Hi\n")));

        RcBatchCsvRepair repair = folder.Repair();

        Assert.Equal("RC005*502 RC107*501", RepairFolder.Changes(repair));
        Assert.Equal(1000, repair.Changed.Length);
        Assert.Equal((501L, 501L, "Number", "(202) 555-0499", "2025550499"), repair.Changed[^1] is { } last ? (last.Line, last.Row, last.Column, last.Before, last.After) : default);
    }

    [Fact]
    public void What_is_sound_comes_out_byte_for_byte()
    {
        string text = "2025550101,\"Hi, \"\"you\"\"\"\n+12025550102,two\\nlines\n2025550103,\u00E9t\u00E9 \uD83D\uDE00\n";
        using RepairFolder folder = new(text);

        RcBatchCsvRepair repair = folder.Repair();

        Assert.Equal(text, folder.Output);
        Assert.Empty(repair.Changes);
        Assert.Equal(File.ReadAllBytes(folder.Input), File.ReadAllBytes(folder.Options.Destination));
    }

    [Fact]
    public void Field_of_three_megabytes_is_read_and_set_aside_as_more_than_a_message_holds()
    {
        string word = string.Concat(Enumerable.Repeat("0123456789", 300_000));
        using RepairFolder folder = new("2025550101,\" " + word + "\r\nend\"\n2025550102,Hi\n");

        RcBatchCsvRepair repair = folder.Repair();

        Assert.Equal(("RC013", 1L, 1L), (Assert.Single(repair.Rejected).RuleId, repair.RowsRejected, repair.RowsWritten));
        Assert.Equal("2025550102,Hi\n", folder.Output);
    }

    [Fact]
    public void Row_longer_than_any_text_is_refused_with_its_number_and_nothing_is_written()
    {
        using RepairFolder folder = new("2025550101,\"H\ni\"\n2025550102,\"never closed\n" + string.Concat(Enumerable.Repeat("2025550103,Hi\n", 3_500_000)));

        BatchCsvUnusableException exception = Assert.Throws<BatchCsvUnusableException>(folder.Repair);

        Assert.StartsWith("Row 2 of", exception.Message, StringComparison.Ordinal);
        Assert.Contains(", which begins on line 3, is too long", exception.Message, StringComparison.Ordinal);
        Assert.Contains("never closed", exception.RecommendedAction, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Options.Destination));
    }

    [Fact]
    public void Dry_run_tells_the_same_and_writes_nothing()
    {
        using RepairFolder folder = new("(202) 555-0101,Hi\n2025550102,a,b\n2025550101,Hi\n");
        RcBatchCsvRepair real = folder.Repair();
        File.Delete(folder.Options.Destination);
        File.Delete(folder.Options.RejectedPath!);
        folder.Options = folder.Options with { IsDryRun = true };

        RcBatchCsvRepair dry = folder.Repair();

        Assert.Equal((RepairFolder.Rows(real), RepairFolder.Changes(real)), (RepairFolder.Rows(dry), RepairFolder.Changes(dry)));
        Assert.Equal(real.Rejected, dry.Rejected);
        Assert.Equal(["in.csv"], folder.Names);
    }
}
