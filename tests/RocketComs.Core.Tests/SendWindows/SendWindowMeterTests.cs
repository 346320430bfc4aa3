using System.Globalization;
using RocketComs.Core.Csv;
using RocketComs.Core.Numbers;
using RocketComs.Core.SendWindows;
using RocketComs.Core.Tests.Csv;
using Xunit;

namespace RocketComs.Core.Tests.SendWindows;

/// <summary>All times of day in here were worked out by hand, from the offsets of the zones.</summary>
public class SendWindowMeterTests
{
    private static readonly string[] s_farApart = ["Pacific/Kiritimati", "Pacific/Pago_Pago"];

    private const string NewYork = "2025550101";
    private const string LosAngeles = "2135550123";
    private const string Honolulu = "8085550123";
    private const string Phoenix = "6025550123";
    private const string Kolkata = "+919812345678";
    private const string Auckland = "+6493123456";
    private const string London = "+442079460958";
    private const string Kiribati = "+68630012345";

    [Theory]
    [InlineData("2027-03-13", "America/New_York", "09:00", "17:00")]
    [InlineData("2027-03-13", "America/Los_Angeles", "06:00", "14:00")]
    [InlineData("2027-03-13", "Pacific/Honolulu", "04:00", "12:00")]
    [InlineData("2027-03-13", "America/Phoenix", "07:00", "15:00")]
    [InlineData("2027-03-14", "America/New_York", "09:00", "17:00")]
    [InlineData("2027-03-14", "America/Los_Angeles", "06:00", "14:00")]
    [InlineData("2027-03-14", "Pacific/Honolulu", "03:00", "11:00")]
    [InlineData("2027-03-14", "America/Phoenix", "06:00", "14:00")]
    [InlineData("2027-03-15", "Pacific/Honolulu", "03:00", "11:00")]
    [InlineData("2026-10-31", "America/Phoenix", "06:00", "14:00")]
    [InlineData("2026-11-01", "America/Los_Angeles", "06:00", "14:00")]
    [InlineData("2026-11-01", "Pacific/Honolulu", "04:00", "12:00")]
    [InlineData("2026-11-01", "America/Phoenix", "07:00", "15:00")]
    public void Window_is_told_on_the_clocks_of_each_zone(string day, string zone, string start, string end)
    {
        RcSendWindow window = Measure(day, "America/New_York", "09:00", "17:00", NewYork, LosAngeles, Honolulu, Phoenix).Single(window => window.TimeZone == zone);

        Assert.Equal((Moment(day, start), Moment(day, end)), (window.LocalStart, window.LocalEnd));
        Assert.Equal(zone == "America/New_York" ? 0 : 1, window.QuietRowCount);
    }

    [Theory]
    [InlineData("2027-03-13", "13:00", "21:00")]
    [InlineData("2027-03-14", "14:00", "21:00")]
    [InlineData("2027-03-15", "14:00", "21:00")]
    [InlineData("2026-11-01", "13:00", "21:00")]
    public void Common_window_begins_when_Honolulu_wakes_and_ends_when_New_York_rests(string day, string start, string end) =>
        Assert.All(Measure(day, "America/New_York", null, null, NewYork, LosAngeles, Honolulu, Phoenix), window =>
        {
            Assert.Equal((Time(start), Time(end)), (window.CommonStart, window.CommonEnd));
            Assert.Null(window.LocalStart);
            Assert.Equal(0, window.QuietRowCount);
        });

    [Theory]
    [InlineData("2027-01-15", "UTC", "02:30", "15:30", Kolkata)]
    [InlineData("2027-01-15", "UTC", "02:15", "15:15", "+9779841234567")] // Kathmandu, +05:45
    [InlineData("2027-01-15", "UTC", "13:00", "15:30", Kolkata, NewYork)]
    [InlineData("2027-01-15", "UTC", null, null, Kolkata, NewYork, Auckland)]
    [InlineData("2027-01-15", "Asia/Kolkata", "08:00", "21:00", Kolkata)]
    [InlineData("2027-01-15", "America/New_York", "08:00", "10:30", Kolkata, NewYork)]

    // Until 02:00 UTC it is still the evening before in New York, in winter time; of the two windows of the day the later one is wider.
    [InlineData("2027-03-14", "UTC", "12:00", "24:00", NewYork)]
    [InlineData("2027-03-13", "UTC", "13:00", "24:00", NewYork)]

