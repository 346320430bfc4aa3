using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using RocketComs.Sandbox.Server;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Messages;

/// <summary>What tells how a campaign fares: failures (numbers that end in 0198 cannot be reached), counters, replies.</summary>
public sealed class CampaignReportTests
{
    private const string Csv = "2025550101,Hello\n+12025550198,Hello\nabc,Hello\n";

    [Theory]
    [InlineData(0, "PENDING", "PENDING", "3 1 1 0 0 0 0")]
    [InlineData(1, "IN-PROCESS", "IN_PROCESS", "3 3 1 2 0 0 2")]
    [InlineData(2, "FAILED", "FAILED", "3 3 1 2 1 1 0")]
    public async Task Message_to_such_a_number_fails_in_report_search_and_counters(int minutes, string inReport, string inSearch, string counters)
    {
        using SandboxHost host = new();
        JsonNode batch = await host.CreateAsync(Csv, "SCHEDULE");
        host.Server.Advance(TimeSpan.FromMinutes(minutes));

        JsonNode row = (await host.GetAsync(SandboxHost.PathOf(batch) + "/report"))["result"]!["content"]![1]!;
        JsonNode status = (await host.GetAsync("/v1/messages/" + row["id"]))["status"]!;

        Assert.Equal((inReport, inSearch), ((string?)row["status"], (string?)status["statusCode"]));
        Assert.Null(row["confirmedAt"]);
        Assert.Equal(minutes == 2 ? "Number cannot be reached" : null, (string?)status["reasonText"]);
        Assert.Equal(counters, Counters(await InsightsAsync(host, (string)batch["id"]!)));
    }

    [Theory]
    [InlineData("", "4 3 1 2 1 1 0")]
    [InlineData("?dateFrom=2027-01-15T12:30:00Z", "4 3 1 2 1 1 0")]
    [InlineData("?dateFrom=2027-01-15T12:30:00Z&dateTo=2027-01-15T14:00:00Z", "1 0 0 0 0 0 0")]
    [InlineData("?dateFrom=2027-01-15T11:00:00Z&dateTo=2027-01-15T12:00:00Z", "3 3 1 2 1 1 0")]
    public async Task Insights_of_a_campaign_count_batches_and_single_messages(string query, string expected)
    {
        using SandboxHost host = await WithMessagesAsync();

        JsonNode result = await InsightsAsync(host, SandboxData.CampaignId + query);

        Assert.Null(result["intervals"]);
        Assert.Equal(expected, Counters(result));
        Assert.Equal("0 0 0 0 0 0 0", Counters(await InsightsAsync(host, SandboxData.PendingCampaignId)));
    }

    [Theory]
    [InlineData("HOUR", "2027-01-15T12:00:00.000Z 3 3 1 2 1 1|2027-01-15T13:00:00.000Z 1 0 0 0 0 0")]
    [InlineData("DAY", "2027-01-15T00:00:00.000Z 4 3 1 2 1 1")]
    [InlineData("WEEK", "2027-01-11T00:00:00.000Z 4 3 1 2 1 1")]
    [InlineData("MONTH", "2027-01-01T00:00:00.000Z 4 3 1 2 1 1")]
    public async Task Insights_of_a_campaign_come_in_intervals(string interval, string expected)
    {
        using SandboxHost host = await WithMessagesAsync();

        JsonNode result = await InsightsAsync(host, $"{SandboxData.CampaignId}?interval={interval}");

        Assert.Equal(expected, string.Join('|', result["intervals"]!.AsArray().Select(each => $"{each!["dateTime"]} {Counters(each)}")));
    }

    [Theory]
    [InlineData("interval=YEAR", "interval must be one of HOUR, DAY, WEEK, MONTH, not 'YEAR'")]
    [InlineData("dateFrom=2027-01-15", "dateFrom must be a date-time as 2027-01-31T09:00:00Z, not '2027-01-15'")]
    public async Task Insights_of_a_campaign_refuse_what_is_wrong(string query, string expected)
    {
        using SandboxHost host = new();

        Assert.Equal(expected, await host.RefusedAsync(HttpStatusCode.BadRequest, "GET", $"/v1/insights/campaigns/{SandboxData.CampaignId}?{query}"));
    }

    [Fact]
    public async Task Replies_come_as_a_bare_array_in_pages()
    {
        using SandboxHost host = new();
        string path = $"/v1/campaigns/{SandboxData.CampaignId}/replies";

        JsonArray all = (await host.GetAsync(path)).AsArray();
        JsonArray last = (await host.GetAsync(path + "?pageSize=2&page=1&sortBy=createdAt&sortDir=desc")).AsArray();

        Assert.Equal(["2025550101", "2025550102", "2025550104"], all.Select(reply => (string?)reply!["source"]));
        Assert.Equal([false, true, false], all.Select(reply => (bool)reply!["concatenatedMessage"]!));
        Assert.InRange(((string)all[1]!["messageText"]!).Length, 161, 306);
        Assert.Equal(
            ["id", "source", "sourceCountry", "sourceCountryCode", "sourceCountryAbbreviation", "destination", "messageText", "concatenatedMessage", "createdAt", "lastRetrievedAt"],
            all[0]!.AsObject().Select(field => field.Key));
        Assert.Equal(["2025550101"], last.Select(reply => (string?)reply!["source"]));
        Assert.Empty((await host.GetAsync($"/v1/campaigns/{SandboxData.PendingCampaignId}/replies")).AsArray());
        await host.RefusedAsync(HttpStatusCode.NotFound, "GET", $"/v1/campaigns/{SandboxData.BrandId}/replies");
    }

    private static async Task<SandboxHost> WithMessagesAsync()
    {
        SandboxHost host = new();
        await host.CreateAsync(Csv, "SCHEDULE");
        host.Server.Advance(TimeSpan.FromHours(1));
        using StringContent single = new(
            $$"""{"campaignId":"{{SandboxData.CampaignId}}","destinationNumber":"2025550101","message":"Hi","shortlink":true}""", Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await host.Client.PostAsync("/v1/messages/outgoing", single, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return host;
    }

    private static async Task<JsonNode> InsightsAsync(SandboxHost host, string idAndQuery) => (await host.GetAsync("/v1/insights/campaigns/" + idAndQuery))["result"]!;

    private static string Counters(JsonNode insight) => string.Join(' ', insight.AsObject().Where(field => field.Key is not ("dateTime" or "intervals")).Select(field => (int)field.Value!));
}
