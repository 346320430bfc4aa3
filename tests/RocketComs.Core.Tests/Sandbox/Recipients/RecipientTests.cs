using System.Net;
using System.Text.Json.Nodes;
using RocketComs.Sandbox.Server;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Recipients;

public sealed class RecipientTests
{
    private const string Recipients = "/v1/recipients";
    private const string Home = """{"addressType":"Home","streetLine1":"1 Main St","zipCode":"10001","countryCode":"US","stateCode":"NY","cityName":"New York"}""";

    [Fact]
    public async Task New_recipient_comes_bare_and_is_found_by_its_number()
    {
        using SandboxHost host = new();

        (HttpStatusCode status, JsonNode json) = await host.SendAsync("POST", Recipients, Json.Of($$"""{"mobileNumber":"+12025550150","firstName":"Eve","address":{{Home}}}"""));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["id", "businessAccountId", "firstName", "mobileNumber", "address", "createdAt", "updatedAt"], json.AsObject().Select(pair => pair.Key));
        Assert.Equal(Home, json["address"]!.ToJsonString());
        Assert.Equal([(string?)json["id"]], await FoundAsync(host, "mobileNumber=%2B12025550150"));
    }

    [Theory]
    [InlineData("firstName=Ada&lastName=Adams", SandboxData.RecipientId)]
    [InlineData("email=ada@example.com&city=New%20York&state=NY&country=US", SandboxData.RecipientId)]
    [InlineData("firstName=ada", null)]
    [InlineData("lastUpdateFrom=2023-11-02&lastUpdateTo=2023-11-02&page=1&pageSize=4", SandboxData.UnlistedRecipientId)]
    [InlineData("lastUpdateFrom=2023-11-03", null)]
    [InlineData("lastUpdateTo=2023-11-01", null)]
    public async Task Filters_match_exactly(string query, string? id)
    {
        using SandboxHost host = new();

        Assert.Equal(id is null ? [] : [id], await FoundAsync(host, query));
    }

    [Fact]
    public async Task Recipient_by_id_comes_in_an_envelope_with_a_message()
    {
        using SandboxHost host = new();

        JsonNode json = await host.GetAsync($"{Recipients}/{SandboxData.RecipientId}");

        Assert.Equal(["status", "message", "result"], json.AsObject().Select(pair => pair.Key));
        Assert.Equal("+12025550101", (string?)json["result"]!["mobileNumber"]);
    }

    [Fact]
    public async Task Update_needs_the_number_and_keeps_what_was_not_sent()
    {
        using SandboxHost host = new();
        string path = $"{Recipients}/{SandboxData.RecipientId}";

        Assert.Equal("mobileNumber is required", await host.RefusedAsync(HttpStatusCode.BadRequest, "PATCH", path, Json.Of("""{"firstName":"x"}""")));
        (_, JsonNode json) = await host.SendAsync("PATCH", path, Json.Of("""{"mobileNumber":"+12025550160","lastName":"Adler"}"""));

        Assert.Equal(("Ada", "Adler", "+12025550160", "NY"), ((string?)json["firstName"], (string?)json["lastName"], (string?)json["mobileNumber"], (string?)json["address"]!["stateCode"]));
    }

    [Fact]
    public async Task Removed_recipient_is_on_no_list_any_more()
    {
        using SandboxHost host = new();
        using HttpRequestMessage request = new(HttpMethod.Delete, $"{Recipients}/{SandboxData.ThirdRecipientId}");

        using HttpResponseMessage response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("{200 Recipient deleted successfully}", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal([2, 1, 0], (await host.GetAsync("/v1/recipients/lists"))["content"]!.AsArray().Select(list => (int)list!["recipientsAmount"]!));
        await host.RefusedAsync(HttpStatusCode.NotFound, "GET", $"{Recipients}/{SandboxData.ThirdRecipientId}");
    }

    [Theory]
    [InlineData("{}", "mobileNumber is required")]
    [InlineData("""{"mobileNumber":"555-0100"}""", "mobileNumber must be in E.164 format, not '555-0100'")]
    [InlineData("""{"mobileNumber":"+12025550150","address":"x"}""", "address must be an object")]
    [InlineData("""{"mobileNumber":"+12025550150","address":{"addressType":"Home"}}""", "address.streetLine1 is required")]
    [InlineData("""{"mobileNumber":"+12025550150","address":{"addressType":"Boat"}}""", "addressType must be one of Workplace, Home, not 'Boat'")]
    [InlineData("""{"mobileNumber":"+12025550150","address":{"addressType":"Home","streetLine1":"x","zipCode":"12345678901"}}""", "address.zipCode must not be longer than 10 characters")]
    [InlineData("""{"mobileNumber":"+12025550150","address":{"cityName":"x","cityName":"y"}}""", "Body must not have the same name twice")]
    public async Task Wrong_body_is_refused(string body, string why)
    {
        using SandboxHost host = new();

        Assert.Equal(why, await host.RefusedAsync(HttpStatusCode.BadRequest, "POST", Recipients, Json.Of(body)));
    }

    private static async Task<string?[]> FoundAsync(SandboxHost host, string query) =>
        [.. (await host.GetAsync($"{Recipients}?{query}"))["content"]!.AsArray().Select(item => (string?)item!["id"])];
}
