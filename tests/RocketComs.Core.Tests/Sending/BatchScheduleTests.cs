using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Sending;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Sending;

/// <summary>What is given now goes over what the batch has, and who is at fault is the one that was given.</summary>
public class BatchScheduleTests
{
    private static readonly RcBatch s_before = new()
    {
        StartDate = new DateTime(2027, 1, 31), EndDate = new DateTime(2027, 4, 1), StartTime = TimeSpan.FromHours(9), EndTime = TimeSpan.FromHours(17), ExternalId = "e", Id = "b",
    };

    [Theory]
    [InlineData("StartDate", "from 2027-03-01, daily 09:00-17:00, until 2027-04-01")]
    [InlineData("EndDate", "from 2027-01-31, daily 09:00-17:00, until 2027-03-01")]
    [InlineData("StartTime", "from 2027-01-31, daily 12:30-17:00, until 2027-04-01")]
    [InlineData("EndTime", "from 2027-01-31, daily 09:00-12:30, until 2027-04-01")]
    public void Each_value_that_is_given_wins(string name, string told) => Assert.Equal(told, BatchSchedule.Of(Given(name, "2027-03-01 08:00", "12:30"), s_before).ToString());

    [Theory]
    [InlineData("StartDate", "2027-05-01", "StartDate", "The batch's EndDate 2027-04-01 is before -StartDate 2027-05-01.")]
    [InlineData("EndDate", "2027-01-20", "EndDate", "-EndDate 2027-01-20 is before the batch's StartDate 2027-01-31.")]
    [InlineData("StartTime", "17:00", "StartTime", "The batch's EndTime 17:00 is not after -StartTime 17:00; RocketCOMS does not document a window over midnight.")]
    [InlineData("EndTime", "09:00", "EndTime", "-EndTime 09:00 is not after the batch's StartTime 09:00; RocketCOMS does not document a window over midnight.")]
    [InlineData("EndTime", "08:30", "EndTime", "-EndTime 08:30 is not after the batch's StartTime 09:00; RocketCOMS does not document a window over midnight.")]
    [InlineData("StartDate", "2027-01-14", "StartDate", "-StartDate 2027-01-14 is in the past.")]
    [InlineData("EndDate", "2027-01-14", "EndDate", "-EndDate 2027-01-14 is in the past.")]
    public void Flaw_is_laid_to_what_was_given(string name, string value, string parameter, string message)
    {
        BatchDraft draft = Given(name, value, value);
        InvalidParameterException flaw = BatchSchedule.Of(draft, s_before).Flaws(draft, new FakeTimeProvider(LeapingClock.Noon)).First();
        object given = name.EndsWith("Date", StringComparison.Ordinal) ? DateTime.Parse(value, CultureInfo.InvariantCulture) : TimeSpan.Parse(value, CultureInfo.InvariantCulture);
        Assert.Equal((parameter, given, message), (flaw.ParameterName, flaw.Value, flaw.Message));
    }

    [Theory]
    [InlineData(0, "-EndTime 00:00 is not after the start of the day 00:00; RocketCOMS does not document a window over midnight.")]
    [InlineData(1, null)]
    public void Window_without_a_start_begins_with_the_day(int minutes, string? message)
    {
        BatchDraft draft = new() { EndTime = TimeSpan.FromMinutes(minutes) };
        Assert.Equal(message, BatchSchedule.Of(draft, new RcBatch()).Flaws(draft, new FakeTimeProvider(LeapingClock.Noon)).SingleOrDefault()?.Message);
    }

    [Theory]
    [InlineData("StartDate", "2027-04-01")]
    [InlineData("EndDate", "2027-01-31")]
    [InlineData("StartTime", "16:59")]
    [InlineData("EndTime", "09:01")]
    public void Last_value_that_still_goes_has_no_flaw(string name, string value)
    {
        BatchDraft draft = Given(name, value, value);
        Assert.Empty(BatchSchedule.Of(draft, s_before).Flaws(draft, new FakeTimeProvider(LeapingClock.Noon)));
    }

