using RocketComs.Core.Errors;
using RocketComs.Core.Numbers;
using RocketComs.Core.Tests.Rules;
using Xunit;

namespace RocketComs.Core.Tests.Repair;

/// <summary>What becomes of numbers in a repair: a number stays the one that it is, or the row is set aside; so is that of who opted out.</summary>
public sealed class NumberRepairTests
{
    private static readonly string[] s_pieces =
    [
        "(202) 555-0101", "202-555-0101", "+1 202.555.0101", "+44 20 7946 0958", "+33 142 68 53 00", "2025550101", "202", "555", "0101", "5550102", "+1", "1", "+44", "20", "7946", "0958", "(202)", "(20)", "(0)", "+", " ", "  ", "-", ".", "/", "x12", "ext 5", "#7", "0", "00", "12",
        "\u00A0", "\u2011", "\u200E", "\u202E", "\u0662", "\uFF12", "+203", "+33", "612345678", "E+09", "or", "&", ";2025550103", "\t",
    ];

    [Theory]
    [InlineData("2025550101;2025550102")]
    [InlineData("2025550101 / 2025550102")]
    [InlineData("\"2025550101,2025550102\"")]
    [InlineData("2025550101 or 2025550102")]
    [InlineData("2025550101 2025550102")]
    [InlineData("2025550101|2025550102")]
    [InlineData("+44 20 7946 0958 12")]
    [InlineData("+203-555-0123")]
    [InlineData("+(203) 555-0123")]
    [InlineData("+212-555-0123")]
    [InlineData("2025550101 ext 5")]
    [InlineData("2025550101x5")]
    [InlineData("2025550101 #5")]
    [InlineData("(202) 555-0101 extension 12")]
    [InlineData("202-555-0101-12")]
    [InlineData("+49 171 12 34 56 789")]
    [InlineData("\u09E8\u09E6\u09E8\u09EB\u09EB\u09EB\u09E6\u09E7\u09E6\u09E7")]
    [InlineData("\uFF12\uFF10\uFF12\uFF15\uFF15\uFF15\uFF10\uFF11\uFF10\uFF11")]
    [InlineData("2025550101.0")]
    public void Number_that_can_be_another_is_set_aside_and_none_is_suggested(string cell)
    {
        using RepairFolder folder = new($"2025550100,Hi\n2025550199,Hi\n{cell},Hello\n");

        RcBatchCsvRepair repair = folder.Repair();

        Assert.Equal(("2025550100,Hi\n2025550199,Hi\n", $"{cell},Hello\n"), (folder.Output, folder.Rejected));
        RcBatchCsvIssue reason = Assert.Single(repair.Rejected);
        Assert.Equal(("RC005", 3L), (reason.RuleId, reason.Line));
        Assert.DoesNotContain(reason.Suggestion.Split(' '), word => word.Count(char.IsDigit) >= 10);
        Assert.NotEqual(string.Empty, reason.Suggestion);
    }

    [Theory]
    [InlineData("FR", "06 12 34 56 78", "0612345678")]
    [InlineData("FR", "06.12.34.56.78", "0612345678")]
    [InlineData("FR", "\u202A06\u00A012\u00A034\u00A056\u00A078\u202C", "0612345678")]
    [InlineData("DE", "0171 1234567", "01711234567")]
    [InlineData("DE", "0171/1234567", "01711234567")]
    [InlineData("DE", "(030) 1234567", "0301234567")]
    [InlineData("GB", "07911 123456", "07911123456")]
    [InlineData("GB", "07911 123 456", "07911123456")]
    [InlineData("gb", "020 7946 0958", "02079460958")]
    [InlineData("JP", "090-1234-5678", "09012345678")]
    [InlineData("AU", "0412 345 678", "0412345678")]
    [InlineData("BR", "(11) 91234-5678", "11912345678")]
    public void Number_that_is_grouped_as_in_its_region_is_repaired_and_suggested(string region, string cell, string number)
    {
        using RepairFolder folder = new($"{cell},Hi\n");
        Assert.Throws<BatchCsvUnusableException>(() => folder.Repair());

        folder.Options = folder.Options with { DefaultRegion = region, Overwrite = true };
        RcBatchCsvRepair repair = folder.Repair();

        Assert.Equal(($"{number},Hi\n", "RC005"), (folder.Output, RepairFolder.Changes(repair)));
        RcBatchCsvIssue issue = Assert.Single(folder.Check(folder.Input).Issues, each => each.RuleId == "RC005");
        Assert.EndsWith(": " + number, issue.Suggestion, StringComparison.Ordinal);
        Assert.Empty(folder.Check(folder.Options.Destination).Issues);
    }

