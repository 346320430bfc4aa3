using System.Globalization;
using RocketComs.Core.Csv;
using RocketComs.Core.Numbers;
using RocketComs.Core.SendWindows;
using RocketComs.Core.Tests.Csv;
using Xunit;

namespace RocketComs.Core.Tests.SendWindows;

/// <summary>A batch of many days is judged on each day whose clocks may stand otherwise, and by the worst of them.</summary>
public sealed class WindowDaysTests
{
    private const string NewYork = "2025550101";
    private const string London = "+442079460958";

    [Theory]
    [InlineData("2027-01-15", "2027-01-15", "America/New_York", "2027-01-15")]
    [InlineData("2027-01-15", "2027-01-01", "America/New_York", "2027-01-15")]
    [InlineData("2027-01-15", "2027-03-01", "America/New_York", "2027-01-15")]

    // The clocks go forward at 07:00 UTC of March 14: the two days around have both offsets, the third has the new one alone.
    [InlineData("2027-03-01", "2027-03-12", "America/New_York", "2027-03-01")]
    [InlineData("2027-03-01", "2027-03-13", "America/New_York", "2027-03-01 2027-03-13")]
    [InlineData("2027-03-01", "2027-03-14", "America/New_York", "2027-03-01 2027-03-13 2027-03-14")]
    [InlineData("2027-03-01", "2027-04-30", "America/New_York", "2027-03-01 2027-03-13 2027-03-14 2027-03-15")]
    [InlineData("2027-03-14", "2027-04-30", "America/New_York", "2027-03-14 2027-03-15")]

    // Back in autumn at 06:00 UTC of November 7, after which they stand as before.
    [InlineData("2027-03-01", "2027-12-31", "America/New_York", "2027-03-01 2027-03-13 2027-03-14 2027-03-15 2027-11-06 2027-11-07")]
    [InlineData("2027-03-20", "2027-03-29", "America/New_York Europe/London", "2027-03-20 2027-03-27 2027-03-28 2027-03-29")]
    [InlineData("2027-03-01", "2027-12-31", "UTC", "2027-03-01")]

