using System.Net;
using System.Text.Json.Nodes;
using RocketComs.Sandbox.Server;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Batches;

public sealed class BatchListTests
{
    [Fact]
    public async Task List_is_enveloped_and_holds_the_batches_oldest_first()
    {
        using SandboxHost host = new();
        JsonNode first = await host.CreateAsync();
        JsonNode second = await host.CreateAsync();

        JsonNode json = await host.GetAsync("/v1/batches");

        Assert.Equal(["status", "result"], json.AsObject().Select(pair => pair.Key));
        Assert.Equal(["content", "page", "total", "pageSize"], json["result"]!.AsObject().Select(pair => pair.Key));
        Assert.True(JsonNode.DeepEquals(first, json["result"]!["content"]![0]));
        Assert.True(JsonNode.DeepEquals(second, json["result"]!["content"]![1]));
    }

    [Theory]
    [InlineData("", "a,b,c")]
    [InlineData("startDateFrom=2027-01-16", "b,c")]
    [InlineData("startDateTo=2027-01-16", "a,b")]
    [InlineData("startDateFrom=2027-01-16&startDateTo=2027-01-16", "b")]
    [InlineData("endDateFrom=2027-01-21", "b")]
    [InlineData("endDateTo=2027-01-21", "a")]
    [InlineData("campaignId=" + SandboxData.CampaignId, "a,b,c")]
    [InlineData("campaignId=00000000-0000-4000-8000-000000000000", "")]
    [InlineData("status=PENDING", "b,c")]
    [InlineData("status=ERROR", "")]
    [InlineData("sortBy=externalId&sortDir=desc", "c,b,a")]
    [InlineData("sortDir=desc", "c,b,a")]
    [InlineData("sortBy=status&sortDir=asc", "a,b,c")]
    [InlineData("sortBy=endDate&sortDir=asc", "c,a,b")]
    [InlineData("pageSize=2", "a,b")]
    [InlineData("pageSize=2&page=1", "c")]
    [InlineData("pageSize=2&page=2", "")]
    [InlineData("pageSize=2147483647&page=2147483647", "")]
    public async Task List_filters_sorts_and_pages(string query, string expected)
    {
        using SandboxHost host = new();
        string common = "/v1/batches?campaignId=" + SandboxData.CampaignId;
        await host.SendAsync(
            "POST", common + "&externalId=a&startDate=2027-01-15&endDate=2027-01-20&action=VALIDATE", SandboxHost.FileForm(SandboxHost.GoodCsv));
        await host.SendAsync("POST", common + "&externalId=b&startDate=2027-01-16&endDate=2027-01-22", SandboxHost.FileForm(SandboxHost.GoodCsv));
        await host.SendAsync("POST", common + "&externalId=c&startDate=2027-01-17", SandboxHost.FileForm(SandboxHost.GoodCsv));

        JsonNode json = await host.GetAsync("/v1/batches?" + query);

        Assert.Equal(expected, string.Join(",", json["result"]!["content"]!.AsArray().Select(batch => (string?)batch!["externalId"])));
    }

    [Theory]
    [InlineData("startDateFrom=today", "startDateFrom")]
    [InlineData("endDateTo=2027-13-01", "endDateTo")]
    [InlineData("campaignId=nonsense", "campaignId")]
    [InlineData("status=CREATED", "status")]
    [InlineData("sortBy=nonsense", "sortBy")]
    [InlineData("sortBy=status&sortDir=up", "sortDir")]
    [InlineData("page=-1", "page")]
    [InlineData("page=x", "page")]
    [InlineData("pageSize=0", "pageSize")]
    [InlineData("page=0&page=1", "page")]
    public async Task List_with_a_wrong_parameter_is_answered_with_400_and_its_name(string query, string name)
    {
        using SandboxHost host = new();

        string message = await host.RefusedAsync(HttpStatusCode.BadRequest, "GET", "/v1/batches?" + query);

        Assert.StartsWith(name + " ", message, StringComparison.Ordinal);
    }
}
