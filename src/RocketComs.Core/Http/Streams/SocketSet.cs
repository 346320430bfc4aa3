#if NET8_0_OR_GREATER
using System.Net.Sockets;

namespace RocketComs.Core.Http.Streams;

/// <summary>
/// The open sockets of a client: connecting, in use, or kept. HTTP lets a connection that is being made live on for five seconds
/// after the request that wanted it was stopped, and keeps it if it comes about. Whoever knows that nobody wants it closes it here.
/// </summary>
/// <param name="sendBufferLength">How many bytes a socket takes before they are read on the other side; <see langword="null"/> leaves it to the system.</param>
internal sealed class SocketSet(int? sendBufferLength)
{
    private readonly HashSet<Socket> _open = [];

    /// <summary>Connects as <see cref="SocketsHttpHandler"/> itself does, and remembers the socket until it is closed.</summary>
    /// <param name="context">Where to: the platform or a proxy.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="SocketException">Nobody answers there.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (sendBufferLength is { } length)
        {
            socket.SendBufferSize = length;
        }

        lock (_open)
        {
            _open.Add(socket);
        }

        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken).ConfigureAwait(false);
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

    private void Forget(Socket socket)
    {
        lock (_open)
        {
            _open.Remove(socket);
        }
    }

    private sealed class OpenStream : NetworkStream
    {
        private readonly SocketSet _set;

        public OpenStream(Socket socket, SocketSet set)
            : base(socket, ownsSocket: true) => _set = set;

        protected override void Dispose(bool disposing)
        {
            _set.Forget(Socket);
            base.Dispose(disposing);
        }
    }
}
#endif
