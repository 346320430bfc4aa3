using System.Globalization;
using RocketComs.Core.Errors;
using RocketComs.Core.Splitting;
using Xunit;

namespace RocketComs.Core.Tests.Splitting;

/// <summary>By time zone: whose numbers stand together, and when each part goes out on the platform's clocks. Worked out by hand.</summary>
public sealed class ZoneSplitTests
{
    // New York, Chicago, Denver, Phoenix, Los Angeles, Honolulu.
    private const string States = "2125550101,a\n3125550101,a\n3035550101,a\n6025550101,a\n3105550101,a\n8085550101,a\n2125550102,a\n";

    [Fact]
    public void Numbers_of_a_zone_stand_together()
    {
        using SplitFolder folder = new(States + "8005550101,a\n+442079460958,a\n+447911123456,a\n");
        folder.Options = folder.Options with { ByTimeZone = true };

        SplitResult split = folder.Split();

        Assert.Equal(
            [
                ("America/Chicago", "in-America-Chicago.csv", 1), ("America/Denver", "in-America-Denver.csv", 1), ("America/Los_Angeles", "in-America-Los_Angeles.csv", 1),
                ("America/New_York", "in-America-New_York.csv", 2), ("America/Phoenix", "in-America-Phoenix.csv", 1), ("Europe/London", "in-Europe-London.csv", 2),
                ("Pacific/Honolulu", "in-Pacific-Honolulu.csv", 1), ("", "in-unknown.csv", 1),
            ],
            split.Parts.Select(part => (part.TimeZone!, Path.GetFileName(part.Path), part.RowCount)));
        Assert.Contains("-TimeZone", Assert.Single(split.Warnings), StringComparison.Ordinal);
        Assert.All(folder.Plan, row => Assert.Equal(["", "", ""], row[3..]));
        Assert.Equal("2125550101,a\n2125550102,a\n", folder.Read("in-America-New_York.csv"));
    }

    // The second Sunday of March 2027 is the 14th, the first of November the 7th.
    [Theory]
    [InlineData("2027-03-13", "10:00-13:00", "11:00-14:00", "11:00-14:00", "12:00-15:00", "14:00-17:00")]
    [InlineData("2027-03-15", "10:00-13:00", "11:00-14:00", "12:00-15:00", "12:00-15:00", "15:00-18:00")]
    [InlineData("2027-11-08", "10:00-13:00", "11:00-14:00", "11:00-14:00", "12:00-15:00", "14:00-17:00")]
    public void Window_is_the_same_on_all_clocks(string date, string chicago, string denver, string phoenix, string losAngeles, string honolulu)
    {
        using SplitFolder folder = new(States);
        folder.Options = folder.Options with { ByTimeZone = true, Hours = Hours(date, "09:00", "12:00", "America/New_York") };

        Assert.Empty(folder.Split().Warnings);

        Dictionary<string, string> windows = folder.Plan.ToDictionary(row => row[0], row => $"{row[4]}-{row[5]}");
        Assert.Equal(
            (chicago, denver, phoenix, losAngeles, honolulu, "09:00-12:00"),
            (windows["in-America-Chicago"], windows["in-America-Denver"], windows["in-America-Phoenix"], windows["in-America-Los_Angeles"], windows["in-Pacific-Honolulu"], windows["in-America-New_York"]));
        Assert.All(folder.Plan, row => Assert.Equal(date, row[3]));
    }

    [Theory]
    [InlineData("2125550101", "20:00", "21:00", "Etc/UTC", "2027-01-02", "01:00", "02:00")]
    [InlineData("+6494720000", "09:00", "12:00", "America/New_York", "2026-12-31", "15:00", "18:00")]
    [InlineData("+6421123456", "09:00", "12:00", "America/New_York", "2026-12-31", "15:00", "17:15")] // A mobile number may be on Chatham, 45 minutes ahead.
    [InlineData("+919876543210", "09:00", "17:00", "Etc/UTC", "2027-01-01", "03:30", "11:30")]
    [InlineData("2125550101", "00:00", "23:59", "America/New_York", "2027-01-01", "00:00", "23:59")]
    public void Window_may_stand_on_another_day_and_at_any_minute(string number, string start, string end, string zone, string day, string from, string to)
    {
        using SplitFolder folder = new($"{number},a\n");
        folder.Options = folder.Options with { ByTimeZone = true, Hours = Hours("2027-01-01", start, end, zone) };

        folder.Split();

        Assert.Equal([day, from, to], Assert.Single(folder.Plan)[3..]);
    }