    [Theory]
    // Without the region that is a number of North America.
    [InlineData("IN", "98765 43210")]
    [InlineData("IN", "20 2712 3456")]
    [InlineData("MX", "55 1234 5678")]
    [InlineData("BR", "21 2345 6789")]
    [InlineData("FR", "0612 345678")]
    [InlineData("FR", "09.11.2026 10")]
    [InlineData("FR", "2026-11-23 10")]
    [InlineData("FR", "06 12 34 56 78 12")]
    [InlineData("FR", "06 12 34 56 78 x12")]
    [InlineData("FR", "06 12 34 56  78")]
    [InlineData("FR", "00 12 34 56 78")]
    [InlineData("FR", "06 12 34 56 78 / 79")]
    [InlineData("DE", "030 1234567 12")]
    [InlineData("DE", "0171 1234567/8")]
    [InlineData("DE", "4111 1111 1111 111")]
    [InlineData("DE", "192.168.100.200")]
    [InlineData("DE", "5550101 5550102")]
    [InlineData("MX", "2026-11-23 10")]
    [InlineData("GB", "07911 123456 07911 123457")]
    [InlineData("GB", "+44 (0)20 7946 0958")]
    public void Number_that_is_grouped_otherwise_is_left(string region, string cell)
    {
        using RepairFolder folder = new($"+12025550101,Hi\n{cell},Hello\n");
        folder.Options = folder.Options with { DefaultRegion = region };

        RcBatchCsvRepair repair = folder.Repair();

        Assert.Equal(("+12025550101,Hi\n", $"{cell},Hello\n"), (folder.Output, folder.Rejected));
        Assert.DoesNotContain(Assert.Single(repair.Rejected).Suggestion.Split(' '), word => word.Count(char.IsDigit) >= 10);
    }

    [Fact]
    public void Number_that_is_grouped_as_in_its_region_is_the_same_to_opt_outs_duplicates_and_swallowed_rows()
    {
        using RepairFolder folder = new("06 12 34 56 78,Salut\n0612345679,Salut\n06 12 34 56 79,Salut\n0612345670,\"Salut\n06 12 34 56 71,Salut\"\n0612345672,Salut\n");
        folder.Options = folder.Options with { DefaultRegion = "FR", OptOutNumbers = ["06 12 34 56 78", "+33 6 12 34 56 72".Replace(" ", string.Empty, StringComparison.Ordinal)] };

        RcBatchCsvRepair repair = folder.Repair();

        Assert.Equal("0612345679,Salut\n", folder.Output);
        Assert.Equal(["RC012 line 1 row 1", "RC111 line 4 row 4", "RC012 line 6 row 5"], RepairFolder.Reasons(repair));
        Assert.Equal("RC102", RepairFolder.Changes(repair));
    }

    [Fact]
    public void Whatever_stands_there_is_the_number_that_was_read_or_is_set_aside()
    {
        Random random = new(20261129);
        int repaired = 0;
        using RepairFolder folder = new("x");
        for (int round = 0; round < 25; round++)
        {
            string[] cells = [.. Enumerable.Range(0, 100).Select(_ => string.Concat(Enumerable.Range(0, 1 + random.Next(6)).Select(_ => s_pieces[random.Next(s_pieces.Length)])))];
            string csv = "2025550100,Hi\n" + string.Concat(cells.Select((cell, row) => $"\"{cell}\",Text {row}\n"));
            folder.Refill(System.Text.Encoding.UTF8.GetBytes(csv));
            RcBatchCsvRepair repair = folder.Repair();
            Dictionary<string, string> written = folder.Output!.Split('\n').Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')).ToDictionary(fields => fields[1], fields => fields[0]);
            for (int row = 0; row < cells.Length; row++)
            {
                PhoneReading reading = PhoneCell.Read(cells[row]);
                Assert.Equal(reading.IsNumber ? reading.Number.ToString() : null, written.GetValueOrDefault($"Text {row}"));
                RcBatchCsvIssue? issue = BytesSource.Check($"2025550100,Hi\n2025550199,Hi\n2025550198,Hi\n\"{cells[row]}\",Hi\n").Issues.FirstOrDefault(found => found.RuleId == "RC005");
                Assert.True((reading.Kind == PhoneKind.Sound || cells[row].Trim(' ', '\t').Length == 0) == (issue is null), cells[row]);
                string? suggested = issue?.Suggestion.Split(' ').Select(word => word.TrimEnd('.')).FirstOrDefault(word => word.Count(char.IsAsciiDigit) >= 10);
                Assert.Equal(reading.Kind == PhoneKind.Repairable ? reading.Number.ToString() : null, suggested);
                repaired += reading.Kind == PhoneKind.Repairable ? 1 : 0;
            }

            Assert.Equal(101, repair.RowsWritten + repair.RowsRejected);
        }

        Assert.True(repaired > 20, $"Only {repaired} were repaired.");
    }