    [Fact]
    public void Flaws_of_a_batch_that_is_not_scheduled_are_told_and_those_of_another_refused()
    {
        BatchDraft draft = Given("EndTime", "08:00", "08:00");
        List<string> warned = [];
        ScheduleCheck.Check(Intent(draft with { Action = RcBatchAction.Validate }, s_before), new FakeTimeProvider(LeapingClock.Noon), warned.Add);
        Assert.StartsWith("-EndTime 08:00 is not after", Assert.Single(warned), StringComparison.Ordinal);
        Assert.Throws<InvalidParameterException>(() => ScheduleCheck.Check(Intent(draft, s_before), new FakeTimeProvider(LeapingClock.Noon), warned.Add));
        Assert.Single(warned);
    }

    [Theory]
    [InlineData("e", "2027-02-01", "")]
    [InlineData(null, "2027-02-01", "Batch x shows no ExternalId, and none was given. RocketCOMS requires one of every new batch; by it a batch that was sent before is recognized. Give -ExternalId.")]
    [InlineData("e", null, "Batch x shows no StartDate, and none was given. RocketCOMS requires one of every new batch; when one without it goes out is not documented. Give -StartDate.")]
    public void Update_without_what_a_new_batch_needs_is_told(string? reference, string? start, string told)
    {
        foreach (bool isOfDraft in (bool[])[true, false])
        {
            DateTime? day = start is null ? null : DateTime.Parse(start, CultureInfo.InvariantCulture);
            BatchDraft draft = isOfDraft ? new BatchDraft { ExternalId = reference, StartDate = day } : new BatchDraft();
            RcBatch before = isOfDraft ? new RcBatch() : new RcBatch { ExternalId = reference, StartDate = day };
            List<string> warned = [];
            ScheduleCheck.Check(Intent(draft, before), new FakeTimeProvider(LeapingClock.Noon), warned.Add);
            ScheduleCheck.Check(Intent(draft with { Action = RcBatchAction.Validate }, before), new FakeTimeProvider(LeapingClock.Noon), warned.Add);
            Assert.Equal(told, string.Join('|', warned));
        }
    }

    [Theory]
    [InlineData("ExternalId")]
    [InlineData("StartDate")]
    [InlineData("EndDate")]
    [InlineData("StartTime")]
    [InlineData("EndTime")]
    public void Value_that_is_shown_and_cannot_be_read_is_refused_unless_another_is_given(string name)
    {
        RcBatch before = s_before with { AdditionalProperties = new Dictionary<string, object?> { [char.ToLowerInvariant(name[0]) + name[1..]] = "odd" } };
        InvalidParameterException refused = Assert.Throws<InvalidParameterException>(() => ScheduleCheck.Check(Intent(new BatchDraft(), before), new FakeTimeProvider(LeapingClock.Noon), _ => { }));
        Assert.Equal((name, "odd", $"The batch's {name} 'odd' cannot be read, so it cannot be checked."), (refused.ParameterName, refused.Value, refused.Message));
        ScheduleCheck.Check(Intent(Given(name, "2027-02-01", "12:00"), before), new FakeTimeProvider(LeapingClock.Noon), _ => { });
    }

    private static BatchIntent Intent(BatchDraft draft, RcBatch before) => new(new BatchTarget("x", false), draft, before);

    private static BatchDraft Given(string name, string date, string time) => new()
    {
        ExternalId = name == "ExternalId" ? date : null,
        StartDate = name == "StartDate" ? DateTime.Parse(date, CultureInfo.InvariantCulture) : null,
        EndDate = name == "EndDate" ? DateTime.Parse(date, CultureInfo.InvariantCulture) : null,
        StartTime = name == "StartTime" ? TimeSpan.Parse(time, CultureInfo.InvariantCulture) : null,
        EndTime = name == "EndTime" ? TimeSpan.Parse(time, CultureInfo.InvariantCulture) : null,
    };
}
