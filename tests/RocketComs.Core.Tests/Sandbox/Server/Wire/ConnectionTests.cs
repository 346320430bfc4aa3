using System.Globalization;
using RocketComs.Sandbox.Server.Wire;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Server.Wire;

public sealed class ConnectionTests
{
    private const string Get = "GET /a?b=c HTTP/1.1\r\nHost: x\r\n\r\n";

    [Fact]
    public async Task Answer_has_date_server_type_and_length()
    {
        using EchoServer server = new();
        using RawClient client = await server.ConnectAsync();

        await client.SendAsync(Get);
        (string status, var headers, string body) = await client.ReadAnswerAsync();

        Assert.Equal("HTTP/1.1 200 OK", status);
        Assert.Equal("GET /a?b=c []", body);
        Assert.Equal(["Date", "Server", "Content-Type", "Content-Length"], headers.Keys);
        Assert.Equal(("RocketComs.Sandbox", "text/plain; charset=utf-8", "13"), (headers["Server"], headers["Content-Type"], headers["Content-Length"]));
        Assert.True(DateTimeOffset.TryParseExact(headers["Date"], "R", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
    }

    [Fact]
    public async Task Connection_is_kept_for_the_next_request()
    {
        using EchoServer server = new();
        using RawClient client = await server.ConnectAsync();

        for (int i = 0; i < 3; i++)
        {
            await client.SendAsync($"POST /{i} HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc");
            Assert.Equal($"POST /{i} [abc]", (await client.ReadAnswerAsync()).Body);
        }

        Assert.Equal((1, 1, 1), (server.Connections.Accepted, server.Connections.Open, server.Connections.MostOpen));
    }

    [Fact]
    public async Task Requests_sent_in_advance_are_answered_in_order()
    {
        using EchoServer server = new();
        using RawClient client = await server.ConnectAsync();

        await client.SendAsync("POST /1 HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc" + Get + "\r\n" + Get.Replace("GET", "PUT", StringComparison.Ordinal));

        Assert.Equal("POST /1 [abc]", (await client.ReadAnswerAsync()).Body);
        Assert.Equal("GET /a?b=c []", (await client.ReadAnswerAsync()).Body);
        Assert.Equal("PUT /a?b=c []", (await client.ReadAnswerAsync()).Body);
    }

    [Fact]
    public async Task Head_gets_the_length_without_the_body()
    {
        using EchoServer server = new();
        using RawClient client = await server.ConnectAsync();

        await client.SendAsync("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n" + Get);

        Assert.Equal("9", (await client.ReadAnswerAsync(hasBody: false)).Headers["Content-Length"]);
        Assert.Equal("GET /a?b=c []", (await client.ReadAnswerAsync()).Body);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\nConnection: foo, CLOSE\r\n\r\n")]
    [InlineData("GET / HTTP/1.0\r\n\r\n")]
    public async Task Last_request_is_answered_and_the_connection_closed(string request)
    {
        using EchoServer server = new();
        using RawClient client = await server.ConnectAsync();

        await client.SendAsync(request);

        Assert.Equal("close", (await client.ReadAnswerAsync()).Headers["Connection"]);
        Assert.Equal((string.Empty, false), await client.ReadToEndAsync());
    }

    [Fact]
    public async Task Client_that_only_listens_any_more_gets_its_answer()
    {
        using EchoServer server = new();
        using RawClient client = await server.ConnectAsync();

        await client.SendAsync(Get);
        client.FinishSending();

        Assert.Equal("GET /a?b=c []", (await client.ReadAnswerAsync()).Body);
        Assert.Equal((string.Empty, false), await client.ReadToEndAsync());
    }

    [Fact]
    public async Task Many_connections_at_once_are_all_served_and_counted()
    {
        const int Count = 200;
        using EchoServer server = new();
        RawClient[] clients = await Task.WhenAll(Enumerable.Range(0, Count).Select(_ => server.ConnectAsync()));

        string[] bodies = await Task.WhenAll(clients.Select(async (client, index) =>
        {
            await client.SendAsync($"GET /{index} HTTP/1.1\r\nHost: x\r\n\r\n");
            return (await client.ReadAnswerAsync()).Body;
        }));

        Assert.Equal(Enumerable.Range(0, Count).Select(index => $"GET /{index} []"), bodies);
        Assert.Equal((Count, Count, Count), (server.Connections.Accepted, server.Connections.Open, server.Connections.MostOpen));
        Array.ForEach(clients, client => client.Dispose());
    }

    [Fact]
    public async Task Stop_resets_connections_that_wait_for_an_answer_and_those_that_are_idle()
    {
        using SemaphoreSlim entered = new(0);
        TaskCompletionSource leave = new();
        using WireServer server = WireServer.Start(0, async exchange =>
        {
            entered.Release();
            await leave.Task;
            await exchange.AnswerAsync(WireAnswer.Text(200, "too late"));
        });
        using RawClient idle = await RawClient.ConnectAsync(server.BaseUri);
        using RawClient busy = await RawClient.ConnectAsync(server.BaseUri);
        await busy.SendAsync(Get);
        await entered.WaitAsync(TestContext.Current.CancellationToken);

        server.Dispose();
        server.Dispose();

        Assert.Equal((string.Empty, true), await busy.ReadToEndAsync());
        Assert.Equal(string.Empty, (await idle.ReadToEndAsync()).Text);
        Assert.False(server.IsRunning);
        leave.SetResult();
    }

    [Fact]
    public async Task Exchange_that_fails_resets_its_connection_only()
    {
        using WireServer server = WireServer.Start(0, exchange => exchange.Head.Target == "/bad"
            ? throw new InvalidOperationException("a fault in the serving")
            : exchange.AnswerAsync(WireAnswer.Text(200, "good")));
        using RawClient bad = await RawClient.ConnectAsync(server.BaseUri);
        await bad.SendAsync("GET /bad HTTP/1.1\r\nHost: x\r\n\r\n");

        Assert.Equal((string.Empty, true), await bad.ReadToEndAsync());
        using RawClient good = await RawClient.ConnectAsync(server.BaseUri);
        await good.SendAsync(Get);
        Assert.Equal("good", (await good.ReadAnswerAsync()).Body);
    }
}