    [Theory]
    [InlineData("08:00", "21:00", 0, "2027-01-01", "11:00", "23:59")] // It ends at midnight, and does not go over it.
    [InlineData("20:00", "21:00", 0, "2027-01-01", "23:00", "23:59")]
    [InlineData("20:00", "23:00", 1, "2027-01-02", "00:00", "02:00")]
    [InlineData("19:00", "22:00", 1, "2027-01-01", "22:00", "23:59")]
    [InlineData("20:00", "22:00", 1, "2027-01-01", "23:00", "23:59")]
    public void Window_over_midnight_is_cut_to_its_longer_side(string start, string end, int warnings, string day, string from, string to)
    {
        using SplitFolder folder = new("3105550101,a\n");
        folder.Options = folder.Options with { ByTimeZone = true, Hours = Hours("2027-01-01", start, end, "America/New_York") };

        Assert.Equal(warnings, folder.Split().Warnings.Count(warning => warning.Contains("midnight", StringComparison.Ordinal)));
        Assert.Equal([day, from, to], Assert.Single(folder.Plan)[3..]);
    }

    // At noon of UTC the day begins on Tarawa: what lies before it is over.
    [Fact]
    public void Longer_side_of_midnight_that_is_over_is_not_taken()
    {
        using SplitFolder folder = new("3105550101,a\n");
        folder.Options = folder.Options with { ByTimeZone = true, Hours = Hours("2026-12-01", "02:00", "05:00", "Pacific/Tarawa") };

        folder.Split();

        Assert.Equal(["2026-12-02", "00:00", "01:00"], Assert.Single(folder.Plan)[3..]);
    }

    // Idaho is split between the times of Denver and of Los Angeles.
    [Theory]
    [InlineData("09:00", "12:00", "12:00", "14:00")]
    [InlineData("09:00", "10:00", "?", "?")]
    public void Numbers_of_several_zones_are_a_part_whose_window_suits_all(string start, string end, string from, string to)
    {
        using SplitFolder folder = new("3105550101,a\n2083205678,a\n2125550101,a\n");
        folder.Options = folder.Options with { ByTimeZone = true, Hours = Hours("2027-01-04", start, end, "America/New_York") };

        SplitResult split = folder.Split();

        RcBatchCsvPart several = Assert.Single(split.Parts, part => part.TimeZone == "America/Boise, America/Los_Angeles");
        Assert.StartsWith("in-several-", Path.GetFileName(several.Path), StringComparison.Ordinal);
        Assert.Equal([from, to], Assert.Single(folder.Plan, row => row[1] == several.Path)[4..]);
        Assert.Equal(from == "?" ? 1 : 0, split.Warnings.Count(warning => warning.Contains("several", StringComparison.Ordinal) && warning.Contains("'?'", StringComparison.Ordinal)));
    }

