#if NET8_0_OR_GREATER
using System.Net.Sockets;

namespace RocketComs.Core.Http.Streams;

/// <summary>
/// The open sockets of a client: connecting, in use, or kept. HTTP lets a connection that is being made live on for five seconds
/// after the request that wanted it was stopped, and keeps it if it comes about. Whoever knows that nobody wants it closes it here.
/// </summary>
/// <param name="isForWrites">Whether a socket takes few bytes more than are on their way, so that it shows how an upload gets on.</param>
internal sealed class SocketSet(bool isForWrites)
{
    // By default a system takes megabytes off a sender at once, and whether they go is not seen for minutes. A short buffer for all that is not
    // acknowledged would show it too, but hold a fast and long way up: with 32 KB, 4 MB took ten times as long over a round trip of 100 ms.
    private const int MostUnsent = 32 * 1024;
    private const int BufferWithoutLimit = 128 * 1024;
    private const int TcpLevel = 6;
    private const int TcpNotSentLowWater = 25;

    private readonly HashSet<Socket> _open = [];

    /// <summary>Connects as <see cref="SocketsHttpHandler"/> itself does, and remembers the socket until it is closed.</summary>
    /// <param name="context">Where to: the platform or a proxy.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="SocketException">Nobody answers there.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        lock (_open)
        {
            _open.Add(socket);
        }

        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken).ConfigureAwait(false);

            // Not before: .NET 8 tries no second address, and so no name, with a socket that has an option of the system's own.
            if (isForWrites)
            {
                LimitUnsent(socket);
            }

            return new OpenStream(socket, this);
        }
        catch
        {
            Forget(socket);
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Closes all sockets, at whatever stage they are.</summary>
    public void CloseAll()
    {
        lock (_open)
        {
            foreach (Socket socket in _open.ToArray())
            {
                socket.Dispose();
            }

            _open.Clear();
        }
    }

    // Linux alone has a limit for what is not sent yet that a write obeys.
    private static void LimitUnsent(Socket socket)
    {
        if (!OperatingSystem.IsLinux())
        {
            socket.SendBufferSize = BufferWithoutLimit;
            return;
        }

        try
        {
            socket.SetRawSocketOption(TcpLevel, TcpNotSentLowWater, BitConverter.GetBytes(MostUnsent));
        }
        catch (SocketException)
        {
            // A system that only looks like Linux.
            socket.SendBufferSize = BufferWithoutLimit;
        }
    }

    private void Forget(Socket socket)
    {
        lock (_open)
        {
            _open.Remove(socket);
        }
    }

    /// <summary>The stream of a socket that is remembered until it is closed.</summary>
    /// <param name="socket">The socket, connected.</param>
    /// <param name="set">Who remembers it.</param>
    internal sealed class OpenStream(Socket socket, SocketSet set) : NetworkStream(socket, ownsSocket: true)
    {
        // Set before the base is made, which fails for a socket that was closed meanwhile: what is left of it is finalized all the same, and an
        // error there ends the process.
        private readonly SocketSet _set = set;
        private readonly Socket _socket = socket;

        protected override void Dispose(bool disposing)
        {
            _set.Forget(_socket);
            base.Dispose(disposing);
        }
    }
}
#endif
