using System.Net;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Authorization;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>A portal user's token: who logs in, how often, and what becomes of those who wait.</summary>
public class PortalTests
{
    private const string Login = "/v1/auth/login";
    private const string Refresh = "/v1/auth/refresh";

    private readonly LeapingClock _clock = new();
    private int _tokens;

    [Fact]
    public async Task Eight_requests_without_a_token_log_in_once()
    {
        using LoopbackServer server = new(Answer);
        using TestClient client = Connect(server);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.GetAsync()));
        Assert.Equal((1, 0, 8), Counts(server));
    }

    [Fact]
    public async Task Eight_requests_with_a_token_that_has_run_out_renew_it_once()
    {
        using LoopbackServer server = new(Answer);
        using TestClient client = Connect(server);
        await client.GetAsync();
        _clock.Advance(TimeSpan.FromHours(1));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.GetAsync()));
        Assert.Equal((1, 1, 9), Counts(server));
        Assert.All(server.Requests.Where(request => request.Target.Contains("batches", StringComparison.Ordinal)).Skip(1), request => Assert.Equal("Bearer token-2", request.Header("Authorization")));
    }

    [Fact]
    public async Task Eight_requests_whose_token_is_refused_renew_it_once()
    {
        // All eight stand at the server with the old token before one of them is refused.
        TaskCompletionSource all = new();
        int standing = 0;
        using LoopbackServer server = new(request =>
        {
            if (request.Target.StartsWith("/v1/auth", StringComparison.Ordinal) || request.Header("Authorization") != "Bearer token-1")
            {
                return Answer(request);
            }

            if (Interlocked.Increment(ref standing) == 8)
            {
                all.SetResult();
            }

            return WireAnswer.Of(401) with { After = all.Task };
        });
        using TestClient client = Connect(server);
        await client.Transport.AuthorizeAsync(TestClient.Stop);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(client.GetAsync, TestClient.Stop)));
        Assert.Equal((1, 1, 16), Counts(server));
    }

    [Fact]
    public async Task Login_on_the_way_to_a_request_is_told_to_whom_hears_of_the_request()
    {
        using LoopbackServer server = new(Answer);
        using TestClient client = Connect(server);
        System.Collections.Concurrent.ConcurrentQueue<string> heard = new();
        Core.Http.Transport.ListeningTransport transport = new(client.Transport, trace => heard.Enqueue(trace.Request));
        await new Core.Api.BatchesClient(transport, RcParameterPlacement.Query).GetAsync(TestClient.BatchId, TestClient.Stop);
        await client.GetAsync();
        Assert.Equal([$"POST {Login}", $"GET /v1/batches/{TestClient.BatchId}"], heard);
    }

    [Fact]
    public async Task Command_that_stops_while_it_logs_in_does_not_stop_the_one_that_waits_for_it()
    {
        int logins = 0;
        using LoopbackServer server = new(request => request.Target == Login && ++logins == 1 ? WireAnswer.Hang : Answer(request));
        using TestClient client = Connect(server);
        using CancellationTokenSource stop = new();
        Task first = client.Batches.GetAsync(TestClient.BatchId, stop.Token);
        await server.ArrivalAsync();
        Task<RcBatch> second = client.GetAsync();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(TestClient.BatchId, (await second).Id);
        Assert.Equal((2, 0, 1), Counts(server));
    }

    [Fact]
    public async Task Command_that_stops_while_it_waits_does_not_stop_the_one_that_logs_in()
    {
        TaskCompletionSource gate = new();
        using LoopbackServer server = new(request => Answer(request) with { After = request.Target == Login ? gate.Task : null });
        using TestClient client = Connect(server);
        using CancellationTokenSource stop = new();
        Task<RcBatch> first = client.GetAsync();
        Task second = client.Batches.GetAsync(TestClient.BatchId, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        gate.SetResult();
        Assert.Equal(TestClient.BatchId, (await first).Id);
        Assert.Equal((1, 0, 1), Counts(server));
    }

    [Theory]
    [InlineData(401, 401)]
    [InlineData(400, 403)]
    public async Task Refresh_and_login_refused_is_that_refusal(int refresh, int login)
    {
        using LoopbackServer server = new(request => request.Target switch
        {
            Refresh => WireAnswer.Of(refresh),
            Login when _tokens > 0 => WireAnswer.Of(login),
            _ => Answer(request),
        });
        using TestClient client = Connect(server);
        await client.GetAsync();
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(login, (int)(await Assert.ThrowsAsync<ApiException>(client.GetAsync)).StatusCode);
        Assert.Equal((2, 1, 1), Counts(server));
    }

    [Fact]
    public async Task Refresh_that_makes_no_sense_falls_back_to_the_password()
    {
        using LoopbackServer server = new(request => request.Target == Refresh ? WireAnswer.Of(200, "<html>Hello</html>") : Answer(request));
        using TestClient client = Connect(server);
        await client.GetAsync();
        _clock.Advance(TimeSpan.FromHours(1));
        await client.GetAsync();
        Assert.Equal((2, 1, 2), Counts(server));
    }

    [Theory]
    [InlineData("1800000", 1739)]
    [InlineData("\"1800000\"", 1739)]
    [InlineData("60000", 29)]
    [InlineData("0", 239)]
    [InlineData("-1", 239)]
    [InlineData("null", 239)]
    [InlineData("\"soon\"", 239)]
    [InlineData("1e300", 86_339)]
    [InlineData("9223372036854775807", 86_339)]
    public async Task Token_serves_until_it_is_about_to_run_out_whatever_the_expiry(string expiry, int seconds)
    {
        using LoopbackServer server = new(request => request.Target.StartsWith("/v1/auth", StringComparison.Ordinal)
            ? WireAnswer.Of(200, $$"""{"token":"token-{{++_tokens}}","refreshToken":"refresh","expiry":{{expiry}}}""")
            : WireAnswer.Of(200, TestClient.Batch));
        using TestClient client = Connect(server);
        await client.GetAsync();
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        await client.GetAsync();
        Assert.Equal((1, 0, 2), Counts(server));
        _clock.Advance(TimeSpan.FromSeconds(1));
        await client.GetAsync();
        Assert.Equal((1, 1, 3), Counts(server));
    }

    [Theory]
    [InlineData("hush\\r\\nX-Evil: 1")]
    [InlineData("hush hush")]
    [InlineData("hush\\u00e9")]
    [InlineData("hush\\u007f")]
    [InlineData("")]
    public async Task Token_that_can_be_none_is_UnexpectedResponse_and_is_not_shown(string token)
    {
        using LoopbackServer server = new(WireAnswer.Of(200, $$"""{"token":"{{token}}"}"""));
        using TestClient client = Connect(server);
        UnexpectedResponseException exception = await Assert.ThrowsAsync<UnexpectedResponseException>(client.GetAsync);
        Assert.DoesNotContain("hush", exception.ToString(), StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Token_may_have_any_printed_character()
    {
        using LoopbackServer server = new(request => request.Method == "POST" ? WireAnswer.Of(200, """{"token":"!az~"}""") : WireAnswer.Of(200, TestClient.Batch));
        using TestClient client = Connect(server);
        await client.GetAsync();
        Assert.Equal("Bearer !az~", server.Requests[1].Header("Authorization"));
    }

    [Fact]
    public async Task Write_that_meets_a_token_that_was_refused_goes_out_again_with_its_whole_body()
    {
        using LoopbackServer server = new(request => request.Header("Authorization") == "Bearer token-1" ? WireAnswer.Of(401) : Answer(request));
        using TestClient client = Connect(server);
        await client.UpdateAsync();
        WireRequest[] writes = [.. server.Requests.Where(request => request.Method == "PATCH")];
        Assert.Equal(["Bearer token-1", "Bearer token-2"], writes.Select(write => write.Header("Authorization")));
        Assert.All(writes, write => Assert.Contains("Hello", write.Text, StringComparison.Ordinal));
    }

    private static (int Logins, int Refreshes, int Others) Counts(LoopbackServer server)
    {
        List<string> targets = [.. server.Requests.Select(request => request.Target)];
        int logins = targets.Count(target => target == Login);
        int refreshes = targets.Count(target => target == Refresh);
        return (logins, refreshes, targets.Count - logins - refreshes);
    }

    private TestClient Connect(LoopbackServer server) =>
        new(server.BaseUri, authorization: new PortalAuthorization("admin@example.com", TestClient.Secret, _clock), clock: _clock);

    private WireAnswer Answer(WireRequest request) => request.Target.StartsWith("/v1/auth", StringComparison.Ordinal)
        ? WireAnswer.Of(200, $$"""{"token":"token-{{Interlocked.Increment(ref _tokens)}}","refreshToken":"refresh-{{_tokens}}","expiry":1800000}""")
        : WireAnswer.Of((int)HttpStatusCode.OK, TestClient.Batch);
}
