using System.Net;
using System.Text;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Authorization;
using RocketComs.Core.Http.Transport;
using Xunit;

namespace RocketComs.Core.Tests.Http;

public class AuthorizationTests
{
    private const string Email = "admin@example.com";

    [Fact]
    public async Task Api_key_is_Basic_and_every_request_has_its_headers()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, TestClient.Batch));
        using TestClient client = new(server.BaseUri, authorization: HeaderAuthorization.ApiKey("ключ", "a:b"));
        await client.GetAsync();
        WireRequest request = Assert.Single(server.Requests);
        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("ключ:a:b")), request.Header("Authorization"));
        Assert.Equal(("RocketComs.Core", "application/json", ""), (request.Header("User-Agent"), request.Header("Accept"), request.Header("Cookie")));
    }

    [Fact]
    public async Task Cookie_that_a_server_sets_does_not_come_back()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, TestClient.Batch, "Set-Cookie: session=1; Path=/"));
        using TestClient client = new(server.BaseUri);
        await client.GetAsync();
        await client.GetAsync();
        await client.RemoveAsync();
        Assert.All(server.Requests, request => Assert.Equal("", request.Header("Cookie")));
    }

    [Fact]
    public async Task Access_token_is_Bearer()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, TestClient.Batch));
        using TestClient client = new(server.BaseUri, authorization: HeaderAuthorization.AccessToken("t0ken"));
        await client.RemoveAsync();
        Assert.Equal("Bearer t0ken", server.Requests[0].Header("Authorization"));
    }

    [Fact]
    public async Task Portal_user_logs_in_once_and_renews_once_after_a_401()
    {
        using LoopbackServer server = new(Portal(request => request.Header("Authorization") == "Bearer token-2" ? WireAnswer.Of(200, TestClient.Batch) : WireAnswer.Of(401)));
        using TestClient client = Connect(server);
        await client.UpdateAsync();
        await client.GetAsync();
        Assert.Equal(
            [
                ("POST", "/v1/auth/login", ""), ("PATCH", "/v1/batches", "Bearer token-1"), ("POST", "/v1/auth/refresh", ""),
                ("PATCH", "/v1/batches", "Bearer token-2"), ("GET", "/v1/batches", "Bearer token-2"),
            ],
            Calls(server));
        Assert.Equal("""{"email":"admin@example.com","password":"s3cr3t-Pa55/word"}""", server.Requests[0].Text);
        Assert.Equal("""{"token":"refresh-1"}""", server.Requests[2].Text);
        Assert.Equal("application/json", server.Requests[0].Header("Content-Type"));
    }

    [Fact]
    public async Task Second_401_after_renewal_is_the_end()
    {
        using LoopbackServer server = new(Portal(_ => WireAnswer.Of(401)));
        using TestClient client = Connect(server);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Assert.ThrowsAsync<ApiException>(client.GetAsync)).StatusCode);
        Assert.Equal(["POST", "GET", "POST", "GET"], server.Requests.Select(request => request.Method));
    }

    [Theory]
    [InlineData(1738, 0)]
    [InlineData(1741, 1)]
    public async Task Token_is_renewed_a_minute_before_it_expires(int seconds, int renewals)
    {
        using LoopbackServer server = new(Portal(_ => WireAnswer.Of(200, TestClient.Batch)));
        using TestClient client = Connect(server);
        await client.GetAsync();
        client.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await client.GetAsync();
        Assert.Equal(renewals, server.Requests.Count(request => request.Target == "/v1/auth/refresh"));
    }

    [Fact]
    public async Task Lapsed_refresh_token_falls_back_to_the_password()
    {
        Func<WireRequest, WireAnswer> portal = Portal(_ => WireAnswer.Of(200, TestClient.Batch));
        using LoopbackServer server = new(request => request.Target == "/v1/auth/refresh" ? WireAnswer.Of(401) : portal(request));
        using TestClient client = Connect(server);
        await client.GetAsync();
        client.Clock.Advance(TimeSpan.FromHours(1));
        await client.GetAsync();
        Assert.Equal(["/v1/auth/login", "/v1/batches", "/v1/auth/refresh", "/v1/auth/login", "/v1/batches"], Calls(server).Select(call => call.Path));
    }

    [Fact]
    public async Task Wrong_password_shows_when_authorizing()
    {
        using LoopbackServer server = new(WireAnswer.Of(401, """{"status":"0401","message":"Bad credentials"}"""));
        using TestClient client = Connect(server);
        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => client.Transport.AuthorizeAsync(TestClient.Stop));
        Assert.Equal((HttpStatusCode.Unauthorized, "0401"), (exception.StatusCode, exception.Body.Status));
        Assert.DoesNotContain(TestClient.Secret, exception.ToString(), StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Login_without_a_token_is_UnexpectedResponse()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, """{"expiry":1}"""));
        using TestClient client = Connect(server);
        await Assert.ThrowsAsync<UnexpectedResponseException>(client.GetAsync);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(302)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(200)]
    [InlineData(0)]
    public async Task Secrets_appear_in_no_exception(int status)
    {
        using LoopbackServer server = new(status == 0 ? WireAnswer.Drop : WireAnswer.Of(status, "<html>Oops</html>"));
        string basic = Convert.ToBase64String(Encoding.UTF8.GetBytes("key:" + TestClient.Secret));
        foreach (IAuthorization authorization in (IAuthorization[])
            [HeaderAuthorization.ApiKey("key", TestClient.Secret), HeaderAuthorization.AccessToken(TestClient.Secret), new PortalAuthorization(Email, TestClient.Secret, new LeapingClock())])
        {
            using TestClient client = new(server.BaseUri, retries: 0, authorization: authorization);
            List<Exception> errors = [await Assert.ThrowsAnyAsync<RocketComsException>(client.GetAsync), await Assert.ThrowsAnyAsync<RocketComsException>(() => client.UpdateAsync())];
            Assert.All(errors, error =>
            {
                string text = error + ((RocketComsException)error).RecommendedAction;
                Assert.DoesNotContain(TestClient.Secret, text, StringComparison.Ordinal);
                Assert.DoesNotContain(basic, text, StringComparison.Ordinal);
                Assert.DoesNotContain("Hello", text, StringComparison.Ordinal);
            });
        }
    }

    private static TestClient Connect(LoopbackServer server)
    {
        LeapingClock clock = new();
        return new TestClient(server.BaseUri, authorization: new PortalAuthorization(Email, TestClient.Secret, clock), clock: clock);
    }

    private static (string Method, string Path, string Authorization)[] Calls(LoopbackServer server) =>
        [.. server.Requests.Select(request => (request.Method, request.Target.Split('?')[0].Replace("/" + TestClient.BatchId, "", StringComparison.Ordinal), request.Header("Authorization")))];

    private static Func<WireRequest, WireAnswer> Portal(Func<WireRequest, WireAnswer> rest)
    {
        int tokens = 0;
        return request => request.Target.StartsWith("/v1/auth/", StringComparison.Ordinal)
            ? WireAnswer.Of(200, $$"""{"token":"token-{{++tokens}}","refreshToken":"refresh-{{tokens}}","expiry":1800000}""")
            : rest(request);
    }
}
