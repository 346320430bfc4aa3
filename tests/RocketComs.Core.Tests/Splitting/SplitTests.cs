using System.Text;
using RocketComs.Core.Errors;
using RocketComs.Core.Segments;
using RocketComs.Core.Splitting;
using Xunit;

namespace RocketComs.Core.Tests.Splitting;

/// <summary>What goes into which part, and what the plan says of it.</summary>
public sealed class SplitTests
{
    private const string Five = "2025550101,a\n2025550102,b\n2025550103,c\n2025550104,d\n2025550105,e\n";

    private static readonly string s_two = new('x', 161);

    [Fact]
    public void Rows_fill_one_part_after_the_other()
    {
        using SplitFolder folder = new(Five);
        folder.Options = folder.Options with { MaxRow = 2 };

        SplitResult split = folder.Split();

        Assert.Equal(["in-001.csv 2 2", "in-002.csv 2 2", "in-003.csv 1 1"], SplitFolder.Shown(split));
        Assert.Equal(["in-001.csv", "in-002.csv", "in-003.csv", "plan.csv"], folder.Names!);
        Assert.Equal("2025550101,a\n2025550102,b\n", folder.Read("in-001.csv"));
        Assert.Equal("2025550105,e\n", folder.Read("in-003.csv"));
        Assert.All(split.Parts, part => Assert.Null(part.TimeZone));
        Assert.Empty(split.Warnings);
        Assert.Equal(Five, File.ReadAllText(folder.Input));
    }

