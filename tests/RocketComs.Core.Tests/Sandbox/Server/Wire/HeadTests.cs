using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Server.Wire;

public sealed class HeadTests
{
    [Theory]
    [InlineData("nonsense\r\n\r\n", 400)]
    [InlineData("GET /\r\n\r\n", 400)]
    [InlineData("GET  / HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("G(T / HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("GET /\u00e9 HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost : x\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\nA: b\rc\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501)]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\nExpect: 200-ok\r\nContent-Length: 1\r\n\r\n1", 417)]
    [InlineData("GET / HTTP/2.0\r\nHost: x\r\n\r\n", 505)]
    public async Task Head_that_is_none_is_refused_and_the_connection_closed(string head, int expected)
    {
        using EchoServer server = new();
        using RawClient client = await server.ConnectAsync();

        await client.SendAsync(head);
        (string status, var headers, _) = await client.ReadAnswerAsync();

        Assert.StartsWith($"HTTP/1.1 {expected} ", status, StringComparison.Ordinal);
        Assert.Equal("close", headers["Connection"]);
        Assert.Equal((string.Empty, false), await client.ReadToEndAsync());
    }

    [Fact]
    public async Task Head_over_64_KB_is_refused_with_431_while_more_of_it_comes()
    {
        using EchoServer server = new();
        using RawClient client = await server.ConnectAsync();

        await client.SendAsync("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + new string('x', 200_000));

        Assert.Equal("HTTP/1.1 431 Request Header Fields Too Large", (await client.ReadAnswerAsync()).Status);
    }

    [Fact]
    public async Task Head_of_just_under_64_KB_is_read()
    {
        using EchoServer server = new();
        using RawClient client = await server.ConnectAsync();

        await client.SendAsync("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + new string('x', 65_000) + "\r\n\r\n");

        Assert.Equal("HTTP/1.1 200 OK", (await client.ReadAnswerAsync()).Status);
    }

    [Fact]
    public async Task Head_with_bare_line_feeds_is_read()
    {
        using EchoServer server = new();
        using RawClient client = await server.ConnectAsync();

        await client.SendAsync("GET /lf HTTP/1.1\nHost: x\n\n");

        Assert.Equal("GET /lf []", (await client.ReadAnswerAsync()).Body);
    }

    [Fact]
    public async Task Head_that_arrives_byte_by_byte_is_read()
    {
        using EchoServer server = new();
        using RawClient client = await server.ConnectAsync();

        foreach (char sign in "PUT /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nok")
        {
            await client.SendAsync(sign.ToString());
        }

        Assert.Equal("PUT /slow [ok]", (await client.ReadAnswerAsync()).Body);
    }

    [Fact]
    public async Task Head_that_ends_in_the_middle_is_not_answered()
    {
        using EchoServer server = new();
        using RawClient client = await server.ConnectAsync();

        await client.SendAsync("GET / HTTP/1.1\r\nHo");
        client.FinishSending();

        Assert.Equal(string.Empty, (await client.ReadToEndAsync()).Text);
    }
}
