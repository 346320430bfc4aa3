using System.Text.Json.Nodes;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Batches;

public sealed class BatchLifeTests
{
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task Validated_batch_stays_created_whatever_the_time()
    {
        using SandboxHost host = new();
        JsonNode batch = await host.CreateAsync();
        host.Server.Advance(TimeSpan.FromDays(30));

        Assert.Equal("CREATED", await host.StatusOfAsync(batch));
    }

    [Fact]
    public async Task Scheduled_batch_goes_through_its_states_on_the_clock()
    {
        using SandboxHost host = new();
        JsonNode batch = await host.CreateAsync(action: "SCHEDULE");

        host.Server.Advance(TimeSpan.FromMinutes(1) - s_tick);
        Assert.Equal("PENDING", await host.StatusOfAsync(batch));
        host.Server.Advance(s_tick);
        Assert.Equal("IN_PROCESS", await host.StatusOfAsync(batch));
        host.Server.Advance(TimeSpan.FromMinutes(1) - s_tick);
        JsonNode late = await host.GetAsync(SandboxHost.PathOf(batch));
        Assert.Equal(("IN_PROCESS", null), ((string?)late["status"], (string?)late["finishedAt"]));
        host.Server.Advance(TimeSpan.FromDays(7));
        JsonNode done = await host.GetAsync(SandboxHost.PathOf(batch));
        Assert.Equal(("COMPLETED", "2027-01-15T12:02:00.000Z"), ((string?)done["status"], (string?)done["finishedAt"]));
    }

    [Fact]
    public async Task Batch_scheduled_for_a_later_day_waits_until_the_day_begins()
    {
        using SandboxHost host = new();
        JsonNode batch = await host.CreateAsync();
        await host.SendAsync("PATCH", SandboxHost.PathOf(batch) + "?startDate=2027-01-16&action=SCHEDULE", SandboxHost.FileForm(SandboxHost.GoodCsv));

        host.Server.Advance(TimeSpan.FromHours(12) - s_tick);
        Assert.Equal("PENDING", await host.StatusOfAsync(batch));
        host.Server.Advance(s_tick);
        Assert.Equal("IN_PROCESS", await host.StatusOfAsync(batch));
        host.Server.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("2027-01-16T00:01:00.000Z", (string?)(await host.GetAsync(SandboxHost.PathOf(batch)))["finishedAt"]);
    }

    [Theory]
    [InlineData(SandboxHost.BadCsv)]
    [InlineData("")]
    [InlineData("\n\n")]
    public async Task Scheduled_file_without_a_good_row_is_an_error(string csv)
    {
        using SandboxHost host = new();
        JsonNode batch = await host.CreateAsync(csv, "SCHEDULE");
        host.Server.Advance(TimeSpan.FromHours(1));

        JsonNode json = await host.GetAsync(SandboxHost.PathOf(batch));

        Assert.Equal("ERROR", (string?)batch["status"]);
        Assert.Equal(("ERROR", null), ((string?)json["status"], (string?)json["finishedAt"]));
    }

    [Fact]
    public async Task Scheduled_file_with_a_bad_row_keeps_its_error_and_sends_the_others()
    {
        using SandboxHost host = new();
        JsonNode batch = await host.CreateAsync(SandboxHost.MixedCsv, "SCHEDULE");
        host.Server.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("COMPLETED", await host.StatusOfAsync(batch));
        JsonNode errors = await host.GetAsync(SandboxHost.PathOf(batch) + "/errors?verbose=true");
        Assert.Equal([2], errors["result"]!["content"]!.AsArray().Select(error => (int)error!["line"]!));
    }
}
