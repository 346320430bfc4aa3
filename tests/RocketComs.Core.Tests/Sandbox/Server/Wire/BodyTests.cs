using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Server.Wire;

public sealed class BodyTests
{
    private const string Chunked = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: Chunked\r\n\r\n";

    [Theory]
    [InlineData("0\r\n\r\n", "")]
    [InlineData("3\r\nabc\r\n0\r\n\r\n", "abc")]
    [InlineData("3\r\nabc\r\n0A\r\n0123456789\r\n0\r\n\r\n", "abc0123456789")]
    [InlineData("3;name=\"value\"\r\nabc\r\n000;last\r\n\r\n", "abc")]
    [InlineData("1\r\na\r\n0\r\nX-Trailer: one\r\nX-Other: two\r\n\r\n", "a")]
    public async Task Chunks_are_put_together_and_the_next_request_begins_behind_them(string chunks, string expected)
    {
        using EchoServer server = new();
        using RawClient client = await server.ConnectAsync();

        await client.SendAsync(Chunked + chunks + "GET /next HTTP/1.1\r\nHost: x\r\n\r\n");

        Assert.Equal($"POST / [{expected}]", (await client.ReadAnswerAsync()).Body);
        Assert.Equal("GET /next []", (await client.ReadAnswerAsync()).Body);
    }

    [Theory]
    [InlineData("x\r\nabc\r\n0\r\n\r\n")]
    [InlineData("\r\nabc\r\n0\r\n\r\n")]
    [InlineData("-3\r\nabc\r\n0\r\n\r\n")]
    [InlineData("0x3\r\nabc\r\n0\r\n\r\n")]
    [InlineData("ffffffffffffffff\r\nabc\r\n0\r\n\r\n")]
    [InlineData("fffffffffffffffff\r\nabc\r\n0\r\n\r\n")]
    [InlineData("2\r\nabc\r\n0\r\n\r\n")]
    [InlineData("3\r\nabcdef\r\n0\r\n\r\n")]
    public async Task Chunk_that_is_broken_is_refused_and_the_connection_closed(string chunks)
    {
        using EchoServer server = new();
        using RawClient client = await server.ConnectAsync();

        await client.SendAsync(Chunked + chunks);

        Assert.Equal("HTTP/1.1 400 Bad Request", (await client.ReadAnswerAsync()).Status);
        Assert.Equal((string.Empty, false), await client.ReadToEndAsync());
    }

    [Fact]
    public async Task Endless_size_line_and_endless_trailers_are_refused()
    {
        using EchoServer server = new();
        using RawClient size = await server.ConnectAsync();
        using RawClient trailers = await server.ConnectAsync();

        await size.SendAsync(Chunked + "1;" + new string('x', 5_000));
        await trailers.SendAsync(Chunked + "0\r\nX-Long: " + new string('x', 70_000));

        Assert.Equal("HTTP/1.1 400 Bad Request", (await size.ReadAnswerAsync()).Status);
        Assert.Equal("HTTP/1.1 431 Request Header Fields Too Large", (await trailers.ReadAnswerAsync()).Status);
    }

    [Fact]
    public async Task Client_that_waits_for_100_is_told_to_go_on()
    {
        using EchoServer server = new();
        using RawClient client = await server.ConnectAsync();

        await client.SendAsync("PUT / HTTP/1.1\r\nHost: x\r\nExpect: 100-Continue\r\nContent-Length: 4\r\n\r\n");
        Assert.Equal("HTTP/1.1 100 Continue\r\n\r\n", await client.ReadHeadAsync());
        await client.SendAsync("body");

        Assert.Equal("PUT / [body]", (await client.ReadAnswerAsync()).Body);
    }

    [Fact]
    public async Task Body_over_the_limit_is_refused_with_413_before_it_is_sent()
    {
        using EchoServer server = new();
        using RawClient client = await server.ConnectAsync();

        await client.SendAsync($"PUT / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: {EchoServer.MostBodyBytes + 1}\r\n\r\n");
        (string status, var headers, _) = await client.ReadAnswerAsync();

        Assert.Equal("HTTP/1.1 413 Content Too Large", status);
        Assert.Equal("close", headers["Connection"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_over_the_limit_is_refused_with_413_while_it_is_sent(bool isChunked)
    {
        using EchoServer server = new();
        using RawClient client = await server.ConnectAsync();
        string block = new('x', 60_000);

        if (isChunked)
        {
            await client.SendAsync($"{Chunked}EA60\r\n{block}\r\nEA60\r\n{block}\r\n0\r\n\r\n");
        }
        else
        {
            await client.SendAsync($"PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 120000\r\n\r\n{block}{block}");
        }

        Assert.Equal("HTTP/1.1 413 Content Too Large", (await client.ReadAnswerAsync()).Status);
        Assert.Equal((string.Empty, false), await client.ReadToEndAsync());
    }

    [Fact]
    public async Task Body_of_exactly_the_limit_is_read()
    {
        using EchoServer server = new();
        using RawClient client = await server.ConnectAsync();
        string body = new('x', EchoServer.MostBodyBytes);

        await client.SendAsync($"PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: {body.Length}\r\n\r\n{body}");

        Assert.Equal($"PUT / [{body}]", (await client.ReadAnswerAsync()).Body);
    }

    [Theory]
    [InlineData("PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc")]
    [InlineData(Chunked + "5\r\nabc")]
    [InlineData(Chunked + "3\r\nabc\r\n")]
    [InlineData(Chunked + "0\r\nX-Trailer: one\r\n")]
    public async Task Body_that_ends_in_the_middle_is_not_answered(string request)
    {
        using EchoServer server = new();
        using RawClient client = await server.ConnectAsync();

        await client.SendAsync(request);
        client.FinishSending();

        Assert.Equal(string.Empty, (await client.ReadToEndAsync()).Text);
    }
}
