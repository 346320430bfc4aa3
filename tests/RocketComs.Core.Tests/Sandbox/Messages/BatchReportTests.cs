using System.Text.Json.Nodes;
using RocketComs.Sandbox.Server;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Messages;

public sealed class BatchReportTests
{
    [Fact]
    public async Task Report_of_a_created_batch_is_empty()
    {
        using SandboxHost host = new();
        JsonNode batch = await host.CreateAsync();

        Assert.Empty(await MessagesAsync(host, batch));
    }

    [Theory]
    [InlineData(0, "PENDING")]
    [InlineData(1, "IN-PROCESS")]
    [InlineData(2, "DELIVERED")]
    public async Task Report_of_a_file_shows_each_row_with_its_status(int minutes, string expected)
    {
        using SandboxHost host = new();
        JsonNode batch = await host.CreateAsync(SandboxHost.MixedCsv, "SCHEDULE");
        host.Server.Advance(TimeSpan.FromMinutes(minutes));

        JsonArray messages = await MessagesAsync(host, batch);

        Assert.Equal([expected, "INVALID-INPUT", expected], messages.Select(message => (string?)message!["status"]));
        Assert.Equal([2025554444L, null, 2025554445L], messages.Select(message => (long?)message!["destinationNumber"]));
        Assert.Equal(3, messages.Select(message => (string?)message!["id"]).Distinct().Count());
        Assert.All(messages, message => Assert.Equal((string?)batch["id"], (string?)message!["batchId"]));
    }

    [Fact]
    public async Task Report_of_a_completed_batch_is_written_as_documented()
    {
        using SandboxHost host = new();
        JsonNode batch = await host.CreateAsync("+12025554444,\"Sale, today\"\n", "SCHEDULE");
        host.Server.Advance(TimeSpan.FromMinutes(5));

        JsonObject message = (await MessagesAsync(host, batch))[0]!.AsObject();

        Assert.True(Guid.TryParseExact((string?)message["id"], "D", out _));
        message.Remove("id");
        string expected = $$"""
            {"batchId":"{{batch["id"]}}","campaignId":"{{SandboxData.CampaignId}}","destinationNumber":12025554444,"messageText":"Sale, today",
             "destinationFormat":1,"additionalData":"","status":"DELIVERED","createdAt":"2027-01-15T12:00:00.000Z",
             "retrievedAt":"2027-01-15T12:01:00.000Z","sentAt":"2027-01-15T12:01:00.000Z","confirmedAt":"2027-01-15T12:02:00.000Z"}
            """;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), message), message.ToJsonString());
    }

    [Fact]
    public async Task Report_of_lists_has_each_recipient_once()
    {
        using SandboxHost host = new();
        using MultipartFormDataContent form = SandboxHost.Form(
            ("messageTemplateId", SandboxData.MessageTemplateId),
            ("namedRecipientsListIds", SandboxData.RecipientListId),
            ("namedRecipientsListIds", SandboxData.SecondRecipientListId));
        JsonNode batch = await host.CreateAsync(form, "operationType=MESSAGE_TEMPLATE");

        JsonArray messages = await MessagesAsync(host, batch);

        Assert.Equal([12025550101L, 12025550102L, 12025550103L, 12025550104L], messages.Select(message => (long)message!["destinationNumber"]!));
        Assert.All(messages, message => Assert.Equal(SandboxData.MessageTemplateText, (string?)message!["messageText"]));
    }

    [Fact]
    public async Task Report_comes_in_pages_and_sorted()
    {
        using SandboxHost host = new();
        string csv = string.Concat(Enumerable.Range(0, 25).Select(i => $"20255500{i:00},Hello\n"));
        JsonNode batch = await host.CreateAsync(csv, "SCHEDULE");

        JsonNode first = (await host.GetAsync(SandboxHost.PathOf(batch) + "/report"))["result"]!;
        JsonNode last = (await host.GetAsync(SandboxHost.PathOf(batch) + "/report?page=2&sortBy=destinationNumber&sortDir=desc"))["result"]!;

        Assert.Equal((10, 0, 25, 10), (first["content"]!.AsArray().Count, (int)first["page"]!, (int)first["total"]!, (int)first["pageSize"]!));
        Assert.Equal(
            [2025550004L, 2025550003L, 2025550002L, 2025550001L, 2025550000L],
            last["content"]!.AsArray().Select(message => (long)message!["destinationNumber"]!));
    }

    [Theory]
    [InlineData("VALIDATE", 5, "0 0 0 0 0 0 0")]
    [InlineData("SCHEDULE", 0, "3 1 1 0 0 0 0")]
    [InlineData("SCHEDULE", 1, "3 3 1 2 0 0 2")]
    [InlineData("SCHEDULE", 2, "3 3 1 2 2 0 0")]
    public async Task Insights_count_the_rows(string action, int minutes, string expected)
    {
        using SandboxHost host = new();
        JsonNode batch = await host.CreateAsync(SandboxHost.MixedCsv, action);
        host.Server.Advance(TimeSpan.FromMinutes(minutes));

        JsonObject counters = (await host.GetAsync("/v1/insights/campaigns/" + batch["id"]))["result"]!.AsObject();

        Assert.Equal(["submitted", "processed", "rejected", "sent", "delivered", "failed", "inProgress"], counters.Select(counter => counter.Key));
        Assert.Equal(expected, string.Join(' ', counters.Select(counter => (int)counter.Value!)));
    }

    private static async Task<JsonArray> MessagesAsync(SandboxHost host, JsonNode batch) =>
        (await host.GetAsync(SandboxHost.PathOf(batch) + "/report"))["result"]!["content"]!.AsArray();
}