    // No more than 400 days are looked through: the last of these is 2028-04-03, and spring of 2029 is not reached.
    [InlineData("2027-12-01", "2040-12-31", "America/New_York", "2027-12-01 2028-03-11 2028-03-12 2028-03-13 2028-11-04 2028-11-05")]
    [InlineData("2027-02-07", "2040-12-31", "America/New_York", "2027-02-07 2027-03-13 2027-03-14 2027-03-15 2027-11-06 2027-11-07 2028-03-11 2028-03-12")]
    [InlineData("2027-02-06", "2040-12-31", "America/New_York", "2027-02-06 2027-03-13 2027-03-14 2027-03-15 2027-11-06 2027-11-07 2028-03-11")]
    [InlineData("2027-02-05", "2040-12-31", "America/New_York", "2027-02-05 2027-03-13 2027-03-14 2027-03-15 2027-11-06 2027-11-07")]
    public void Days_around_a_change_of_clocks_are_looked_at(string first, string last, string zones, string days) => Assert.Equal(
        days.Split(' '),
        WindowDays.Of(Day(first), Day(last), [.. zones.Split(' ').Select(zone => ZoneClocks.Find(zone)!)]).Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    // London goes forward two weeks after New York: from 03:00 to 05:00 there it is 08:00 to 10:00 here before, 07:00 to 09:00 between.
    [Theory]
    [InlineData("2027-03-01", "2027-03-12", "03:00", "05:00", "2027-03-01", "08:00", 0)]
    [InlineData("2027-03-01", "2027-03-30", "03:00", "05:00", "2027-03-14", "07:00", 1)]
    [InlineData("2027-03-16", "2027-03-30", "03:00", "05:00", "2027-03-16", "07:00", 1)]
    [InlineData("2027-03-01", "2027-03-30", "04:00", "05:00", "2027-03-01", "09:00", 0)]
    [InlineData("2027-03-14", "2027-03-30", "02:00", "03:00", "2027-03-15", "06:00", 1)]
    public void Worst_day_is_shown_and_of_days_alike_the_first(string first, string last, string start, string end, string day, string local, int quiet)
    {
        WindowJudgement judgement = Measure(first, last, start, end, "America/New_York", false, London);
        JudgedZone zone = Assert.Single(judgement.Zones);
        Assert.Equal((Day(day), Day(day) + Time(local), quiet), (zone.Day!.Value, zone.Window.LocalStart!.Value, zone.Window.QuietRowCount));
        Assert.True(judgement.IsOpen);
    }

    [Fact]
    public void Common_window_is_that_of_all_days()
    {
        RcSendWindow window = Assert.Single(Measure("2027-03-01", "2027-03-30", "09:00", "17:00", "America/New_York", false, London).Zones).Window;
        Assert.Equal((TimeSpan.FromHours(4), TimeSpan.FromHours(16), "America/New_York"), (window.CommonStart!.Value, window.CommonEnd!.Value, window.CommonTimeZone));
    }

    [Theory]
    [InlineData(null, null, null, false, false)]
    [InlineData("UTC", null, null, false, false)]
    [InlineData("UTC", null, null, true, true)]
    [InlineData("America/New_York", "02:00", "03:00", false, false)]
    public void Without_a_window_the_zones_are_counted_and_nothing_is_judged(string? zone, string? start, string? end, bool wholeDay, bool isJudged)
    {
        WindowJudgement judgement = Measure("2027-03-14", "2027-03-14", start, end, zone, wholeDay, NewYork, "+68630012345", "8005550123", "8005550124", NewYork);
        Assert.Equal(
            [("America/New_York", 2L, isJudged), ("Pacific/Kanton", 1L, isJudged), (string.Empty, 2L, false)],
            judgement.Zones.Select(zone => (zone.Window.TimeZone, zone.Window.RowCount, zone.Window.LocalStart is not null)));
        Assert.Equal((zone, zone is not null), (judgement.Zones[0].Window.CommonTimeZone, judgement.Zones[0].Window.CommonStart is not null || zone == "UTC"));
        Assert.All(judgement.Zones, judged => Assert.Equal(judged.Window.LocalStart is not null, judged.Day is not null));
        Assert.Equal(start is null, judgement.IsOpen);
    }

    // Quiet time is an hour shorter in Sydney on the night in which its clocks go forward.
    [Theory]
    [InlineData(null, false, "Australia/Sydney")]
    [InlineData("UTC", false, "Australia/Sydney")]
    [InlineData("UTC", true, "Australia/Brisbane")]
    public void Number_of_several_zones_is_counted_in_the_first_and_where_a_window_is_judged_in_the_worst(string? zone, bool wholeDay, string expected) => Assert.Equal(
        expected, Assert.Single(Measure("2027-10-02", "2027-10-02", null, null, zone, wholeDay, "+61412345678").Zones).Window.TimeZone);

    [Fact]
    public void Rows_without_a_zone_have_no_common_window()
    {
        RcSendWindow window = Assert.Single(Measure("2027-03-14", "2027-03-14", "09:00", "17:00", "UTC", false, "8005550123").Zones).Window;
        Assert.Equal((string.Empty, null, null, TimeSpan.FromHours(21), TimeSpan.FromHours(8)), (window.TimeZone, window.CommonStart, window.LocalEnd, window.QuietFrom!.Value, window.QuietUntil!.Value));
    }

    [Fact]
    public void Zones_of_as_many_rows_are_told_by_their_names()
    {
        WindowJudgement judgement = Measure("2027-03-14", "2027-03-14", "09:00", "17:00", "UTC", false, "8085550123", "2135550123", NewYork, "2135550124", London);
        Assert.Equal(["America/Los_Angeles", "America/New_York", "Europe/London", "Pacific/Honolulu"], judgement.Zones.Select(zone => zone.Window.TimeZone));
    }

    [Fact]
    public void Long_file_tells_how_far_it_is_read_and_can_be_stopped()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("batch.csv", string.Concat(Enumerable.Repeat(NewYork + ",Hi\n", 8200)));
        List<long> read = [];
        Assert.Equal(8200, Assert.Single(SendWindowMeter.Measure(new FileSource(path), Options("2027-03-14", "09:00", "17:00", "UTC", false), read.Add, TestContext.Current.CancellationToken)).RowCount);
        Assert.Equal([4096 * 14L, 8192 * 14L], read);
        using CancellationTokenSource stop = new();
        Assert.Throws<OperationCanceledException>(() => SendWindowMeter.Measure(new FileSource(path), Options("2027-03-14", "09:00", "17:00", "UTC", false), _ => stop.Cancel(), stop.Token));
    }

    private static WindowJudgement Measure(string first, string last, string? start, string? end, string? zone, bool wholeDay, params string[] numbers)
    {
        using RowsSource rows = new();
        foreach (string number in numbers)
        {
            rows.Add(number, "Hi");
        }

        return SendWindowMeter.Measure(ZoneCounts.Of(rows, NumberingPlan.DefaultRegion, null, default), Options(first, start, end, zone, wholeDay), Day(last));
    }

    private static SendWindowOptions Options(string day, string? start, string? end, string? zone, bool wholeDay) => new()
    {
        Date = Day(day),
        StartTime = start is null ? null : Time(start),
        EndTime = end is null ? null : Time(end),
        TimeZone = zone is null ? null : ZoneClocks.Find(zone),
        JudgesWholeDay = wholeDay,
    };

    private static DateTime Day(string day) => DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static TimeSpan Time(string time) => TimeSpan.Parse(time, CultureInfo.InvariantCulture);
}