    [Theory]
    [InlineData("2025550101,a\n2025550102,b\n12025550101,c\n", "1 row has a number that stands in an earlier row already (RC102), of this part or another: its owner gets each of the messages.")]
    [InlineData("2025550101,a\n2025550101,b\n2025550101,c\n", "2 rows have a number that stands in an earlier row already (RC102), of this part or another: its owner gets each of the messages.")]
    public void Number_that_stands_twice_is_warned_of_whatever_part_it_comes_into(string text, string warning)
    {
        using SplitFolder folder = new(text);
        folder.Options = folder.Options with { MaxRow = 1 };
        Assert.StartsWith(warning, Assert.Single(folder.Split().Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_has_a_reference_a_full_path_and_a_description_a_part()
    {
        using SplitFolder folder = new(Five, "spring sale, \u00FC.csv");
        folder.Options = folder.Options with { MaxRow = 3 };

        folder.Split();

        Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(folder.PathOf("plan.csv"))[..3]);
        Assert.Equal("ExternalId,Path,Description,StartDate,StartTime,EndTime", File.ReadAllLines(folder.PathOf("plan.csv"))[0]);
        Assert.Equal(
            [
                ["spring sale, \u00FC-001", folder.PathOf("spring sale, \u00FC-001.csv"), "Part 1 of 2 of spring sale, \u00FC.csv: 3 rows, 3 segments", "", "", ""],
                ["spring sale, \u00FC-002", folder.PathOf("spring sale, \u00FC-002.csv"), "Part 2 of 2 of spring sale, \u00FC.csv: 2 rows, 2 segments", "", "", ""],
            ],
            folder.Plan);
    }

    [Fact]
    public void Plan_of_ascii_has_no_mark_and_quotes_what_needs_it()
    {
        using SplitFolder folder = new(Five, ",x y.csv");
        folder.Options = folder.Options with { MaxRow = 9 };

        folder.Split();

        Assert.Equal(
            $"ExternalId,Path,Description,StartDate,StartTime,EndTime\n\",x y-001\",\"{folder.PathOf(",x y-001.csv")}\",\"Part 1 of 1 of ,x y.csv: 5 rows, 5 segments\",,,\n",
            Encoding.ASCII.GetString(File.ReadAllBytes(folder.PathOf("plan.csv"))));
    }

    [Fact]
    public void Segments_fill_one_part_after_the_other()
    {
        using SplitFolder folder = new($"2025550101,{s_two}\n2025550102,b\n2025550103,{s_two}\n2025550104,{s_two}\n2025550105,e\n");
        folder.Options = folder.Options with { MaxSegmentCount = 3 };

        Assert.Equal(["in-001.csv 2 3", "in-002.csv 1 2", "in-003.csv 2 3"], SplitFolder.Shown(folder.Split()));
    }

    [Fact]
    public void Row_of_more_segments_than_a_part_may_have_is_named_and_nothing_is_written()
    {
        using SplitFolder folder = new($"2025550101,a\n\n2025550102,{s_two}\n");
        folder.Options = folder.Options with { MaxSegmentCount = 1 };

        InvalidParameterException exception = Assert.Throws<InvalidParameterException>(() => folder.Split());

        Assert.Equal(("MaxSegmentCount", 1L), (exception.ParameterName, exception.Value));
        Assert.Contains("Row 2, number '2025550102', on line 3, needs 2 segments", exception.Message, StringComparison.Ordinal);
        Assert.Null(folder.Names);
    }

    [Fact]
    public void Short_links_count_as_they_are_sent()
    {
        using SplitFolder folder = new($"2025550101,{new string('x', 100)} https://www.example.com/{new string('y', 60)}\n2025550102,b\n");
        folder.Options = folder.Options with { MaxSegmentCount = 2 };
        Assert.Equal(["in-001.csv 1 2", "in-002.csv 1 1"], SplitFolder.Shown(folder.Split()));

        folder.Options = folder.Options with { Measure = new MeasureOptions { ShortLink = true }, Overwrite = true };
        Assert.Equal(["in-001.csv 2 2"], SplitFolder.Shown(folder.Split()));
    }

    [Fact]
    public void Number_decides_its_share_however_it_is_written_and_wherever_it_stands()
    {
        string[] numbers = [.. Enumerable.Range(0, 300).Select(i => $"2025550{i:D3}")];
        using SplitFolder one = new(string.Concat(numbers.Select(number => $"{number},a\n")));
        using SplitFolder other = new(string.Concat(Enumerable.Reverse(numbers).SelectMany(number => new[] { $"+1{number},b\n", $"1{number},c\n" })), "other.csv");
        one.Options = one.Options with { Percent = [10, 40, 50] };
        other.Options = other.Options with { Percent = [10, 40, 50] };

        SplitResult split = one.Split();
        SplitResult again = other.Split();

        Assert.Equal(split.Parts.Select(part => 2 * part.RowCount), again.Parts.Select(part => part.RowCount));
        foreach ((RcBatchCsvPart part, RcBatchCsvPart twin) in split.Parts.Zip(again.Parts))
        {
            Assert.Equal(Numbers(part.Path), Numbers(twin.Path).Distinct().Reverse());
        }

        // Shares by chance: those of 300 numbers, some three standard deviations wide.
        Assert.InRange(split.Parts[0].RowCount, 14, 46);
        Assert.InRange(split.Parts[2].RowCount, 124, 176);
    }

    [Fact]
    public void Shares_begin_where_those_before_them_end()
    {
        using SplitFolder folder = new(string.Concat(Enumerable.Range(0, 500).Select(i => $"2025550{i:D3},a\n")));
        folder.Options = folder.Options with { Percent = [30, 70] };
        SplitResult coarse = folder.Split();
        folder.Options = folder.Options with { Percent = [10.5m, 19.5m, 70], Overwrite = true };
        string[] first = Numbers(coarse.Parts[0].Path);
        SplitResult fine = folder.Split();

        Assert.Equal(first.Order(), Numbers(fine.Parts[0].Path).Concat(Numbers(fine.Parts[1].Path)).Order());
    }

    [Fact]
    public void Share_without_numbers_has_no_file_and_no_row_of_the_plan()
    {
        using SplitFolder folder = new("2025550101,a\n");
        folder.Options = folder.Options with { Percent = [50, 50] };

        SplitResult split = folder.Split();

        string number = Path.GetFileNameWithoutExtension(Assert.Single(split.Parts).Path)[^1..];
        Assert.Equal($"Part {number} of 2 of in.csv: 1 row, 1 segment, 50 % of the numbers", Assert.Single(folder.Plan)[2]);
        Assert.Contains("50 % of the numbers", Assert.Single(split.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Shares_without_numbers_are_named_and_no_others()
    {
        using SplitFolder folder = new("2025550101,a\n2025550102,a\n2025550103,a\n");
        folder.Options = folder.Options with { Percent = [40, 0.0001m, 30, 29.9999m] };

        SplitResult split = folder.Split();

        string[] missing = [.. ((string[])["001", "002", "003", "004"]).Except(split.Parts.Select(part => Path.GetFileNameWithoutExtension(part.Path)[^3..]))];
        string[] shares = ["40", "0.0001", "30", "29.9999"];
        Assert.InRange(missing.Length, 1, 2);
        Assert.Equal(missing.Select(name => $"No number of the file falls into part {name} ({shares[name[2] - '1']} % of the numbers): there is no file and no row of the plan for it."), split.Warnings);
    }

    // Whoever splits next month's file gets the same numbers into the same shares.
    [Theory]
    [InlineData(26.9693, "in-002.csv")]
    [InlineData(26.9694, "in-001.csv")]
    public void Number_has_the_same_place_among_all_for_ever(double percent, string part)
    {
        using SplitFolder folder = new("2025550101,a\n");
        folder.Options = folder.Options with { Percent = [(decimal)percent, 100 - (decimal)percent] };

        Assert.Equal([part + " 1 1"], SplitFolder.Shown(folder.Split()));
    }

    [Theory]
    [InlineData("1,9,89", "-Percent 1, 9, 89 does not add up to 100. Nothing was written.")]
    [InlineData("0,100", "-Percent 0, 100 has a value that is not above 0. Nothing was written.")]
    [InlineData("-1,101", "-Percent -1, 101 has a value that is not above 0. Nothing was written.")]
    [InlineData("33.33333,66.66667", "-Percent 33.33333, 66.66667 has a value of more than four decimals. Nothing was written.")]
    [InlineData("50,33.33333,10", "-Percent 50, 33.33333, 10 has a value of more than four decimals. Nothing was written.")]
    [InlineData("100,79228162514264337593543950335", "-Percent 100, 79228162514264337593543950335 does not add up to 100. Nothing was written.")]
    public void Shares_that_are_none_are_refused(string percent, string message)
    {
        decimal[] values = [.. percent.Split(',').Select(value => decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture))];

        InvalidParameterException exception = Assert.Throws<InvalidParameterException>(() => BatchSplitOptions.RequireShares(values));

        Assert.Equal(("Percent", message), (exception.ParameterName, exception.Message));
    }

    [Fact]
    public void Hundred_shares_are_the_most()
    {
        decimal[] most = [.. Enumerable.Repeat(1m, 100)];
        BatchSplitOptions.RequireShares(most);
        Assert.EndsWith(
            " has 101 values, and 100 are the most. Nothing was written.",
            Assert.Throws<InvalidParameterException>(() => BatchSplitOptions.RequireShares([.. most[1..], 0.5m, 0.5m])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Shares_of_four_decimals_and_of_all_are_taken()
    {
        BatchSplitOptions.RequireShares([33.3333m, 33.3333m, 33.3334m]);
        BatchSplitOptions.RequireShares([100]);
    }

    [Theory]
    [InlineData("Number,Message\n2025550101,a\n", "RC009")]
    [InlineData("2025550101;a\n2025550102;b\n", "RC010")]
    [InlineData("2025550101,a\nabc,b\n", "RC005")]
    [InlineData("", "RC001")]
    public void File_with_errors_is_refused_as_a_whole(string text, string rule)
    {
        using SplitFolder folder = new(text);
        folder.Options = folder.Options with { MaxRow = 1 };

        BatchCsvInvalidException exception = Assert.Throws<BatchCsvInvalidException>(() => folder.Split());

        Assert.Contains(rule, exception.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was written.", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Repair-RcBatchCsv", exception.RecommendedAction, StringComparison.Ordinal);
        Assert.Null(folder.Names);
    }

    [Theory]
    [InlineData(1L, null, "MaxRow")]
    [InlineData(null, 1L, "MaxSegmentCount")]
    public void More_parts_than_anybody_means_are_refused(long? rows, long? segments, string parameter)
    {
        StringBuilder text = new();
        for (int i = 0; i < 10_001; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"202555{i % 10_000:D4},a\n");
        }

        using SplitFolder folder = new(text.ToString());
        folder.Options = folder.Options with { MaxRow = rows, MaxSegmentCount = segments, IsDryRun = true };

        InvalidParameterException exception = Assert.Throws<InvalidParameterException>(() => folder.Split());

        Assert.Equal((parameter, 1L), (exception.ParameterName, exception.Value));
        Assert.StartsWith($"-{parameter} 1 would make more than 10,000 parts", exception.Message, StringComparison.Ordinal);
    }

    private static string[] Numbers(string path) => [.. File.ReadAllLines(path).Select(line => line[..line.IndexOf(',', StringComparison.Ordinal)][^10..])];
}
