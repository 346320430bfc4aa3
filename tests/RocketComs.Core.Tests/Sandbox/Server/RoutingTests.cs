using System.Net;
using System.Text.Json.Nodes;
using RocketComs.Sandbox.Server;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Server;

public sealed class RoutingTests
{
    private const string UnknownId = "00000000-0000-4000-8000-000000000000";

    [Theory]
    [InlineData("/")]
    [InlineData("/v1")]
    [InlineData("/v1/batches/")]
    [InlineData("/V1/batches")]
    [InlineData("/v1/batches/not-a-uuid")]
    [InlineData("/v1/batches/" + UnknownId)]
    [InlineData("/v1/batches/" + UnknownId + "/errors")]
    [InlineData("/v1/batches/" + UnknownId + "/report")]
    [InlineData("/v1/batches/" + UnknownId + "/messages")]
    [InlineData("/v1/recipients/lists/" + UnknownId)]
    [InlineData("/v1/campaigns/" + UnknownId)]
    public async Task Unknown_path_or_id_is_answered_with_404(string path)
    {
        using SandboxHost host = new();

        await host.RefusedAsync(HttpStatusCode.NotFound, "GET", path);
    }

    [Theory]
    [InlineData("PUT", "/v1/batches", "POST, GET")]
    [InlineData("POST", "/v1/batches/" + UnknownId, "PATCH, GET, DELETE")]
    [InlineData("DELETE", "/v1/message-templates", "GET, POST")]
    [InlineData("GET", "/v1/auth/login", "POST")]
    public async Task Wrong_method_is_answered_with_405_and_the_right_ones(string method, string path, string allow)
    {
        using SandboxHost host = new();
        using HttpRequestMessage request = new(new HttpMethod(method), path) { Content = new ByteArrayContent([]) };

        using HttpResponseMessage response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(allow, string.Join(", ", response.Content.Headers.Allow));
        await host.RefusedAsync(HttpStatusCode.MethodNotAllowed, method, path, new ByteArrayContent([]));
    }

    [Fact]
    public async Task Head_is_answered_with_405_and_no_body()
    {
        using SandboxHost host = new();
        using HttpRequestMessage request = new(HttpMethod.Head, "/v1/batches");

        using HttpResponseMessage response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        await host.GetAsync("/v1/batches");
    }

    [Fact]
    public async Task Id_in_capitals_is_the_same_id()
    {
        using SandboxHost host = new();

        JsonNode json = await host.GetAsync("/v1/recipients/lists/" + SandboxData.RecipientListId.ToUpperInvariant());

        Assert.Equal(SandboxData.RecipientListId, (string?)json["id"]);
    }
}
