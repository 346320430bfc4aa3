using System.Globalization;
using RocketComs.Core.Errors;
using RocketComs.Core.Numbers;
using RocketComs.Core.SendWindows;
using Xunit;

namespace RocketComs.Core.Tests.SendWindows;

/// <summary>What cannot be measured is refused by the parameter that is to blame, and a window that does not exist is told.</summary>
public sealed class SendWindowOptionsTests
{
    private static readonly SendWindowOptions s_good = new() { Date = new DateTime(2027, 1, 15), StartTime = TimeSpan.FromHours(9), EndTime = TimeSpan.FromHours(17), TimeZone = TimeZoneInfo.Utc };

    [Theory]
    [InlineData("2027-01-15", "09:00", "17:00", "UTC")]
    [InlineData("1970-01-01", "09:00", null, "UTC")]
    [InlineData("9998-12-31", null, "00:01", "UTC")]
    [InlineData("2027-01-15", null, null, null)]
    public void Window_that_is_one_is_measured(string date, string? start, string? end, string? zone) => With(date, start, end, zone).Require();

    [Theory]
    [InlineData("1969-12-31", "09:00", "17:00", "UTC", "Date", "-Date 1969-12-31 is out of range.")]
    [InlineData("9999-01-01", "09:00", "17:00", "UTC", "Date", "-Date 9999-01-01 is out of range.")]
    [InlineData("2027-01-15", "09:00", "09:00", "UTC", "EndTime", "-EndTime 09:00 is not after -StartTime 09:00; RocketCOMS does not document a window over midnight.")]
    [InlineData("2027-01-15", "21:00", "08:00", "UTC", "EndTime", "-EndTime 08:00 is not after -StartTime 21:00; RocketCOMS does not document a window over midnight.")]
    [InlineData("2027-01-15", null, "00:00", "UTC", "EndTime", "-EndTime 00:00 is not after the start of the day; RocketCOMS does not document a window over midnight.")]
    [InlineData("2027-01-15", "09:00", "17:00", null, "TimeZone", "In which time zone RocketCOMS reads 09:00 is not documented, so when that is for the recipients is not known without -TimeZone.")]
    [InlineData("2027-01-15", null, "17:00", null, "TimeZone", "In which time zone RocketCOMS reads 17:00 is not documented, so when that is for the recipients is not known without -TimeZone.")]
    public void Window_that_is_none_is_refused(string date, string? start, string? end, string? zone, string parameter, string message)
    {
        InvalidParameterException exception = Assert.Throws<InvalidParameterException>(With(date, start, end, zone).Require);
        Assert.Equal((parameter, message), (exception.ParameterName, exception.Message));
    }

    [Fact]
    public void Quiet_time_of_no_length_and_an_unknown_region_are_refused()
    {
        SendWindowOptions quiet = s_good with { Quiet = new QuietTime(TimeSpan.FromHours(8), TimeSpan.FromHours(8)) };
        Assert.Equal("-QuietFrom and -QuietUntil are both 08:00, which could mean no quiet time or nothing else.", Assert.Throws<InvalidParameterException>(quiet.Require).Message);
        Assert.Equal("DefaultRegion", Assert.Throws<InvalidParameterException>((s_good with { DefaultRegion = "XX" }).Require).ParameterName);
    }

    [Theory]
    [InlineData("02:00", "03:00", "America/New_York", false, "The clocks of America/New_York skip the window 02:00 to 03:00 on 2027-03-14: it does not exist on that day.")]
    [InlineData("02:00", "03:01", "America/New_York", false, null)]
    [InlineData("01:59", "03:00", "America/New_York", false, null)]
    [InlineData("02:00", "03:00", "America/Chicago", false, "The clocks of America/Chicago skip the window 02:00 to 03:00 on 2027-03-14: it does not exist on that day.")]
    [InlineData("02:00", "03:00", "UTC", false, null)]
    [InlineData("02:00", "03:00", null, false, null)]
    [InlineData(null, null, "America/New_York", true, null)]
    public void Window_that_the_clocks_skip_is_told(string? start, string? end, string? zone, bool wholeDay, string? expected) =>
        Assert.Equal(expected, (With("2027-03-14", start, end, zone) with { JudgesWholeDay = wholeDay }).Skipped);

    // Newfoundland put its clocks forward at one minute past midnight.
    [Theory]
    [InlineData("00:01", "01:01", true)]
    [InlineData("00:00", "01:01", false)]
    [InlineData("00:01", "01:02", false)]
    public void Clocks_may_change_at_any_minute(string start, string end, bool isSkipped) => Assert.Equal(isSkipped, With("2010-03-14", start, end, "America/St_Johns").Skipped is not null);

    // The last day of 2011 but one does not exist on Samoa.
    [Theory]
    [InlineData(null, null, true, "The clocks of Pacific/Apia skip the window 00:00 to 24:00 on 2011-12-30: it does not exist on that day.")]
    [InlineData("09:00", null, false, "The clocks of Pacific/Apia skip the window 09:00 to 24:00 on 2011-12-30: it does not exist on that day.")]
    [InlineData(null, "09:00", false, "The clocks of Pacific/Apia skip the window 00:00 to 09:00 on 2011-12-30: it does not exist on that day.")]
    [InlineData(null, null, false, null)]
    public void Day_that_the_clocks_skip_is_told_where_there_is_a_window(string? start, string? end, bool wholeDay, string? expected) =>
        Assert.Equal(expected, (With("2011-12-30", start, end, "Pacific/Apia") with { JudgesWholeDay = wholeDay }).Skipped);

    private static SendWindowOptions With(string date, string? start, string? end, string? zone) => s_good with
    {
        Date = DateTime.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        StartTime = start is null ? null : TimeSpan.Parse(start, CultureInfo.InvariantCulture),
        EndTime = end is null ? null : TimeSpan.Parse(end, CultureInfo.InvariantCulture),
        TimeZone = zone is null ? null : ZoneClocks.Find(zone),
    };
}
