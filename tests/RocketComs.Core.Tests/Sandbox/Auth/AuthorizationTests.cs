using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Auth;

public sealed class AuthorizationTests
{
    [Fact]
    public async Task Api_key_is_let_in()
    {
        using SandboxHost host = new();

        Assert.Equal("0000", (string?)(await host.GetAsync("/v1/batches"))["status"]);
    }

    [Fact]
    public async Task Access_token_is_let_in_and_never_expires()
    {
        using SandboxHost host = new();
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", host.Server.AccessToken);
        host.Server.Advance(TimeSpan.FromDays(1));

        Assert.Equal("0000", (string?)(await host.GetAsync("/v1/batches"))["status"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer nonsense")]
    [InlineData("Bearer")]
    [InlineData("Basic bm90OnJpZ2h0")]
    [InlineData("Basic sandbox-api-key:sandbox-api-secret")]
    [InlineData("Digest sandbox-access-token")]
    public async Task Anything_else_is_answered_with_401_and_the_error_body(string? header)
    {
        using SandboxHost host = new();
        host.Client.DefaultRequestHeaders.Authorization = null;
        if (header is not null)
        {
            host.Client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
        }

        await host.RefusedAsync(HttpStatusCode.Unauthorized, "GET", "/v1/batches");
        await host.RefusedAsync(HttpStatusCode.Unauthorized, "GET", "/v1/no-such-thing");
    }

    [Fact]
    public async Task Login_with_the_portal_user_gives_a_token_that_is_let_in_until_it_expires()
    {
        using SandboxHost host = new();
        host.Client.DefaultRequestHeaders.Authorization = null;

        JsonNode login = await LoginAsync(host);

        Assert.Equal(1800000, (long?)login["expiry"]);
        Assert.Equal("user@sandbox.example", (string?)login["user"]!["email"]);
        Assert.True(Guid.TryParseExact((string?)login["refreshToken"], "D", out _));
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string?)login["token"]);
        host.Server.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromMilliseconds(1));
        await host.GetAsync("/v1/batches");
        host.Server.Advance(TimeSpan.FromMilliseconds(1));
        (HttpStatusCode status, _) = await host.SendAsync("GET", "/v1/batches");
        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }

    [Fact]
    public async Task Login_with_a_wrong_password_is_answered_with_401()
    {
        using SandboxHost host = new();

        string message = await host.RefusedAsync(
            HttpStatusCode.Unauthorized, "POST", "/v1/auth/login", Json("{\"email\":\"user@sandbox.example\",\"password\":\"x\"}"));

        Assert.Contains("password", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"email\":1,\"password\":\"x\"}")]
    [InlineData("{\"email\":\"a\",\"email\":\"b\"}")]
    public async Task Login_with_a_body_that_is_none_is_answered_with_400(string body)
    {
        using SandboxHost host = new();

        await host.RefusedAsync(HttpStatusCode.BadRequest, "POST", "/v1/auth/login", Json(body));
    }

    [Fact]
    public async Task Refresh_gives_new_tokens_once()
    {
        using SandboxHost host = new();
        JsonNode login = await LoginAsync(host);
        string body = $"{{\"token\":\"{login["refreshToken"]}\"}}";

        (HttpStatusCode status, JsonNode refreshed) = await host.SendAsync("POST", "/v1/auth/refresh", Json(body));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.NotEqual((string?)login["token"], (string?)refreshed["token"]);
        Assert.NotEqual((string?)login["refreshToken"], (string?)refreshed["refreshToken"]);
        Assert.Equal(1800000, (long?)refreshed["expiry"]);
        await host.RefusedAsync(HttpStatusCode.Unauthorized, "POST", "/v1/auth/refresh", Json(body));
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string?)refreshed["token"]);
        await host.GetAsync("/v1/batches");
    }

    [Fact]
    public async Task Logout_drops_the_token_that_it_came_with_and_no_other()
    {
        using SandboxHost host = new();
        JsonNode other = await LoginAsync(host);
        JsonNode login = await LoginAsync(host);
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string?)login["token"]);

        using HttpResponseMessage answer = await host.Client.PostAsync("/v1/auth/logout", null, TestContext.Current.CancellationToken);

        Assert.Equal("{200 Logged out successfully}", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await host.RefusedAsync(HttpStatusCode.Unauthorized, "GET", "/v1/batches");
        await host.RefusedAsync(HttpStatusCode.Unauthorized, "POST", "/v1/auth/logout");
        host.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string?)other["token"]);
        await host.GetAsync("/v1/batches");
    }

    private static async Task<JsonNode> LoginAsync(SandboxHost host)
    {
        (HttpStatusCode status, JsonNode json) = await host.SendAsync(
            "POST", "/v1/auth/login", Json("{\"email\":\"user@sandbox.example\",\"password\":\"sandbox-password\"}"));
        Assert.Equal(HttpStatusCode.OK, status);
        return json;
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
