using System.Net.Sockets;

namespace RocketComs.Sandbox.Server.Wire;

/// <summary>Resets a socket, and notices that its client has gone.</summary>
internal static class Sockets
{
    /// <summary>Closes with a reset, whatever is still under way. Does nothing when the socket is closed already.</summary>
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
    /// <see langword="false"/> when it has sent more. Consumes nothing.
    /// </summary>
    public static async Task<bool> IsGoneAsync(Socket socket)
    {
        try
        {
            // Even a read of zero bytes waits for data, but it may also end for bytes that were read before.
            do
            {
                await socket.ReceiveAsync(new ArraySegment<byte>([]), SocketFlags.None).ConfigureAwait(false);
            }
            while (!socket.Poll(0, SelectMode.SelectRead));

            return socket.Available == 0;
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            return true;
        }
    }
}
