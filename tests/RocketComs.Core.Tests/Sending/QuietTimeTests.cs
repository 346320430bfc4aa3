using System.Globalization;
using RocketComs.Core.Api;
using RocketComs.Core.Sending;
using RocketComs.Core.Tests.Http;
using Xunit;

namespace RocketComs.Core.Tests.Sending;

/// <summary>Rows that can arrive in quiet time are told before a schedule, on each of its days.</summary>
public sealed class QuietTimeTests : IDisposable
{
    private const string Coasts = "2025550101,Hi\n2135550123,Hi\n2135550124,Hi\n";
    private const string NewYork = "America/New_York";

    private readonly SendingDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Hours_of_each_zone_and_those_that_would_be_good_for_all_are_told()
    {
        string[] warned = await SendAsync(Coasts, NewYork, "2030-01-15", null, "09:00", "17:00");
        string path = _desk.File(Coasts).Path!;
        Assert.Equal(
            [$"warn: '{path}': 2 of 3 rows can arrive in quiet time (21:00 to 08:00 where their numbers are assigned). The window 09:00-17:00 of America/New_York is, on 2030-01-15, 06:00-14:00 in America/Los_Angeles. 11:00-21:00 of America/New_York would be quiet time for nobody. Measure-RcSendWindow shows every time zone of a day."],
            warned);
        Assert.Contains(". 2 of 3 rows can arrive in quiet time (21:00 to 08:00 where their numbers are assigned). It will be sent", _desk.Told.Single(told => told.StartsWith("risky ask", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2127-03-08", "2127-03-20", "03:00", "05:00", "on 2127-03-09, 07:00-09:00 in Europe/London. ")]
    [InlineData("2127-03-08", null, "03:00", "05:00", "on 2127-03-09, 07:00-09:00 in Europe/London. ")]
    [InlineData("2127-03-01", null, "03:00", "05:00", null)]
    [InlineData("2127-03-02", null, "03:00", "05:00", null)]
    [InlineData("2127-03-03", null, "03:00", "05:00", "on 2127-03-09, 07:00-09:00 in Europe/London. ")]
    [InlineData("2127-03-01", "2127-03-20", "03:00", "05:00", "on 2127-03-09, 07:00-09:00 in Europe/London. ")]
    [InlineData("2127-03-08", "2127-03-08", "03:00", "05:00", null)]
    [InlineData("2127-03-01", "2127-03-08", "03:00", "05:00", null)]
    public async Task Every_day_of_a_batch_is_judged(string start, string? end, string opens, string closes, string? worst)
    {
        string[] warned = await SendAsync("442079460958,Hi\n", NewYork, start, end, opens, closes);
        Assert.Equal(worst is null ? 0 : 1, warned.Count(warning => warning.Contains("1 of 1 rows can arrive in quiet time", StringComparison.Ordinal)));
        Assert.True(worst is null || warned[0].Contains(worst, StringComparison.Ordinal), string.Join('|', warned));
    }

    [Theory]
    [InlineData("UTC", "14:00", "15:00", "The time zone of 2 of 3 rows is not known, so quiet time was not checked for them.")]
    [InlineData("UTC", null, null, "1 of 3 rows can arrive in quiet time (21:00 to 08:00 where their numbers are assigned).")]
    [InlineData(null, "03:00", "05:00", null)]
    public async Task Rows_without_a_zone_are_told_where_hours_are_limited(string? zone, string? opens, string? closes, string? said)
    {
        string[] warned = await SendAsync("8005550123,Hi\n8885550123,Hi\n2025550101,Hi\n", zone, "2030-01-15", null, opens, closes);
        Assert.Equal(said is null, warned.Length == 0);
        Assert.True(said is null || warned[0].Contains(said, StringComparison.Ordinal), string.Join('|', warned));
        Assert.Equal(zone is not null && opens is null, warned.Any(warning => warning.Contains("The batch has no StartTime and no EndTime, so it may go out at any hour.", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("05:00", null, "The window 05:00-24:00 of America/New_York is, on 2030-01-15, 05:00-00:00 in America/New_York.")]
    [InlineData(null, "09:00", "The window 00:00-09:00 of America/New_York is, on 2030-01-15, 00:00-09:00 in America/New_York.")]
    public async Task Window_that_is_open_at_one_end_is_said_with_the_border_of_the_day(string? opens, string? closes, string said) =>
        Assert.Contains(said, Assert.Single(await SendAsync("2025550101,Hi\n", NewYork, "2030-01-15", null, opens, closes)), StringComparison.Ordinal);

    [Theory]
    [InlineData("2025550101,Hi\n3125550123,Hi\n2135550123,Hi\n", " in America/New_York. ", 3)]
    [InlineData("2025550101,Hi\n3125550123,Hi\n2135550123,Hi\n9075550123,Hi\n8085550123,Hi\n", " and others in 2 more zones. ", 3)]
    public async Task Three_zones_are_named_and_others_counted(string rows, string end, int named)
    {
        string warned = Assert.Single(await SendAsync(rows, NewYork, "2030-01-15", null, "03:00", "05:00"));
        Assert.True(warned.Contains(end, StringComparison.Ordinal), warned);
        Assert.Equal(named, warned.Split(". ")[1].Split("00 in ").Length - 1);
    }

    [Theory]
    [InlineData("2030-01-15", null, "12:00", "13:00", "No window of that day is quiet time for nobody; split the file with Split-RcBatchCsv -ByTimeZone.")]
    [InlineData("2127-03-01", "2127-03-20", "12:00", "13:00", "No window of its days is quiet time for nobody; split the file with Split-RcBatchCsv -ByTimeZone.")]
    public async Task Hours_that_are_good_for_all_are_said_not_to_be(string start, string? end, string opens, string closes, string said) =>
        Assert.Contains(said, Assert.Single(await SendAsync("2025550101,Hi\n442079460958,Hi\n81312345678,Hi\n", NewYork, start, end, opens, closes)), StringComparison.Ordinal);

    [Theory]
    [InlineData("UTC", "2030-01-15", null, "16:00-23:59 of UTC would be quiet time for nobody.")]
    [InlineData(NewYork, "2127-03-01", "2127-03-20", "11:00-23:59 of America/New_York would be quiet time for nobody on any of its days.")]
    public async Task Hours_until_midnight_are_said_as_the_platform_takes_them(string zone, string start, string? end, string said) =>
        Assert.Contains(said, Assert.Single(await SendAsync("2135550123,Hi\n", zone, start, end, "06:00", "07:00")), StringComparison.Ordinal);

    [Fact]
    public async Task Batch_that_is_only_validated_is_not_judged()
    {
        _desk.Options = new BatchSendOptions { TimeZone = NewYork };
        _desk.Write = _ => WireAnswer.Of(200, SendingDesk.Created);
        Assert.Empty(await _desk.UpdateAsync(Draft(_desk.FileDraft(Coasts, RcBatchAction.Validate), "2030-01-15", null, "03:00", "05:00")));
        Assert.DoesNotContain(_desk.Told, told => told.Contains("quiet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task File_that_cannot_be_counted_is_only_noted_where_it_goes_unchecked()
    {
        _desk.Options = new BatchSendOptions { TimeZone = NewYork, SkipValidation = true };
        Assert.Empty(await _desk.UpdateAsync(Draft(new BatchDraft { File = new Rules.BytesSource([0xFF, 0xFE, 0, 0, 0x32, 0, 0, 0]) }, "2030-01-15", null, "03:00", "05:00")));
        Assert.StartsWith("verbose: When it reaches its recipients is not known: ", _desk.Told[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Window_that_is_over_and_hours_that_a_day_skips_are_told()
    {
        string[] warned = await SendAsync("2025550101,Hi\n", NewYork, "2027-01-15", null, "05:00", "06:00");
        Assert.Contains(warned, warning => warning.StartsWith($"warn: batch {SendingDesk.Batch}: The window 05:00 to 06:00 of ", StringComparison.Ordinal) && warning.EndsWith("What RocketCOMS does then is not documented.", StringComparison.Ordinal));
        using SendingDesk other = new();
        other.Options = new BatchSendOptions { TimeZone = NewYork };
        Assert.Empty(await other.UpdateAsync(Draft(other.FileDraft(), "2127-03-09", "2127-03-10", "02:00", "03:00")));
        Assert.Contains(other.Told, warning => warning.Contains("skip the window 02:00 to 03:00 on 2127-03-09", StringComparison.Ordinal) && warning.EndsWith("What RocketCOMS does then is not documented.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hours_that_no_day_has_say_nothing_of_the_zones()
    {
        string warned = Assert.Single(await SendAsync(Coasts, NewYork, "2127-03-09", "2127-03-09", "02:00", "03:00"));
        Assert.Contains("skip the window 02:00 to 03:00 on 2127-03-09", warned, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_of_lists_are_not_known_and_unchecked_rows_may_be_anything()
    {
        _desk.Has["/v1/recipients/lists/" + SendingDesk.Other] = $$"""{"id":"{{SendingDesk.Other}}","recipientsAmount":1}""";
        _desk.Options = new BatchSendOptions { TimeZone = "UTC" };
        Assert.Empty(await _desk.UpdateAsync(Draft(new BatchDraft { Operation = BatchOperation.ManualMessage, Message = "Hi", RecipientListIds = [SendingDesk.Other] }, "2030-01-15", null, "03:00", "05:00")));
        Assert.Equal("verbose: Quiet time was not checked: whose numbers the lists hold is not known.", _desk.Told[0]);
        Assert.Contains(". Quiet time was not checked: whose numbers the lists hold is not known. It will", _desk.Told[1], StringComparison.Ordinal);
    }

    private async Task<string[]> SendAsync(string rows, string? zone, string start, string? end, string? opens, string? closes)
    {
        _desk.Options = new BatchSendOptions { TimeZone = zone };
        Assert.Empty(await _desk.UpdateAsync(Draft(_desk.FileDraft(rows), start, end, opens, closes)));
        return [.. _desk.Told.Where(told => told.StartsWith("warn", StringComparison.Ordinal) && !told.Contains("was sent, but batch", StringComparison.Ordinal))];
    }

    private static BatchDraft Draft(BatchDraft draft, string start, string? end, string? opens, string? closes) => draft with
    {
        StartDate = DateTime.Parse(start, CultureInfo.InvariantCulture),
        EndDate = end is null ? null : DateTime.Parse(end, CultureInfo.InvariantCulture),
        StartTime = opens is null ? null : TimeSpan.Parse(opens, CultureInfo.InvariantCulture),
        EndTime = closes is null ? null : TimeSpan.Parse(closes, CultureInfo.InvariantCulture),
    };
}
