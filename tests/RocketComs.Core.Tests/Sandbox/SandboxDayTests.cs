using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using RocketComs.Sandbox;
using RocketComs.Sandbox.Server;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox;

/// <summary>A day of the sandbox is one of its clock's zone: today is the same day to it as to the person in front of it.</summary>
public sealed class SandboxDayTests
{
    private const string Campaign = $"campaignId={SandboxData.CampaignId}&externalId=a7896&startDate=";

    // At noon of 2027-01-15 in UTC, it is still the 14th there, or the 16th already.
    [Theory]
    [InlineData(-13, 14)]
    [InlineData(13, 16)]
    public async Task Batch_can_start_today_and_not_yesterday(int hours, int today)
    {
        using SandboxHost host = Host(At(hours, SandboxHost.Noon));

        Assert.Equal(new DateTime(2027, 1, 15, 12, 0, 0).AddHours(hours), host.Server.Now);
        using MultipartFormDataContent late = SandboxHost.FileForm(SandboxHost.GoodCsv);
        (HttpStatusCode status, JsonNode refusal) = await host.SendAsync("POST", $"/v1/batches?{Campaign}2027-01-{today - 1}", late);
        Assert.Equal((HttpStatusCode.BadRequest, $"startDate 2027-01-{today - 1} must not be in the past"), (status, (string?)refusal["message"]));
        using MultipartFormDataContent good = SandboxHost.FileForm(SandboxHost.GoodCsv);
        (_, JsonNode batch) = await host.SendAsync("POST", $"/v1/batches?{Campaign}2027-01-{today}", good);
        host.Server.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(("COMPLETED", "2027-01-15T12:02:00.000Z"), await FinishAsync(host, batch));
    }

    [Theory]
    [InlineData(-10, "2027-01-16T10:01:00.000Z")]
    [InlineData(10, "2027-01-15T14:01:00.000Z")]
    public async Task Batch_for_a_later_day_waits_until_the_day_begins(int hours, string finished)
    {
        using SandboxHost host = Host(At(hours, SandboxHost.Noon));
        using MultipartFormDataContent form = SandboxHost.FileForm(SandboxHost.GoodCsv);
        (_, JsonNode batch) = await host.SendAsync("POST", $"/v1/batches?{Campaign}2027-01-16", form);

        host.Server.Advance(TimeSpan.FromDays(1));

        Assert.Equal(("COMPLETED", finished), await FinishAsync(host, batch));
    }

    [Theory]
    [InlineData("?from=2027-01-16", 0)]
    [InlineData("?from=2027-01-15&to=2027-01-15", 1)]
    public async Task Search_for_messages_counts_the_same_days(string query, int count)
    {
        using SandboxHost host = Host(At(-10, new DateTimeOffset(2027, 1, 16, 5, 0, 0, TimeSpan.Zero)));
        await SendMessageAsync(host);

        Assert.Equal(count, (int)(await host.GetAsync("/v1/messages" + query))["result"]!["total"]!);
    }

    // 16:58 in UTC is the next day there.
    [Theory]
    [InlineData("lastUpdateFrom=2023-11-03", 5)]
    [InlineData("lastUpdateTo=2023-11-02", 0)]
    public async Task Search_for_recipients_counts_the_same_days(string query, int count)
    {
        using SandboxHost host = Host(At(13, SandboxHost.Noon));

        Assert.Equal(count, (await host.GetAsync("/v1/recipients?" + query))["content"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("HOUR", "2027-01-31T22:30:00.000Z")]
    [InlineData("DAY", "2027-01-31T18:30:00.000Z")]
    [InlineData("WEEK", "2027-01-31T18:30:00.000Z")]
    [InlineData("MONTH", "2027-01-31T18:30:00.000Z")]
    public async Task Intervals_begin_as_the_clocks_there_show_it(string interval, string start)
    {
        // 04:10 of Monday, the first of February.
        using SandboxHost host = Host(At(5.5, new DateTimeOffset(2027, 1, 31, 22, 40, 0, TimeSpan.Zero)));
        await SendMessageAsync(host);

        JsonNode insight = await host.GetAsync($"/v1/insights/campaigns/{SandboxData.CampaignId}?interval={interval}");

        Assert.Equal([start], insight["result"]!["intervals"]!.AsArray().Select(each => (string?)each!["dateTime"]));
    }

    [Fact]
    public async Task Ignored_start_is_today()
    {
        using SandboxHost host = Host(At(-13, SandboxHost.Noon));
        host.Server.AddFault(RcSandboxFault.Parse("IgnoredParameters=startDate"));

        JsonNode batch = await host.CreateAsync();

        Assert.Equal("2027-01-14", (string?)batch["startDate"]);
    }

    // In this zone clocks go from 00:00 to 01:00 on 14 March, and from 01:00 back to 00:00 on 7 November.
    [Theory]
    [InlineData(2027, 3, 14, "2027-03-14T05:00:00Z", 23)]
    [InlineData(2027, 7, 1, "2027-07-01T04:00:00Z", 24)]
    [InlineData(2027, 11, 7, "2027-11-07T04:00:00Z", 25)]
    public void Day_on_which_clocks_are_changed_has_its_own_length(int year, int month, int day, string start, int hours)
    {
        FakeTimeProvider time = new();
        time.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("there", TimeSpan.FromHours(-5), "there", "winter", "summer",
        [
            TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
                DateTime.MinValue.Date,
                DateTime.MaxValue.Date,
                TimeSpan.FromHours(1),
                TimeZoneInfo.TransitionTime.CreateFixedDateRule(default, 3, 14),
                TimeZoneInfo.TransitionTime.CreateFixedDateRule(default(DateTime).AddHours(1), 11, 7)),
        ]));
        SandboxClock clock = new(time);
        DateTime date = new(year, month, day);

        DateTimeOffset first = clock.StartOf(date);

        Assert.Equal(DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture), first);
        Assert.Equal(TimeSpan.FromHours(hours), clock.StartOf(date.AddDays(1)) - first);
        Assert.Equal((date.AddDays(-1), date), (clock.DayOf(first.AddTicks(-1)), clock.DayOf(first)));
    }

    private static SandboxHost Host(TimeProvider clock) => new(new SandboxOptions { Clock = clock, ProcessingTime = TimeSpan.FromMinutes(1) });

    private static FakeTimeProvider At(double hours, DateTimeOffset moment)
    {
        FakeTimeProvider clock = new(moment);
        clock.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("there", TimeSpan.FromHours(hours), "there", "there"));
        return clock;
    }

    private static async Task<(string? Status, string? FinishedAt)> FinishAsync(SandboxHost host, JsonNode created)
    {
        JsonNode batch = await host.GetAsync(SandboxHost.PathOf(created["result"]!));
        return ((string?)batch["status"], (string?)batch["finishedAt"]);
    }

    private static async Task SendMessageAsync(SandboxHost host)
    {
        using StringContent message = new(
            $$"""{"campaignId":"{{SandboxData.CampaignId}}","destinationNumber":"2025550101","message":"Hi","shortlink":true}""", Encoding.UTF8, "application/json");
        (await host.Client.PostAsync("/v1/messages/outgoing", message, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode().Dispose();
    }
}
