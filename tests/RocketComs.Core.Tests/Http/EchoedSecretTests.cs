using RocketComs.Core.Errors;
using RocketComs.Core.Http.Authorization;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>A server or a proxy that repeats the request must not put its credentials into an error.</summary>
public class EchoedSecretTests
{
    private const string Basic = "a2V5OnMzY3IzdC1QYTU1L3dvcmQ=";
    private const string Bearer = "eyJh-b_c.eyJz.dW~I";

    [Theory]
    [InlineData("Authorization: Basic " + Basic, "Authorization: Basic ***")]
    [InlineData("Authorization: Bearer " + Bearer + " was refused", "Authorization: Bearer *** was refused")]
    [InlineData("<pre>authorization: bearer\n" + Bearer + "</pre>", "authorization: bearer ***")]
    [InlineData("Basic training has begun", "Basic training has begun")]
    [InlineData("The bearer of it", "The bearer of it")]
    [InlineData("Basically nothing", "Basically nothing")]
    public async Task Error_body_that_is_no_json_is_shown_without_credentials(string body, string shown)
    {
        using LoopbackServer server = new(WireAnswer.Of(400, body));
        using TestClient client = new(server.BaseUri);
        ApiException exception = await Assert.ThrowsAsync<ApiException>(client.GetAsync);
        Assert.Equal(shown, exception.Body.Message);
        AssertHidden(exception);
    }

    [Theory]
    [InlineData("Authorization: Basic " + Basic, "Authorization: Basic ***")]
    [InlineData("Token 'Bearer " + Bearer + "' has expired", "Token 'Bearer ***' has expired")]
    public async Task Error_message_in_json_is_shown_without_credentials(string message, string shown)
    {
        using LoopbackServer server = new(WireAnswer.Of(401, $$"""{"status":"0401","message":"{{message}}","traceId":"t-1"}"""));
        using TestClient client = new(server.BaseUri);
        ApiException exception = await Assert.ThrowsAsync<ApiException>(client.GetAsync);
        Assert.Equal(new ApiErrorBody("0401", shown, "t-1"), exception.Body);
        AssertHidden(exception);
    }

    [Theory]
    [InlineData("not allowed: Basic " + Basic)]
    [InlineData("[not-allowed:Bearer " + Bearer + "]")]
    [InlineData("{\"a\":tBasic " + Basic + "}")]
    public async Task Parser_that_quotes_what_it_read_is_not_heard(string body)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body));
        using TestClient client = new(server.BaseUri);
        UnexpectedResponseException exception = await Assert.ThrowsAsync<UnexpectedResponseException>(client.GetAsync);
        Assert.Null(exception.InnerException);
        AssertHidden(exception);
    }

    [Theory]
    [InlineData("Basic " + Basic)]
    [InlineData("Bearer " + Bearer)]
    public async Task Answer_that_is_no_json_is_quoted_without_credentials(string header)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, "You sent Authorization: " + header));
        using TestClient client = new(server.BaseUri);
        UnexpectedResponseException exception = await Assert.ThrowsAsync<UnexpectedResponseException>(client.GetAsync);
        Assert.Contains($"'You sent Authorization: {header.Split(' ')[0]} ***'", exception.Message, StringComparison.Ordinal);
        AssertHidden(exception);
    }

    [Fact]
    public async Task Credentials_across_the_end_of_an_excerpt_are_masked_whole()
    {
        using LoopbackServer server = new(WireAnswer.Of(400, new string('x', 180) + " Basic " + Basic));
        using TestClient client = new(server.BaseUri);
        ApiException exception = await Assert.ThrowsAsync<ApiException>(client.GetAsync);
        Assert.Equal(new string('x', 180) + " Basic ***", exception.Body.Message);
    }

    [Theory]
    [InlineData("token=hush-hush")]
    [InlineData("{\"token\":\"hush-hush\"")]
    [InlineData("\"hush-hush\" is your token")]
    public async Task Login_answer_that_is_no_json_is_not_quoted(string body)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, body));
        using TestClient client = new(server.BaseUri, authorization: new PortalAuthorization("admin@example.com", TestClient.Secret, TimeProvider.System));
        UnexpectedResponseException exception = await Assert.ThrowsAsync<UnexpectedResponseException>(client.GetAsync);
        Assert.StartsWith("The answer for the login is not what RocketCOMS documents: it is not JSON.", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", exception.ToString(), StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Login_answer_that_says_no_is_not_quoted()
    {
        using LoopbackServer server = new(WireAnswer.Of(200, """{"status":"0401","message":"hush-hush"}"""));
        using TestClient client = new(server.BaseUri, authorization: new PortalAuthorization("admin@example.com", TestClient.Secret, TimeProvider.System));
        UnexpectedResponseException exception = await Assert.ThrowsAsync<UnexpectedResponseException>(client.GetAsync);
        Assert.Equal("The answer for the login is not what RocketCOMS documents: HTTP reports success, but its status is 0401.", exception.Message);
    }

    private static void AssertHidden(Exception exception)
    {
        Assert.DoesNotContain(Basic, exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", exception.ToString(), StringComparison.Ordinal);
    }
}