    [Fact]
    public void Who_opted_out_is_set_aside_with_the_reason()
    {
        using RepairFolder folder = new("2025550101,Hi\n(202) 555-0102,Hi\n+12025550103,Hi\n2025550104,\n2025550105,Hi\n");
        folder.Options = folder.Options with { OptOutNumbers = ["+1 202-555-0102", "12025550103", "2025550104"] };

        RcBatchCsvRepair repair = folder.Repair();

        Assert.Equal(("2025550101,Hi\n2025550105,Hi\n", "(202) 555-0102,Hi\n+12025550103,Hi\n2025550104,\n"), (folder.Output, folder.Rejected));
        Assert.Equal(["RC012 line 2 row 2", "RC012 line 3 row 3", "RC012 line 4 row 4"], RepairFolder.Reasons(repair));
        Assert.All(repair.Rejected, issue => Assert.Equal("Remove the row.", issue.Suggestion));
        Assert.Equal((5L, 2L, 3L), RepairFolder.Rows(repair));
    }

    [Fact]
    public void Opt_outs_are_numbers_of_the_region()
    {
        using RepairFolder folder = new("0612345678,Hi\n+33612345679,Hi\n+49612345678,Hi\n");
        folder.Options = folder.Options with { OptOutNumbers = ["+33612345678", "0612345679"], DefaultRegion = "FR" };

        Assert.Equal(["RC012 line 1 row 1", "RC012 line 2 row 2"], RepairFolder.Reasons(folder.Repair()));
        Assert.Equal("+49612345678,Hi\n", folder.Output);
    }

    [Fact]
    public void Opt_out_that_is_no_number_ends_the_repair_before_anything_is_written()
    {
        using RepairFolder folder = new("2025550101,Hi\n");
        folder.Options = folder.Options with { OptOutNumbers = ["2025550102 x5"] };

        Assert.Equal("2025550102 x5", Assert.Throws<InvalidParameterException>(folder.Repair).Value);
        Assert.Equal(["in.csv"], folder.Names);
    }

    [Fact]
    public void Same_text_to_one_number_is_written_once_whatever_the_region_calls_it()
    {
        using RepairFolder folder = new("0612345678,Hi\n+33612345678,Hi\n33612345678,Hi\n+33612345678,Ho\n");
        folder.Options = folder.Options with { DefaultRegion = "FR" };

        RcBatchCsvRepair repair = folder.Repair();

        Assert.Equal(("0612345678,Hi\n+33612345678,Ho\n", "RC102*2"), (folder.Output, RepairFolder.Changes(repair)));
    }

    [Fact]
    public void What_was_changed_stands_beside_what_it_was_and_why()
    {
        using RepairFolder folder = new("Number,Message\n (202) 555-0101,Hi\n2025550102,\"two\\n \nlines \"\n2025550103,5\" screens\n2025550104\n");

        RcBatchCsvRepair repair = folder.Repair();

        Assert.Equal(
            [("RC005 RC107", 2L, 1L, "Number", " (202) 555-0101", "2025550101"), ("RC103 RC104 RC107", 3L, 2L, "Message", "two\\n \nlines ", "two\\n\\nlines")],
            repair.Changed.Select(change => (string.Join(' ', change.RuleId), change.Line, change.Row, change.Column, change.Before, change.After)));
        Assert.Equal("RC005 RC009 RC103 RC104 RC107*2 RC114", RepairFolder.Changes(repair));
    }
}
