using System.Globalization;
using RocketComs.Core.Api;
using RocketComs.Core.Sending;
using Xunit;

namespace RocketComs.Core.Tests.Sending;

public class SendingTextTests
{
    [Theory]
    [InlineData(null, null, null, null, "no start date")]
    [InlineData("2027-01-31", null, null, null, "from 2027-01-31")]
    [InlineData("2027-01-31 08:30", "2027-02-02", "09:00", "17:00", "from 2027-01-31, daily 09:00-17:00, until 2027-02-02")]
    [InlineData("2027-01-31", null, "09:05", null, "from 2027-01-31, daily 09:05-24:00")]
    [InlineData("2027-01-31", null, null, "17:30", "from 2027-01-31, daily 00:00-17:30")]
    [InlineData(null, "2027-02-02", null, null, "no start date, until 2027-02-02")]
    public void Schedule_is_told_in_figures_whether_sent_or_kept(string? from, string? until, string? opens, string? closes, string told)
    {
        BatchDraft draft = new() { Operation = BatchOperation.CsvFile, StartDate = Date(from), EndDate = Date(until), StartTime = Time(opens), EndTime = Time(closes) };
        RcBatch before = new() { StartDate = Date(from), EndDate = Date(until), StartTime = Time(opens), EndTime = Time(closes) };
        BatchDraft unchanged = new() { Operation = BatchOperation.CsvFile };
        Assert.Equal((told, told), (BatchSchedule.Of(draft, null).ToString(), BatchSchedule.Of(unchanged, before).ToString()));
    }

    [Fact]
    public void What_is_sent_comes_before_what_the_batch_has()
    {
        BatchDraft draft = new() { Operation = BatchOperation.CsvFile, StartDate = Date("2027-03-01"), EndTime = Time("18:00") };
        RcBatch before = new() { StartDate = Date("2027-01-31"), EndDate = Date("2027-04-01"), StartTime = Time("09:00"), EndTime = Time("17:00") };
        Assert.Equal("from 2027-03-01, daily 09:00-18:00, until 2027-04-01", BatchSchedule.Of(draft, before).ToString());
    }

    [Theory]
    [InlineData(60, "", 60, "")]
    [InlineData(61, "", 60, "…")]
    [InlineData(59, "😀", 59, "…")]
    [InlineData(58, "😀x", 58, "😀…")]
    [InlineData(58, "😀", 58, "😀")]
    public void Beginning_of_a_text_has_60_units_and_no_half_character(int letters, string rest, int shown, string end) =>
        Assert.Equal(new string('a', shown) + end, SendingText.Short(new string('a', letters) + rest));

    private static DateTime? Date(string? text) => text is null ? null : DateTime.Parse(text, CultureInfo.InvariantCulture);

    private static TimeSpan? Time(string? text) => text is null ? null : TimeSpan.Parse(text, CultureInfo.InvariantCulture);
}
