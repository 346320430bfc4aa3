using Xunit;

namespace RocketComs.Core.Tests.Reports;

/// <summary>When a batch reaches whom: every sentence, line and row.</summary>
public sealed class WindowSectionTests
{
    private const string Title = "The sending window by time zone";

    private static readonly RcSendWindow s_notKnown = new() { Path = "/data/batch.csv", RowCount = 1200, QuietFrom = TimeSpan.FromHours(20) };

    [Fact]
    public void Windows_of_one_file_are_told_whole() => Assert.Equal(
        """
        == The sending window by time zone
        41 of 150 rows can be reached in quiet time, from 2027-01-30 14:00 to 2027-01-31 00:00 (UTC).
        The time zone of 1,200 rows is not known, nor when they are reached.
        It is quiet time for nobody from 14:00 to 20:00 on the clocks of the -TimeZone with which the rows were measured.
        -- The window on the clocks of each time zone: A line a time zone, from midnight to midnight there: hatched is quiet time, the bar is the window. An area code is no residence.
        [zone not known] window none, quiet none
        [America/New_York] window 540-1140, quiet 0-480+1260-1440
        [Pacific/Honolulu] window none, quiet none
        [America/Chicago] window 480-1080, quiet 0-480+1260-1440
        Time zone | Rows$ | From there$ | Until there$ | Rows in quiet time$
        zone not known | 1,200 | ∅ | ∅ | –
        America/New_York | 100 | 2027-01-30 09:00 | 2027-01-30 19:00 | 1
        Pacific/Honolulu | 100 | ∅ | ∅ | –
        America/Chicago | 50 | 2027-01-30 08:00 | 2027-01-30 18:00 | 40
        """,
        ReportOutline.Section(
            Title,
            ReportSample.Window("America/New_York", 9, 19, 1),
            ReportSample.Window("America/Chicago", 8, 18, 40) with { RowCount = 50 },
            s_notKnown,
            ReportSample.Window("Pacific/Honolulu", 4, 14, 9) with { LocalStart = null, LocalEnd = null, CommonStart = null, QuietFrom = TimeSpan.FromHours(9), QuietUntil = TimeSpan.FromHours(9) }));

    [Fact]
    public void Windows_of_several_files_name_them() => Assert.Equal(
        """
        == The sending window by time zone
        0 of 100 rows of batch.csv can be reached in quiet time, from 2027-01-30 14:00 to 2027-01-31 00:00 (UTC).
        It is quiet time for nobody of batch.csv from 14:00 to 20:00 on the clocks of the -TimeZone with which the rows were measured.
        100 of 100 rows of other.csv can be reached in quiet time, from 2027-01-30 13:00 to 2027-01-30 15:00 (UTC).
        It is quiet time for nobody of other.csv from 14:00 to 20:00 on the clocks of Asia/Tokyo.
        The time zone of 1 row of third.csv is not known, nor when they are reached.
        Whether rows of fourth.csv are reached in quiet time was not judged: there is no window (-TimeZone, -StartTime, -EndTime).
        It is quiet time for nobody of fourth.csv from 14:00 to 20:00 on the clocks of the -TimeZone with which the rows were measured.
        -- The window on the clocks of each time zone: A line a time zone, from midnight to midnight there: hatched is quiet time, the bar is the window. An area code is no residence.
        [America/New_York (batch.csv)] window 540-1140, quiet 0-480+1260-1440
        [Asia/Tokyo (other.csv)] window 1320-1440, quiet 1260-1440
        [Europe/Berlin (fourth.csv)] window none, quiet 0-480+1260-1440
        [zone not known (third.csv)] window none, quiet none
        Time zone | Rows$ | From there$ | Until there$ | Rows in quiet time$
        America/New_York (batch.csv) | 100 | 2027-01-30 09:00 | 2027-01-30 19:00 | 0
        Asia/Tokyo (other.csv) | 100 | 2027-01-30 22:00 | 2027-01-31 00:00 | 100
        Europe/Berlin (fourth.csv) | 100 | ∅ | ∅ | –
        zone not known (third.csv) | 1 | ∅ | ∅ | –
        """,
        ReportOutline.Section(
            Title,
            ReportSample.Window("America/New_York", 9, 19, 0),
            ReportSample.Window("Asia/Tokyo", 22, 23, 100) with { Path = "/data/other.csv", LocalEnd = new DateTime(2027, 1, 31), CommonTimeZone = "Asia/Tokyo", QuietUntil = TimeSpan.Zero },
            s_notKnown with { Path = "/data/third.csv", RowCount = 1 },
            ReportSample.Window("Europe/Berlin", 1, 2, 0) with { Path = "/data/fourth.csv", LocalStart = null, LocalEnd = null }));

