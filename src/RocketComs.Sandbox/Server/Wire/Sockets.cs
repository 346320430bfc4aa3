using System.Net.Sockets;

namespace RocketComs.Sandbox.Server.Wire;

/// <summary>What sockets do only when they are asked in the right way.</summary>
internal static class Sockets
{
    /// <summary>Closes with a reset instead of a goodbye, whatever is still under way. Does nothing to a closed one.</summary>
    public static void Reset(Socket socket)
    {
        try
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // Gone already.
        }

        socket.Dispose();
    }

    /// <summary>
    /// Ends when something arrives: <see langword="true"/> when the client has closed or reset the connection,
    /// <see langword="false"/> when it has sent more. Takes no byte away.
    /// </summary>
    public static async Task<bool> IsGoneAsync(Socket socket)
    {
        try
        {
            // A read of nothing waits like any other.
            await socket.ReceiveAsync(new ArraySegment<byte>([]), SocketFlags.None).ConfigureAwait(false);
            return socket.Available == 0;
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            return true;
        }
    }
}