    // Hours from midnight on: 13 in Kiribati's three zones, +12 to +14, come to eleven in common.
    [InlineData("2027-01-15", "Pacific/Kiritimati", "10:00", "21:00", Kiribati)]
    [InlineData("2027-01-15", "UTC", "00:00", "07:00", Kiribati)]
    public void Common_window_is_quiet_time_for_nobody(string day, string zone, string? start, string? end, params string[] numbers) => Assert.All(
        Measure(day, zone, null, null, numbers), window => Assert.Equal((Time(start), Time(end)), (window.CommonStart, window.CommonEnd)));

    [Theory]
    [InlineData("21:00", "08:00", "00:00", "07:00")] // Pago Pago until 08:00 UTC and from 19:00 on, Kiritimati until 07:00 and from 18:00 on
    [InlineData("18:00", "10:00", "00:00", "04:00")]
    [InlineData("09:00", "08:00", null, null)] // An hour each, and the hours are not the same
    public void Zones_on_either_side_of_the_date_line_have_hours_in_common(string from, string until, string? start, string? end)
    {
        DayWindow day = new(TimeZoneInfo.Utc, Moment("2027-01-15", "00:00"), null, null);
        QuietTime quiet = new(Time(from)!.Value, Time(until)!.Value);

        (TimeSpan Start, TimeSpan End)? common = day.Widest(day.OnClocks(s_farApart.SelectMany(zone => quiet.In(ZoneClocks.Find(zone)!, day.Around)), day.Date));

        Assert.Equal((Time(start), Time(end)), (common?.Start, common?.End));
    }

    [Fact]
    public void Hour_that_exists_twice_is_in_the_window_twice()
    {
        RcSendWindow window = Assert.Single(Measure("2026-11-01", "America/New_York", "01:15", "01:45", London));

        // 05:15 to 05:45 UTC, and 06:15 to 06:45 again.
        Assert.Equal((Moment("2026-11-01", "05:15"), Moment("2026-11-01", "06:45")), (window.LocalStart, window.LocalEnd));
    }

    [Fact]
    public void Hour_that_does_not_exist_is_in_no_window()
    {
        RcSendWindow skipped = Assert.Single(Measure("2027-03-14", "America/New_York", "02:10", "02:50", London));
        Assert.Equal((null, null, 0), (skipped.LocalStart, skipped.LocalEnd, skipped.QuietRowCount));

        // 01:30 to 04:00 are an hour and a half: 06:30 to 08:00 UTC.
        RcSendWindow shorter = Assert.Single(Measure("2027-03-14", "America/New_York", "01:30", "04:00", London));
        Assert.Equal((Moment("2027-03-14", "06:30"), Moment("2027-03-14", "08:00"), 1), (shorter.LocalStart, shorter.LocalEnd, shorter.QuietRowCount));
    }

    [Fact]
    public void Common_window_does_not_begin_with_an_hour_that_does_not_exist()
    {
        RcSendWindow window = Assert.Single(Measure("2027-03-14", "America/New_York", null, null, new QuietTime(TimeSpan.FromHours(12), TimeSpan.FromHours(2)), NewYork));

        Assert.Equal((TimeSpan.FromHours(3), TimeSpan.FromHours(12)), (window.CommonStart, window.CommonEnd));
    }

    [Theory]
    [InlineData("08:00", "21:00", 0)] // It may end when quiet time begins, and begin when that ends.
    [InlineData("07:59", "21:00", 1)]
    [InlineData("08:00", "21:01", 1)]
    [InlineData(null, "21:00", 1)]
    [InlineData("08:00", null, 1)]
    public void Window_may_touch_quiet_time(string? start, string? end, int quiet) =>
        Assert.Equal(quiet, Assert.Single(Measure("2027-06-01", "America/New_York", start, end, NewYork)).QuietRowCount);

    [Fact]
    public void Quiet_time_need_not_go_over_midnight()
    {
        QuietTime lunch = new(TimeSpan.FromHours(12), TimeSpan.FromHours(13));

        RcSendWindow window = Assert.Single(Measure("2027-06-01", "America/New_York", "11:00", "12:30", lunch, NewYork));

        Assert.Equal((1, TimeSpan.Zero, TimeSpan.FromHours(12)), (window.QuietRowCount, window.CommonStart, window.CommonEnd));
    }