    [Fact]
    public void Rows_of_no_zone_alone_are_not_said_to_lack_a_window() => Assert.Equal(
        """
        == The sending window by time zone
        The time zone of 1,200 rows is not known, nor when they are reached.
        -- The window on the clocks of each time zone: A line a time zone, from midnight to midnight there: hatched is quiet time, the bar is the window. An area code is no residence.
        [zone not known] window none, quiet none
        Time zone | Rows$ | From there$ | Until there$ | Rows in quiet time$
        zone not known | 1,200 | ∅ | ∅ | –
        """,
        ReportOutline.Section(Title, s_notKnown));

    [Theory]
    [InlineData(6, null)]
    [InlineData(7, "And 1 more window.")]
    [InlineData(8, "And 2 more windows.")]
    public void Windows_beyond_the_sixth_are_counted(int windows, string? more)
    {
        string[] lines = ReportOutline.Section(Title, [.. Enumerable.Range(0, windows).Select(i => (object)ReportSample.Window("Asia/Tokyo", 9 + i, 10 + i, i))]).Split('\n');
        Assert.Equal(6, lines.Count(line => line.Contains("can be reached", StringComparison.Ordinal)));
        Assert.Equal("5 of 100 rows can be reached in quiet time, from 2027-01-30 05:00 to 2027-01-30 06:00 (UTC).", lines[6]);
        Assert.Equal(more ?? "It is quiet time for nobody from 14:00 to 20:00 on the clocks of the -TimeZone with which the rows were measured.", lines[7]);
    }

    // Parts of the day on which it begins there, in minutes.
    [Theory]
    [InlineData(9, 19, "540-1140")]
    [InlineData(9, 9, "none")]
    [InlineData(9, 8, "none")]
    [InlineData(22, 24, "1320-1440")]
    [InlineData(22, 26, "0-120+1320-1440")]
    [InlineData(0, 24, "0-1440")]
    [InlineData(9, 33, "0-1440")]
    public void Window_is_drawn_on_its_day(int from, int until, string parts)
    {
        DateTime day = new(2127, 1, 30);
        string[] lines = ReportOutline.Section(Title, ReportSample.Window("Asia/Tokyo", 9, 10, 0) with { LocalStart = day.AddHours(from), LocalEnd = day.AddHours(until) }).Split('\n');
        Assert.Contains($"[Asia/Tokyo] window {parts}, quiet 0-480+1260-1440", lines);
    }

    [Theory]
    [InlineData(20, 0, "1200-1440")]
    [InlineData(0, 8, "0-480")]
    [InlineData(9, 12, "540-720")]
    [InlineData(9, 9, "none")]
    [InlineData(0, 0, "none")]
    public void Quiet_time_is_drawn_on_its_day(int from, int until, string parts)
    {
        string[] lines = ReportOutline.Section(Title, ReportSample.Window("Asia/Tokyo", 9, 10, 0) with { QuietFrom = TimeSpan.FromHours(from), QuietUntil = TimeSpan.FromHours(until) }).Split('\n');
        Assert.Contains($"[Asia/Tokyo] window 540-600, quiet {parts}", lines);
    }
}
