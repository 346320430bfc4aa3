using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using RocketComs.Sandbox.Server;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Messages;

public sealed class MessageTests
{
    private const string Good = $$"""{"campaignId":"{{SandboxData.CampaignId}}","destinationNumber":"2025550123","message":"Hello","shortlink":false}""";

    [Fact]
    public async Task Single_message_is_answered_with_a_sentence_and_is_found_as_documented()
    {
        using SandboxHost host = new();
        Assert.Equal("{200 Message was sent successfully}", await SendAsync(host, Good));
        host.Server.Advance(TimeSpan.FromMinutes(1));

        JsonObject page = (await host.GetAsync("/v1/messages"))["result"]!.AsObject();
        JsonNode found = page["content"]!.AsArray().Single()!;

        Assert.Equal(["content", "page", "total", "pageSize"], page.Select(field => field.Key));
        string expected = $$"""
            {"id":"{{found["id"]}}","campaignId":"{{SandboxData.CampaignId}}","createdAt":"2027-01-15T12:00:00.000Z","destinationNumber":"2025550123",
             "messageText":"Hello","status":{"statusCode":"IN_PROCESS","updatedAt":"2027-01-15T12:01:00.000Z"} }
            """;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), found), found.ToJsonString());
        Assert.True(JsonNode.DeepEquals(found, await host.GetAsync("/v1/messages/" + found["id"])));
        Assert.Equal(HttpStatusCode.NotFound, (await host.SendAsync("GET", "/v1/messages/" + SandboxData.CampaignId)).Status);
    }

    [Theory]
    [InlineData("""{"destinationNumber":"2025550123","message":"Hello","shortlink":false}""", "campaignId is required")]
    [InlineData("""{"campaignId":"05ee2300-51cd-4021-b28d-11597cf9a175","message":"Hello","shortlink":false}""", "destinationNumber is required")]
    [InlineData("""{"campaignId":"05ee2300-51cd-4021-b28d-11597cf9a175","destinationNumber":"abc","message":"Hello","shortlink":false}""", "destinationNumber is invalid")]
    [InlineData("""{"campaignId":"05ee2300-51cd-4021-b28d-11597cf9a175","destinationNumber":2025550123,"message":"Hello","shortlink":false}""", "destinationNumber is required")]
    [InlineData("""{"campaignId":"05ee2300-51cd-4021-b28d-11597cf9a175","destinationNumber":"2025550123","message":" ","shortlink":false}""", "message is required")]
    [InlineData("""{"campaignId":"05ee2300-51cd-4021-b28d-11597cf9a175","destinationNumber":"2025550123","message":"Hello"}""", "shortlink is required: true or false")]
    [InlineData("""{"campaignId":"05ee2300-51cd-4021-b28d-11597cf9a175","campaignId":"","destinationNumber":"2025550123"}""", "Body must not have the same name twice")]
    [InlineData("[]", "Body must be a JSON object")]
    [InlineData("{", "Body must be JSON")]
    public async Task Message_with_a_field_that_is_wrong_is_refused(string body, string expected)
    {
        using SandboxHost host = new();
        using StringContent content = new(body, Encoding.UTF8, "application/json");

        Assert.Equal(expected, await host.RefusedAsync(HttpStatusCode.BadRequest, "POST", "/v1/messages/outgoing", content));

        Assert.Equal(0, (int)(await host.GetAsync("/v1/messages"))["result"]!["total"]!);
    }

    [Fact]
    public async Task Message_that_is_no_json_or_of_a_campaign_that_is_not_running_is_refused()
    {
        using SandboxHost host = new();
        using StringContent text = new(Good, Encoding.UTF8, "text/plain");
        using StringContent pending = new(Good.Replace(SandboxData.CampaignId, SandboxData.PendingCampaignId, StringComparison.Ordinal), Encoding.UTF8, "application/json");

        Assert.Equal("Content-Type must be application/json", await host.RefusedAsync(HttpStatusCode.BadRequest, "POST", "/v1/messages/outgoing", text));
        Assert.Equal($"campaignId: campaign {SandboxData.PendingCampaignId} is PENDING, not ACTIVE", await host.RefusedAsync(HttpStatusCode.BadRequest, "POST", "/v1/messages/outgoing", pending));
    }

    [Theory]
    [InlineData("", "2025554444 2025554445 2025550123")]
    [InlineData("?singleOnly=true", "2025550123")]
    [InlineData("?singleOnly=false&campaignId=05EE2300-51CD-4021-B28D-11597CF9A175", "2025554444 2025554445 2025550123")]
    [InlineData("?campaignId=7a1d7c3e-52f4-4b0a-9d0f-3c8f6f0f6f21", "")]
    [InlineData("?batchId={0}", "2025554444 2025554445")]
    [InlineData("?status=PENDING", "2025550123")]
    [InlineData("?status=DELIVERED", "2025554444 2025554445")]
    [InlineData("?status=CANCELED", "")]
    [InlineData("?from=2027-01-15&to=2027-01-15", "2025554444 2025554445 2025550123")]
    [InlineData("?from=2027-01-16", "")]
    [InlineData("?to=2027-01-14", "")]
    [InlineData("?sortBy=destinationNumber&sortDir=desc&pageSize=2", "2025554445 2025554444")]
    [InlineData("?pageSize=2&page=1", "2025550123")]
    public async Task Search_has_the_messages_that_the_filters_let_through(string query, string numbers)
    {
        using SandboxHost host = new();
        await host.CreateAsync();
        JsonNode batch = await host.CreateAsync(SandboxHost.MixedCsv, "SCHEDULE");
        host.Server.Advance(TimeSpan.FromMinutes(5));
        await SendAsync(host, Good);

        JsonArray content = (await host.GetAsync("/v1/messages" + string.Format(null, query, batch["id"])))["result"]!["content"]!.AsArray();

        Assert.Equal(numbers, string.Join(' ', content.Select(message => (string?)message!["destinationNumber"])));
    }

    [Theory]
    [InlineData("status=IN-PROCESS", "status must be one of PENDING, IN_PROCESS, CANCELED, SENT, DELIVERED, FAILED, not 'IN-PROCESS'")]
    [InlineData("from=15.01.2027", "from must be a date as YYYY-MM-DD, not '15.01.2027'")]
    [InlineData("batchId=1", "batchId must be a UUID, not '1'")]
    [InlineData("singleOnly=1", "singleOnly must be one of true, false, not '1'")]
    [InlineData("sortBy=batchId", "sortBy must be a field of the response, not 'batchId'")]
    public async Task Filter_that_is_wrong_is_refused(string query, string expected)
    {
        using SandboxHost host = new();

        Assert.Equal(expected, await host.RefusedAsync(HttpStatusCode.BadRequest, "GET", "/v1/messages?" + query));
    }

    private static async Task<string> SendAsync(SandboxHost host, string json)
    {
        using StringContent content = new(json, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await host.Client.PostAsync("/v1/messages/outgoing", content, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "text/plain"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
