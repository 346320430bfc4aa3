using System.Net;
using System.Text.Json.Nodes;
using RocketComs.Sandbox.Server;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Lookups;

public sealed class TemplateTests
{
    private const string Templates = "/v1/message-templates";
    private const string ListForm = "operationType=MESSAGE_TEMPLATE&action=VALIDATE";

    [Fact]
    public async Task New_template_comes_bare_and_is_on_the_list_of_its_own_sandbox_only()
    {
        using SandboxHost host = new();
        using SandboxHost other = new();

        (HttpStatusCode status, JsonNode json) = await host.SendAsync("POST", Templates, Json.Of("""{"name":"Summer","message":"It is hot"}"""));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["id", "name", "message", "status", "createdAt", "updatedAt"], json.AsObject().Select(pair => pair.Key));
        Assert.Equal(("Summer", "It is hot", "ACTIVE", "2027-01-15T12:00:00.000Z"), ((string?)json["name"], (string?)json["message"], (string?)json["status"], (string?)json["createdAt"]));
        Assert.Equal((string?)json["id"], (string?)(await host.GetAsync(Templates))["content"]![2]!["id"]);
        Assert.Equal(2, (await other.GetAsync(Templates))["content"]!.AsArray().Count);
    }

    [Fact]
    public async Task Update_changes_what_was_sent_and_nothing_else()
    {
        using SandboxHost host = new();

        (_, JsonNode renamed) = await host.SendAsync("PATCH", $"{Templates}/{SandboxData.ArchivedMessageTemplateId.ToUpperInvariant()}", Json.Of("""{"name":"Cold","status":null}"""));
        (_, JsonNode activated) = await host.SendAsync("PATCH", $"{Templates}/{SandboxData.ArchivedMessageTemplateId}", Json.Of("""{"status":"ACTIVE"}"""));

        Assert.Equal(("Cold", "ARCHIVED", "2027-01-15T12:00:00.000Z"), ((string?)renamed["name"], (string?)renamed["status"], (string?)renamed["updatedAt"]));
        Assert.Equal(("Cold", "ACTIVE", "Our winter sale ends today!"), ((string?)activated["name"], (string?)activated["status"], (string?)activated["message"]));
    }

    [Theory]
    [InlineData("POST", "", "{}", "name is required")]
    [InlineData("POST", "", """{"name":"x"}""", "message is required")]
    [InlineData("POST", "", """{"name":" ","message":"x"}""", "name must not be blank")]
    [InlineData("POST", "", """{"name":1,"message":"x"}""", "name must be a string")]
    [InlineData("POST", "", """{"name":"x","name":"y","message":"z"}""", "Body must not have the same name twice")]
    [InlineData("POST", "", "[]", "Body must be a JSON object")]
    [InlineData("POST", "", "", "Body must be JSON")]
    [InlineData("PATCH", "/" + SandboxData.MessageTemplateId, """{"status":"DELETED"}""", "status must be one of ACTIVE, ARCHIVED, not 'DELETED'")]
    [InlineData("PATCH", "/" + SandboxData.MessageTemplateId, """{"status":"ACTIVE",}""", "Body must be JSON")]
    public async Task Wrong_body_is_refused(string method, string path, string body, string why)
    {
        using SandboxHost host = new();

        Assert.Equal(why, await host.RefusedAsync(HttpStatusCode.BadRequest, method, Templates + path, Json.Of(body)));
    }

    [Fact]
    public async Task Unknown_template_and_another_content_type_are_refused()
    {
        using SandboxHost host = new();

        await host.RefusedAsync(HttpStatusCode.NotFound, "PATCH", Templates + "/00000000-0000-4000-8000-000000000000", Json.Of("""{"name":"x"}"""));
        Assert.Equal(
            "Content-Type must be application/json, not 'text/plain; charset=utf-8'",
            await host.RefusedAsync(HttpStatusCode.BadRequest, "POST", Templates, new StringContent("""{"name":"x","message":"y"}""")));
    }

    [Fact]
    public async Task Template_archived_meanwhile_can_be_used_no_more()
    {
        using SandboxHost host = new();
        (string, string)[] fields = [("messageTemplateId", SandboxData.MessageTemplateId), ("namedRecipientsListIds", SandboxData.RecipientListId)];
        JsonNode batch = await host.CreateAsync(SandboxHost.Form(fields), ListForm);

        await host.SendAsync("PATCH", $"{Templates}/{SandboxData.MessageTemplateId}", Json.Of("""{"status":"ARCHIVED"}"""));

        string why = $"messageTemplateId: message template {SandboxData.MessageTemplateId} is ARCHIVED";
        Assert.Equal(why, await host.RefusedAsync(HttpStatusCode.BadRequest, "POST", $"/v1/batches?{SandboxHost.RequiredScalars}&{ListForm}", SandboxHost.Form(fields)));
        Assert.Equal(why, await host.RefusedAsync(HttpStatusCode.BadRequest, "PATCH", SandboxHost.PathOf(batch) + "?action=SCHEDULE", SandboxHost.Form(("x", "y"))));
    }
}
