using System.Net;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Authorization;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>What an answer to a write says about the batch: nothing is claimed that the platform does not say.</summary>
public class WriteAdviceTests
{
    private const string FindOut = $"Get-RcBatch {TestClient.BatchId}";

    [Theory]
    [InlineData(500)]
    [InlineData(501)]
    [InlineData(503)]
    public async Task Error_inside_the_platform_on_a_write_advises_to_find_out(int status)
    {
        using LoopbackServer server = new(WireAnswer.Of(status));
        using TestClient client = new(server.BaseUri, retries: 1);
        ApiException update = await Assert.ThrowsAsync<ApiException>(() => client.UpdateAsync());
        ApiException removal = await Assert.ThrowsAsync<ApiException>(client.RemoveAsync);
        Assert.Equal(
            ($"Run '{FindOut}': UpdatedAt and Status tell whether the update arrived. Only while it is CREATED send it again.", $"Run '{FindOut}': if it is not found, it was removed."),
            (update.RecommendedAction, removal.RecommendedAction));
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Error_inside_the_platform_on_a_read_advises_to_try_later(int status)
    {
        using LoopbackServer server = new(WireAnswer.Of(status));
        using TestClient client = new(server.BaseUri, retries: 0);
        Assert.Equal("Try again later.", (await Assert.ThrowsAsync<ApiException>(client.GetAsync)).RecommendedAction);
    }

    [Theory]
    [InlineData(401, "Check the e-mail address and the password of the portal user.")]
    [InlineData(404, "Check the base URI: scheme and host of the account, without /v1.")]
    public async Task Refused_login_advises_on_the_login(int status, string advice)
    {
        using LoopbackServer server = new(WireAnswer.Of(status));
        PortalAuthorization portal = new("a@example.com", TestClient.Secret, TimeProvider.System);
        using TestClient client = new(server.BaseUri, authorization: portal);
        Assert.Equal(advice, (await Assert.ThrowsAsync<ApiException>(client.GetAsync)).RecommendedAction);
    }

    [Theory]
    [InlineData(400, "Correct what the message names.", "Correct what the message names; nothing was changed.")]
    [InlineData(
        404,
        "Check the id, and that it belongs to the account of this connection. If no id was given: check the base URI, which goes without /v1.",
        "Check the id, and that it belongs to the account of this connection. If no id was given: check the base URI, which goes without /v1.")]
    public async Task Refusal_is_advised_on_by_what_was_asked(int status, string read, string write)
    {
        using LoopbackServer server = new(WireAnswer.Of(status));
        using TestClient client = new(server.BaseUri, retries: 0);
        Assert.Equal(read, (await Assert.ThrowsAsync<ApiException>(client.GetAsync)).RecommendedAction);
        Assert.Equal(write, (await Assert.ThrowsAsync<ApiException>(() => client.UpdateAsync())).RecommendedAction);
    }

    [Fact]
    public async Task Unavailable_with_Retry_After_to_the_last_try_says_that_it_did_nothing()
    {
        using LoopbackServer server = new(WireAnswer.Of(503, "", "Retry-After: 0"));
        using TestClient client = new(server.BaseUri, retries: 2);
        ApiException exception = await Assert.ThrowsAsync<ApiException>(() => client.UpdateAsync());
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, "RocketCOMS is busy and did nothing. Try again later.", 3),
            (exception.StatusCode, exception.RecommendedAction, server.Requests.Length));
    }

    [Theory]
    [InlineData(520)]
    [InlineData(521)]
    [InlineData(522)]
    [InlineData(523)]
    [InlineData(524)]
    public async Task Status_of_a_gateway_that_lost_the_platform_is_OutcomeUnknown_on_a_write_and_an_ApiException_on_a_read(int status)
    {
        using LoopbackServer server = new(WireAnswer.Of(status, "<html>lost</html>"));
        using TestClient client = new(server.BaseUri, retries: 0);
        OutcomeUnknownException exception = await Assert.ThrowsAsync<OutcomeUnknownException>(() => client.UpdateAsync());
        Assert.Contains($"HTTP {status}", exception.Message, StringComparison.Ordinal);
        Assert.Contains(FindOut, exception.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode)status, (await Assert.ThrowsAsync<ApiException>(client.GetAsync)).StatusCode);
    }

    [Theory]
    [InlineData(519)]
    [InlineData(525)]
    public async Task Status_beside_those_of_a_gateway_is_an_ApiException_that_advises_to_find_out(int status)
    {
        using LoopbackServer server = new(WireAnswer.Of(status));
        using TestClient client = new(server.BaseUri, retries: 0);
        Assert.Contains(FindOut, (await Assert.ThrowsAsync<ApiException>(() => client.UpdateAsync())).RecommendedAction, StringComparison.Ordinal);
    }
}
