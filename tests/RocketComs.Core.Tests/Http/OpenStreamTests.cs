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