    [Theory]
    [InlineData("01:00", "06:00", "Pacific/Kanton", 0)] // +13, the first of three that are no worse than each other
    [InlineData("01:00", "07:30", "Pacific/Kiritimati", 1)] // +14: until 21:30
    [InlineData("19:00", "20:00", "Pacific/Tarawa", 1)] // +12: from 07:00 on
    public void Number_of_several_zones_is_counted_once_in_the_worst(string start, string end, string zone, int quiet)
    {
        RcSendWindow window = Assert.Single(Measure("2027-01-15", "UTC", start, end, Kiribati));

        Assert.Equal((zone, 1L, (long)quiet), (window.TimeZone, window.RowCount, window.QuietRowCount));
    }

    [Fact]
    public void Mobile_number_of_Australia_or_Russia_is_judged_by_the_zone_that_stands_worst()
    {
        IReadOnlyList<RcSendWindow> windows = Measure("2027-07-01", "UTC", "05:00", "10:00", "+61412345678", "+79161234567");

        // 15:00 to 20:00 in Sydney and 11:30 to 16:30 on Cocos; 17:00 to 22:00 in Anadyr and Kamchatka.
        Assert.Equal([("Asia/Anadyr", 1), ("Australia/Sydney", 0)], windows.Select(window => (window.TimeZone, window.QuietRowCount)).Order());
    }

    [Fact]
    public void Every_row_is_counted_once_and_header_and_blank_lines_are_none()
    {
        string file = $"Number,Message\n{NewYork},Hi\n\n(202) 555-0102,Hi\n{LosAngeles},a,b,c\n8002345678,Hi\nnobody,Hi\n";
        using TemporaryFolder folder = new();
        string path = folder.Write("batch.csv", file);

        IReadOnlyList<RcSendWindow> windows = SendWindowMeter.Measure(new FileSource(path), Options("2027-06-01", "America/New_York", "09:00", "17:00"), null, TestContext.Current.CancellationToken);

        Assert.Equal([("America/New_York", 2L), ("America/Los_Angeles", 1L), (string.Empty, 2L)], windows.Select(window => (window.TimeZone, window.RowCount)));
        Assert.Equal((null, 0, TimeSpan.FromHours(11)), (windows[2].LocalStart, windows[2].QuietRowCount, windows[2].CommonStart));
        Assert.All(windows, window => Assert.Equal(path, window.Path));
    }

    [Theory]
    [InlineData("2026-11-29", "01:00", "02:00", "UTC", "The window 01:00 to 02:00 of 2026-11-29 is over in UTC, where it is 2026-11-29 16:26.")]
    [InlineData("2026-11-29", "01:00", "16:27", "UTC", null)]
    [InlineData("2026-11-29", null, null, "UTC", null)]
    [InlineData("2026-11-29", null, "16:26", "UTC", "The window 00:00 to 16:26 of 2026-11-29 is over in UTC, where it is 2026-11-29 16:26.")]
    [InlineData("2026-11-29", null, null, "Pacific/Kiritimati", "The window 00:00 to 24:00 of 2026-11-29 is over in Pacific/Kiritimati, where it is 2026-11-30 06:26.")]
    [InlineData("2026-11-29", "10:00", "12:00", "America/Los_Angeles", null)]
    public void Window_that_is_over_is_told(string day, string? start, string? end, string zone, string? told) =>
        Assert.Equal(told, Options(day, zone, start, end).Over(new DateTimeOffset(2026, 11, 29, 16, 26, 0, TimeSpan.Zero)));

    private static IReadOnlyList<RcSendWindow> Measure(string day, string zone, string? start, string? end, params string[] numbers) =>
        Measure(day, zone, start, end, QuietTime.Default, numbers);

    private static IReadOnlyList<RcSendWindow> Measure(string day, string zone, string? start, string? end, QuietTime quiet, params string[] numbers)
    {
        using RowsSource rows = new();
        foreach (string number in numbers)
        {
            rows.Add(number, "Hi");
        }

        return SendWindowMeter.Measure(rows, Options(day, zone, start, end) with { Quiet = quiet }, null, default);
    }

    private static SendWindowOptions Options(string day, string zone, string? start, string? end) => new()
    {
        Date = Moment(day, "00:00"),
        TimeZone = ZoneClocks.Find(zone),
        StartTime = Time(start),
        EndTime = Time(end),
    };

    private static TimeSpan? Time(string? text) => text is null ? null : text == "24:00" ? TimeSpan.FromDays(1) : TimeSpan.Parse(text, CultureInfo.InvariantCulture);

    private static DateTime Moment(string day, string time) => DateTime.Parse(day, CultureInfo.InvariantCulture) + Time(time)!.Value;
}
