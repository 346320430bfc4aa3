using System.Net;
using System.Text.Json.Nodes;
using RocketComs.Sandbox.Server;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Recipients;

public sealed class RecipientListTests
{
    private const string Lists = "/v1/recipients/lists";
    private const string UnknownId = "00000000-0000-4000-8000-000000000000";

    [Fact]
    public async Task New_list_comes_bare_with_its_recipients_counted_once()
    {
        using SandboxHost host = new();

        (HttpStatusCode status, JsonNode json) = await host.SendAsync(
            "POST", Lists, Json.Of($$"""{"name":"VIP","recipientIds":["{{SandboxData.RecipientId}}","{{SandboxData.RecipientId.ToUpperInvariant()}}","{{SandboxData.UnlistedRecipientId}}"]}"""));
        (_, JsonNode empty) = await host.SendAsync("POST", Lists, Json.Of("""{"name":"Later"}"""));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["id", "name", "createdAt", "updatedAt", "recipientsAmount"], json.AsObject().Select(pair => pair.Key));
        Assert.Equal(("VIP", 2, 0), ((string?)json["name"], (int)json["recipientsAmount"]!, (int)empty["recipientsAmount"]!));
        Assert.Equal(5, (await host.GetAsync(Lists))["content"]!.AsArray().Count);
    }

    [Fact]
    public async Task List_is_renamed()
    {
        using SandboxHost host = new();

        (_, JsonNode json) = await host.SendAsync("PATCH", $"{Lists}/{SandboxData.RecipientListId}", Json.Of("""{"name":"Regulars"}"""));

        Assert.Equal(("Regulars", 3, "2027-01-15T12:00:00.000Z"), ((string?)json["name"], (int)json["recipientsAmount"]!, (string?)json["updatedAt"]));
        Assert.Equal("Regulars", (string?)(await host.GetAsync($"{Lists}/{SandboxData.RecipientListId}"))["name"]);
    }

    [Fact]
    public async Task Members_are_added_and_removed_with_the_documented_sentence()
    {
        using SandboxHost host = new();
        string body = $$"""{"recipientsToAdd":["{{SandboxData.UnlistedRecipientId}}","{{SandboxData.FourthRecipientId}}","{{SandboxData.RecipientId}}"],"recipientsToRemove":["{{SandboxData.SecondRecipientId}}"]}""";
        using HttpRequestMessage request = new(HttpMethod.Post, $"{Lists}/{SandboxData.RecipientListId}/members") { Content = Json.Of(body) };

        using HttpResponseMessage response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("{200 Named recipients list updated successfully}", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(4, (int)(await host.GetAsync($"{Lists}/{SandboxData.RecipientListId}"))["recipientsAmount"]!);
    }

    [Theory]
    [InlineData("POST", "", """{"recipientIds":[]}""", "name is required")]
    [InlineData("POST", "", """{"name":"x","recipientIds":"y"}""", "recipientIds must be an array")]
    [InlineData("POST", "", """{"name":"x","recipientIds":["y"]}""", "recipientIds must be UUIDs, not 'y'")]
    [InlineData("POST", "", """{"name":"x","recipientIds":["00000000-0000-4000-8000-000000000000"]}""", "recipientIds: recipient 00000000-0000-4000-8000-000000000000 does not exist")]
    [InlineData("PATCH", "/" + SandboxData.RecipientListId, "{}", "name is required")]
    [InlineData("POST", "/" + SandboxData.RecipientListId + "/members", "{}", "recipientsToAdd or recipientsToRemove is required")]
    [InlineData("POST", "/" + SandboxData.RecipientListId + "/members", """{"recipientsToRemove":[1]}""", "recipientsToRemove must be UUIDs, not '1'")]
    public async Task Wrong_body_is_refused(string method, string path, string body, string why)
    {
        using SandboxHost host = new();

        Assert.Equal(why, await host.RefusedAsync(HttpStatusCode.BadRequest, method, Lists + path, Json.Of(body)));
    }

    [Theory]
    [InlineData("PATCH", "")]
    [InlineData("POST", "/members")]
    public async Task Unknown_list_is_not_found(string method, string path)
    {
        using SandboxHost host = new();

        await host.RefusedAsync(HttpStatusCode.NotFound, method, $"{Lists}/{UnknownId}{path}", Json.Of("""{"name":"x"}"""));
    }

    [Fact]
    public async Task Batch_goes_to_who_is_on_the_list_when_it_is_scheduled()
    {
        using SandboxHost host = new();
        (string, string)[] fields = [("message", "Hello"), ("namedRecipientsListIds", SandboxData.RecipientListId)];
        JsonNode batch = await host.CreateAsync(SandboxHost.Form(fields), "operationType=MANUAL_MESSAGE_INPUT&action=VALIDATE");
        string members = $$"""{"recipientsToAdd":["{{SandboxData.UnlistedRecipientId}}"],"recipientsToRemove":["{{SandboxData.SecondRecipientId}}"]}""";
        using HttpResponseMessage response = await host.Client.PostAsync(
            new Uri($"{Lists}/{SandboxData.RecipientListId}/members", UriKind.Relative), Json.Of(members), TestContext.Current.CancellationToken);

        await host.SendAsync("PATCH", SandboxHost.PathOf(batch) + "?action=SCHEDULE", SandboxHost.Form(("x", "y")));

        JsonNode report = await host.GetAsync(SandboxHost.PathOf(batch) + "/report");
        Assert.Equal([12025550101, 12025550103, 12025550105], report["result"]!["content"]!.AsArray().Select(message => (long)message!["destinationNumber"]!));
    }
}
