using System.Globalization;
using System.Text.Json;
using RocketComs.Core.Json;
using RocketComs.Core.Sending;
using Xunit;

namespace RocketComs.Core.Tests.Sending;

public class SendingPaceTests
{
    private static readonly DateTime s_first = new(2027, 1, 31);

    [Theory]
    [InlineData(600, 600, "60:0", "At the rates of its brand it takes 10 min.")]
    [InlineData(600, 1200, "60:0", "At the rates of its brand it takes 10 min at best and 20 min at worst.")]
    [InlineData(7_500, null, "60:0", "At the rates of its brand it takes 2 h 05 min.")]
    [InlineData(10, 10, "60:0", "At the rates of its brand it takes a minute.")]
    [InlineData(60, 60, "60:0", "At the rates of its brand it takes 1 min.")]
    [InlineData(3_600, 3_600, "60:0", "At the rates of its brand it takes 1 h 00 min.")]

    // 480 minutes a day: 28,800 messages with the one, 2,000 with the other.
    [InlineData(28_800, 28_800, "60:0", "At the rates of its brand it takes 8 h 00 min.")]
    [InlineData(28_801, 28_801, "60:0", "At the rates of its brand it takes 2 days, until 2027-02-01.")]
    [InlineData(6_000, 6_000, "0:2000", "At the rates of its brand it takes 3 days, until 2027-02-02.")]
    [InlineData(6_000, 6_000, "60:2000", "At the rates of its brand it takes 3 days, until 2027-02-02.")]
    [InlineData(30_800, 30_800, "60:0 0:2000", "At the rates of its brand it takes a minute at best and 16 days at worst, until 2027-02-15.")]
    [InlineData(600, 600, "60:0 240:0", "At the rates of its brand it takes 2 min at best and 10 min at worst.")]
    [InlineData(600, 600, "0:0 60:0", "At the rates of its brand it takes a minute at best and 10 min at worst.")]
    [InlineData(600, 600, "0:0", null)]
    [InlineData(600, 600, "", null)]
    [InlineData(0, 0, "60:0", null)]
    public void Rates_and_caps_tell_the_best_and_the_worst(int recipients, int? segments, string rates, string? told)
    {
        SendingPace? pace = Pace(recipients, segments, rates);

        Assert.Equal(told, pace?.Describe(s_first));
    }

    [Theory]
    [InlineData("2027-02-02", null)]
    [InlineData(null, null)]
    [InlineData("2027-02-01", "EndDate 2027-02-01 comes too early")]
    public void Last_day_that_comes_before_the_end_is_a_flaw(string? last, string? flaw)
    {
        string? found = Pace(6_000, 6_000, "0:2000")!.Flaw(s_first, last is null ? null : DateTime.Parse(last, CultureInfo.InvariantCulture));

        Assert.Equal(flaw, found?.Substring(0, flaw?.Length ?? 0));
    }

    [Fact]
    public void More_than_anybody_sends_takes_more_than_a_hundred_years() =>
        Assert.StartsWith("At the rates of its brand it takes more than 36,500 days, until ", Pace(long.MaxValue, null, "1:0")!.Describe(s_first), StringComparison.Ordinal);

    [Fact]
    public void Window_without_a_minute_says_nothing() => Assert.Null(SendingPace.Of([new OperatorRate(60, null)], 10, 10, new BatchSchedule(s_first, null, TimeSpan.FromHours(9), TimeSpan.FromHours(9))));

    [Fact]
    public void Last_day_that_may_be_enough_may_come_too_early() =>
        Assert.StartsWith("EndDate 2027-02-01 may come too early", Pace(2_500, 6_000, "0:2000")!.Flaw(s_first, s_first.AddDays(1)), StringComparison.Ordinal);

    [Fact]
    public void Qualification_is_read_as_documented_and_zero_is_no_limit()
    {
        using JsonDocument json = JsonDocument.Parse(
            """{"usecase":"Marketing","mnoMetadata":[{"mno":"a","tpm":240,"brandDailyCap":0},{"mno":"b","tpm":"0","brandDailyCap":"2000","qualify":false},7]}""");

        UsecaseRates rates = QualificationJson.Usecase(new JsonFields(json.RootElement));

        Assert.Equal("Marketing", rates.Usecase);
        Assert.Equal([new OperatorRate(240, null), new OperatorRate(null, 2000) { IsQualified = false }], rates.Operators);
    }

    private static SendingPace? Pace(long recipients, long? segments, string rates)
    {
        IEnumerable<OperatorRate> operators = rates.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static rate =>
        {
            int[] limits = [.. rate.Split(':').Select(static number => int.Parse(number, CultureInfo.InvariantCulture))];
            return new OperatorRate(limits[0] == 0 ? null : limits[0], limits[1] == 0 ? null : limits[1]);
        });
        return SendingPace.Of([.. operators], recipients, segments, new BatchSchedule(s_first, null, TimeSpan.FromHours(9), TimeSpan.FromHours(17)));
    }
}
