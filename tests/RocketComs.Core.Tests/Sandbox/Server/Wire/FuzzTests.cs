using System.Text;
using Xunit;

namespace RocketComs.Core.Tests.Sandbox.Server.Wire;

public sealed class FuzzTests
{
    private static readonly string[] s_pieces =
    [
        "GET ", "POST ", "/", "*", " HTTP/1.1", " HTTP/1.0", "\r\n", "\r\n\r\n", "\n", "\r", "Host: x\r\n", "Content-Length: 3\r\n", "Content-Length: 9999999\r\n",
        "Transfer-Encoding: chunked\r\n", "Expect: 100-continue\r\n", "Connection: close\r\n", "3\r\nabc\r\n", "0\r\n\r\n", "7fffffffffffffff\r\n", ":", " ", "\0", "\u00ff", "abc",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whatever_is_sent_the_next_client_is_served(int seed)
    {
        Random random = new(seed);
        using SandboxHost host = new();
        for (int round = 0; round < 100; round++)
        {
            using RawClient client = await RawClient.ConnectAsync(host.Server.BaseUri);
            try
            {
                await client.SendAsync(round % 2 == 0 ? Pieces(random) : Noise(random));
                client.FinishSending();
                (string text, _) = await client.ReadToEndAsync();
                Assert.Matches("^(HTTP/1.1 [1345]|$)", text);
            }
            catch (Exception fault) when (fault is IOException or System.Net.Sockets.SocketException)
            {
                // The sandbox was faster to hang up.
            }
        }

        await host.GetAsync("/v1/batches");
        Assert.Equal("GET", host.Server.Requests[^1].Method);
        Assert.Equal(101, host.Server.ConnectionCount);
    }

    private static string Pieces(Random random)
    {
        StringBuilder text = new();
        for (int count = random.Next(1, 30); count > 0; count--)
        {
            text.Append(s_pieces[random.Next(s_pieces.Length)]);
        }

        return text.ToString();
    }

    private static string Noise(Random random)
    {
        byte[] bytes = new byte[random.Next(1, 2000)];
        random.NextBytes(bytes);
        return Encoding.Latin1.GetString(bytes);
    }
}
