using System.Net;
using System.Text.Json.Nodes;
using RocketComs.Sandbox.Server;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Lookups;

public sealed class LookupTests
{
    [Fact]
    public async Task Templates_come_all_without_envelope_and_without_paging()
    {
        using SandboxHost host = new();

        JsonNode json = await host.GetAsync("/v1/message-templates?pageSize=1");

        Assert.Equal(["content"], json.AsObject().Select(pair => pair.Key));
        Assert.Equal(
            [(SandboxData.MessageTemplateId, "ACTIVE"), (SandboxData.ArchivedMessageTemplateId, "ARCHIVED")],
            json["content"]!.AsArray().Select(item => ((string?)item!["id"], (string?)item["status"])));
        Assert.Equal(SandboxData.MessageTemplateText, (string?)json["content"]![0]!["message"]);
    }

    [Fact]
    public async Task Lists_come_in_pages_without_envelope()
    {
        using SandboxHost host = new();

        JsonNode first = await host.GetAsync("/v1/recipients/lists?pageSize=2");
        JsonNode second = await host.GetAsync("/v1/recipients/lists?pageSize=2&page=1");
        JsonNode third = await host.GetAsync("/v1/recipients/lists?pageSize=2&page=2");

        Assert.Equal(["content", "page", "total", "pageSize"], first.AsObject().Select(pair => pair.Key));
        Assert.Equal((0, 3, 2), ((int)first["page"]!, (int)first["total"]!, (int)first["pageSize"]!));
        Assert.Equal([SandboxData.RecipientListId, SandboxData.SecondRecipientListId], Ids(first));
        Assert.Equal([SandboxData.EmptyRecipientListId], Ids(second));
        Assert.Empty(Ids(third));
    }

    [Fact]
    public async Task Lists_sorted_by_a_number_are_sorted_as_numbers()
    {
        using SandboxHost host = new();

        JsonNode json = await host.GetAsync("/v1/recipients/lists?sortBy=recipientsAmount&sortDir=asc");

        Assert.Equal([0, 2, 3], json["content"]!.AsArray().Select(item => (int)item!["recipientsAmount"]!));
    }

    [Fact]
    public async Task List_by_id_comes_bare()
    {
        using SandboxHost host = new();

        JsonNode json = await host.GetAsync("/v1/recipients/lists/" + SandboxData.RecipientListId);

        Assert.Equal((SandboxData.RecipientListId, "Customers", 3), ((string?)json["id"], (string?)json["name"], (int)json["recipientsAmount"]!));
    }

    [Fact]
    public async Task Campaign_comes_active_in_an_envelope()
    {
        using SandboxHost host = new();

        JsonNode json = await host.GetAsync("/v1/campaigns/" + SandboxData.CampaignId);

        Assert.Equal("0000", (string?)json["status"]);
        Assert.Equal((SandboxData.CampaignId, "ACTIVE"), ((string?)json["result"]!["id"], (string?)json["result"]!["status"]));
    }

    [Fact]
    public async Task Campaigns_are_listed_by_their_brand_in_an_envelope()
    {
        using SandboxHost host = new();

        JsonNode all = (await host.GetAsync("/v1/campaigns?brandId=" + SandboxData.BrandId))["result"]!;
        JsonNode pending = (await host.GetAsync("/v1/campaigns?status=PENDING&brandId=" + SandboxData.BrandId))["result"]!;

        Assert.Equal(["content", "page", "total", "pageSize"], all.AsObject().Select(pair => pair.Key));
        Assert.Equal([SandboxData.CampaignId, SandboxData.PendingCampaignId], Ids(all));
        Assert.Equal([SandboxData.PendingCampaignId], Ids(pending));
        Assert.Equal("brandId is required", await host.RefusedAsync(HttpStatusCode.BadRequest, "GET", "/v1/campaigns"));
        await host.RefusedAsync(HttpStatusCode.BadRequest, "GET", "/v1/campaigns?brandId=1");
    }

    private static string?[] Ids(JsonNode page) => [.. page["content"]!.AsArray().Select(item => (string?)item!["id"])];
}
