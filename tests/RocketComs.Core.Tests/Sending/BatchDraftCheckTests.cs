using Microsoft.Extensions.Time.Testing;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Sending;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Sending;

public class BatchDraftCheckTests
{
    private static readonly DateTime s_today = new(2027, 1, 15);

    [Theory]
    [InlineData(-1, null, "StartDate")]
    [InlineData(null, -1, "EndDate")]
    [InlineData(3, 2, "EndDate")]
    [InlineData(-400, 2, "StartDate")]
    [InlineData(200 * 366, null, "StartDate")]
    [InlineData(1, 543 * 365, "EndDate")]
    public void Dates_that_cannot_be_meant_are_refused(int? start, int? end, string parameter)
    {
        InvalidParameterException exception = Refused(new BatchDraft { StartDate = Day(start), EndDate = Day(end) });
        Assert.Equal((parameter, Day(parameter == "StartDate" ? start : end)), (exception.ParameterName, exception.Value));
        Assert.NotEmpty(exception.RecommendedAction);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, null)]
    [InlineData(null, 0)]
    [InlineData(1, 400)]
    [InlineData(36_500, null)]
    public void Today_and_later_is_good(int? start, int? end) => Check(new BatchDraft { StartDate = Day(start), EndDate = Day(end) });

    [Fact]
    public void Day_of_another_calendar_is_recognized_by_its_distance()
    {
        Check(new BatchDraft { StartDate = s_today.AddYears(200) });
        InvalidParameterException refused = Refused(new BatchDraft { StartDate = s_today.AddYears(200).AddDays(1) });
        Assert.Equal(("-StartDate 2227-01-16 is more than 200 years away.", "Give -StartDate as a day of the Gregorian calendar, such as 2027-01-16."), (refused.Message, refused.RecommendedAction));
    }

    [Fact]
    public void Time_of_day_does_not_count_in_dates() =>
        Check(new BatchDraft { StartDate = s_today.AddHours(18), EndDate = s_today.AddHours(3) });

    [Theory]
    [InlineData(5, -10, 14)]
    [InlineData(5, 10, 15)]
    [InlineData(20, 10, 15)]
    public void Day_that_has_begun_or_not_ended_somewhere_is_left_to_the_platform(int hour, int hours, int day)
    {
        FakeTimeProvider clock = new(new DateTimeOffset(2027, 1, 15, hour, 0, 0, TimeSpan.Zero));
        clock.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("there", TimeSpan.FromHours(hours), "there", "there"));
        BatchDraftCheck.Check(new BatchDraft { StartDate = new DateTime(2027, 1, day) }, clock);
        Assert.Throws<InvalidParameterException>(() => BatchDraftCheck.Check(new BatchDraft { StartDate = new DateTime(2027, 1, day - 1) }, clock));
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(86_400)]
    [InlineData(9 * 3600 + 30)]
    [InlineData(90_000)]
    public void Time_that_is_no_hour_and_minute_is_refused(int seconds)
    {
        TimeSpan time = TimeSpan.FromSeconds(seconds);
        Assert.Equal(("StartTime", (object)time), Refused(new BatchDraft { StartTime = time }) is var start ? (start.ParameterName, start.Value) : default);
        Assert.Equal("EndTime", Refused(new BatchDraft { EndTime = time }).ParameterName);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1439)]
    public void Every_minute_of_the_day_is_good(int minutes) => Check(new BatchDraft { StartTime = TimeSpan.FromMinutes(minutes), EndTime = TimeSpan.FromMinutes(minutes) });

    [Theory]
    [InlineData("nonsense")]
    [InlineData("32df8770ee4846e7a8c79ec478883076")]
    [InlineData("{32df8770-ee48-46e7-a8c7-9ec478883076}")]
    [InlineData("32df8770-ee48-46e7-a8c7-9ec478883076 ")]
    [InlineData("")]
    public void Id_that_is_no_uuid_is_refused(string id)
    {
        Assert.Equal(("CampaignId", (object)id), Refused(new BatchDraft { CampaignId = id }) is var campaign ? (campaign.ParameterName, campaign.Value) : default);
        Assert.Equal("MessageTemplateId", Refused(new BatchDraft { MessageTemplateId = id }).ParameterName);
        Assert.Equal("RecipientListId", Refused(new BatchDraft { RecipientListIds = [TestClient.BatchId, id] }).ParameterName);
        Assert.Equal("Id", Assert.Throws<InvalidParameterException>(() => InvalidParameterException.ThrowIfNotUuid("Id", id)).ParameterName);
    }

    [Fact]
    public void Uuid_in_capitals_is_good() => Check(new BatchDraft { CampaignId = TestClient.BatchId.ToUpperInvariant(), RecipientListIds = [TestClient.BatchId] });

    [Theory]
    [InlineData("a", 161)]
    [InlineData("😀", 81)]
    [InlineData("\\n", 81)]
    [InlineData(" ", 5)]
    [InlineData("", 1)]
    public void Text_that_is_blank_or_over_160_units_is_refused(string unit, int times) =>
        Assert.Equal("Message", Refused(TestClient.Text(string.Join(unit, new string[times + 1]))).ParameterName);

    [Theory]
    [InlineData("a", 160)]
    [InlineData("😀", 80)]
    public void Text_of_160_units_is_good(string unit, int times) => Check(TestClient.Text(string.Join(unit, new string[times + 1])));

    [Theory]
    [InlineData("cut ", 0xD83D, "")]
    [InlineData("", 0xDE00, " cut")]
    [InlineData("😀", 0xDE00, "😀")]
    public void Text_with_half_a_character_is_refused_wherever_it_stands(string before, int half, string after)
    {
        string text = before + (char)half + after;
        Assert.Equal("ExternalId", Refused(new BatchDraft { ExternalId = text }).ParameterName);
        Assert.Equal("Description", Refused(new BatchDraft { Description = text }).ParameterName);
        Assert.Equal("Message", Refused(TestClient.Text(text)).ParameterName);
    }

    [Fact]
    public void Text_that_fits_into_no_address_is_refused()
    {
        InvalidParameterException exception = Refused(new BatchDraft { Description = new string('x', 3001) });
        Assert.Equal(("Description", new string('x', 3001)), (exception.ParameterName, exception.Value));
        Assert.DoesNotContain("xxx", exception.Message, StringComparison.Ordinal);
        Check(new BatchDraft { Description = new string('ж', 3000), ExternalId = new string('ж', 3000) });
    }

    private static DateTime? Day(int? days) => days is { } count ? s_today.AddDays(count) : null;

    private static void Check(BatchDraft draft) => BatchDraftCheck.Check(draft, new FakeTimeProvider(LeapingClock.Noon));

    private static InvalidParameterException Refused(BatchDraft draft) => Assert.Throws<InvalidParameterException>(() => Check(draft));
}
