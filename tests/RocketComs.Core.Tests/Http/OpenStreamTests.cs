#if !NETSTANDARD_LAYOUT
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using RocketComs.Core.Http.Streams;
using Xunit;

namespace RocketComs.Core.Tests.Http;

/// <summary>A socket that is closed, as by a stop, at the very moment when it is connected.</summary>
public sealed class OpenStreamTests
{
    [Fact]
    public void Stream_that_cannot_be_made_is_finalized_without_ending_the_process()
    {
        Make();

        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Socket_for_writes_takes_32_KB_more_than_are_on_their_way_and_none_waits_for_more_to_send(bool isForWrites)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "No other system has such a limit.");
        using LoopbackServer server = new(WireAnswer.Of(200));
        SocketSet set = new(isForWrites);
        Socket? socket = null;
        using SocketsHttpHandler handler = new()
        {
            ConnectCallback = async (context, stop) =>
            {
                NetworkStream stream = (NetworkStream)await set.ConnectAsync(context, stop);
                socket = stream.Socket;
                return stream;
            },
        };
        using HttpClient client = new(handler);
        await client.GetAsync(server.BaseUri, TestClient.Stop);

        byte[] limit = new byte[sizeof(int)];
        socket!.GetRawSocketOption(6, 25, limit);
        Assert.Equal((true, isForWrites), (socket.NoDelay, BitConverter.ToInt32(limit) == 32 * 1024));
        set.CloseAll();
        Assert.True(socket.SafeHandle.IsClosed);
    }

    // On its own, so that nothing holds what is left of it.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Make()
    {
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
        SocketSet set = new(isForWrites: false);

        Assert.ThrowsAny<IOException>(() => new SocketSet.OpenStream(socket, set));
        socket.Dispose();
    }
}
#endif