    // Sydney has summer time and Brisbane none; Matamoros keeps the time of the United States, and Mexico City agrees with it in winter only.
    [Theory]
    [InlineData("+61412345678", "Australia/Brisbane", "Australia/Sydney")]
    [InlineData("+5215512345678", "America/Matamoros", "America/Mexico_City")]
    public void Zones_are_one_only_where_their_clocks_agree_all_year(string number, string one, string other)
    {
        using SplitFolder folder = new($"{number},a\n");
        folder.Options = folder.Options with { ByTimeZone = true };

        string[] zones = Assert.Single(folder.Split().Parts).TimeZone!.Split([", "], StringSplitOptions.None);

        Assert.Contains(one, zones);
        Assert.Contains(other, zones);
        Assert.EndsWith($", {ZoneChoice.Shown(zones)}", Assert.Single(folder.Plan)[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A/B", "A/B")]
    [InlineData("A B C", "A, B, C")]
    [InlineData("A B C D", "A, B, C and 1 more")]
    [InlineData("A B C D E F", "A, B, C and 3 more")]
    public void Three_zones_are_named(string zones, string shown) => Assert.Equal(shown, ZoneChoice.Shown(zones.Split(' ')));

    [Theory]
    [InlineData("8005550101,a\n", "in-unknown.csv (1 row): The time zone of its numbers is not known. ")]
    [InlineData("8005550101,a\n8005550102,a\n", "in-unknown.csv (2 rows): The time zone of its numbers is not known. ")]
    public void Part_without_a_window_is_named_with_its_rows(string rows, string warning)
    {
        using SplitFolder folder = new(rows);
        folder.Options = folder.Options with { ByTimeZone = true, Hours = Hours("2027-01-04", "09:00", "12:00", "Etc/UTC") };

        Assert.StartsWith(warning, Assert.Single(folder.Split().Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Number_whose_zone_is_not_known_gets_no_window_that_could_be_sent()
    {
        using SplitFolder folder = new("8005550101,a\n");
        folder.Options = folder.Options with { ByTimeZone = true, Hours = Hours("2027-01-04", "09:00", "12:00", "Etc/UTC") };

        Assert.Contains("not known", Assert.Single(folder.Split().Warnings), StringComparison.Ordinal);
        Assert.Equal(["2027-01-04", "?", "?"], Assert.Single(folder.Plan)[3..]);
    }

    // On 2027-03-14 New York has no 02:30; on 2027-11-07 it has 01:30 twice, four and five hours behind UTC.
    [Theory]
    [InlineData("2027-03-14", "02:30", "05:00", "07:00", "09:00")]
    [InlineData("2027-11-07", "01:30", "05:00", "06:30", "10:00")]
    [InlineData("2027-11-07", "00:30", "01:30", "04:30", "05:30")]
    public void Clocks_that_change_in_the_window_stand_within_it_all_the_time(string date, string start, string end, string from, string to)
    {
        using SplitFolder folder = new("2125550101,a\n");
        folder.Options = folder.Options with { ByTimeZone = true, Hours = Hours(date, start, end, "Etc/UTC") };

        folder.Split();

        Assert.Equal([date, from, to], Assert.Single(folder.Plan)[3..]);
    }

    [Theory]
    [InlineData("2125550101", "2027-03-14", "02:15", "02:45", "Etc/UTC", "The clocks of America/New_York skip 02:15 to 02:45 on 2027-03-14.")]
    [InlineData("2125550101", "2027-11-07", "01:00", "01:30", "Etc/UTC", "The clocks of America/New_York are put back in 01:00 to 01:30 on 2027-11-07.")]
    [InlineData("+919876543210", "2027-11-07", "11:00", "11:45", "America/New_York", "The clocks of America/New_York are put back within what is 11:00 to 11:45 there on 2027-11-07.")]
    [InlineData("+919876543210", "2027-11-07", "11:00", "12:00", "America/New_York", "The clocks of America/New_York are put back within what is 11:00 to 12:00 there on 2027-11-07.")]
    [InlineData("3105550101", "2027-01-01", "20:59", "21:00", "America/New_York", "Of 20:59 to 21:00 there no whole minute lies within a day of America/New_York.")]
    [InlineData("+919876543210", "2026-12-01", "09:00", "17:30", "Etc/UTC", "2026-12-01, 09:00 to 17:30 there, is over.")] // It is 17:30 there.
    [InlineData("2083205678", "2027-01-04", "09:00", "10:00", "Etc/UTC", "There is no time that is 09:00 to 10:00 in all of America/Boise, America/Los_Angeles.")]
    [InlineData("+919876543210", "2026-12-01", "09:00", "17:00", "Etc/UTC", "2026-12-01, 09:00 to 17:00 there, is over.")] // It is 17:30 there.
    [InlineData("+919876543210", "2026-12-01", "09:00", "12:00", "America/New_York", "2026-12-01, 09:00 to 12:00 there, is over.")]
    public void Part_without_a_window_says_why(string number, string date, string start, string end, string zone, string why)
    {
        using SplitFolder folder = new($"{number},a\n");
        folder.Options = folder.Options with { ByTimeZone = true, Hours = Hours(date, start, end, zone) };

        Assert.Contains(why, Assert.Single(folder.Split().Warnings), StringComparison.Ordinal);
        Assert.Equal(["?", "?"], Assert.Single(folder.Plan)[4..]);
    }

    [Theory]
    [InlineData("2026-11-30", false)]
    [InlineData("2020-01-01", false)]
    [InlineData("2026-12-01", true)]
    public void Day_that_is_over_everywhere_is_refused(string date, bool isTaken)
    {
        using SplitFolder folder = new("2125550101,a\n");
        folder.Options = folder.Options with { ByTimeZone = true, Hours = Hours(date, "09:00", "21:00", "Etc/UTC") };

        Assert.Equal(isTaken ? null : "Date", (Record.Exception(() => folder.Split()) as InvalidParameterException)?.ParameterName);
        Assert.Equal(isTaken, folder.Names is not null);
    }

    [Theory]
    [InlineData("12:00", "12:00")]
    [InlineData("21:00", "08:00")]
    public void Hours_that_end_before_they_begin_are_refused(string start, string end)
    {
        using SplitFolder folder = new(States);
        folder.Options = folder.Options with { ByTimeZone = true, Hours = Hours("2027-01-04", start, end, "Etc/UTC") };

        Assert.Equal("EndTime", Assert.Throws<InvalidParameterException>(() => folder.Split()).ParameterName);
        Assert.Null(folder.Names);
    }

    private static LocalHours Hours(string date, string start, string end, string zone) => new(
        DateTime.Parse(date, CultureInfo.InvariantCulture), TimeSpan.Parse(start, CultureInfo.InvariantCulture), TimeSpan.Parse(end, CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone))
    {
        Now = new DateTimeOffset(2026, 12, 1, 12, 0, 0, TimeSpan.Zero),
    };
}
