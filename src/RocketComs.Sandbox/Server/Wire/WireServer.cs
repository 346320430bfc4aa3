using System.Net;
using System.Net.Sockets;

namespace RocketComs.Sandbox.Server.Wire;

/// <summary>
/// An HTTP/1.1 server on 127.0.0.1 that can also do what a server must not: drop a connection at any point, read and write
/// slowly, break its word about a length. There is no time limit on a connection: a test's debugger may stand in between.
/// </summary>
internal sealed class WireServer : IDisposable
{
    private static readonly TimeSpan s_pauseAfterFault = TimeSpan.FromMilliseconds(10);

    private readonly TcpListener _listener;
    private readonly Func<Exchange, Task> _serve;
    private readonly CancellationTokenSource _stop = new();
    private int _lastId;
    private int _stopped;

    private WireServer(TcpListener listener, Func<Exchange, Task> serve)
    {
        _listener = listener;
        _serve = serve;
        BaseUri = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
    }

    /// <summary>The address; it stays after the stop.</summary>
    public Uri BaseUri { get; }

    /// <summary>Whether it still listens.</summary>
    public bool IsRunning => Volatile.Read(ref _stopped) == 0;

    public ConnectionSet Connections { get; } = new();

    /// <summary>Starts a server. It listens when this returns.</summary>
    /// <param name="port">The port; 0 for any free one.</param>
    /// <param name="serve">Ends an exchange with an answer or a reset; called on many threads at once.</param>
    /// <exception cref="SocketException">The port cannot be listened on.</exception>
    public static WireServer Start(int port, Func<Exchange, Task> serve)
    {
        TcpListener listener = new(IPAddress.Loopback, port);
        const int Backlog = 512;
        listener.Start(Backlog);
        WireServer server = new(listener, serve);
        _ = Task.Run(server.AcceptAsync);
        return server;
    }

    /// <summary>Stops listening and drops all connections at once. Stopping twice does nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _stopped, 1) != 0)
        {
            return;
        }

        _listener.Stop();
        Connections.Close();

        // Last, so that cancelled work finds no connection left to answer on. The source itself is not disposed, as exchanges in
        // flight still look at its token.
        _stop.Cancel();
    }

    private async Task AcceptAsync()
    {
        while (IsRunning)
        {
            try
            {
                Take(await _listener.AcceptSocketAsync().ConfigureAwait(false));
            }
            catch (Exception) when (!IsRunning)
            {
                return;
            }
            catch (SocketException)
            {
                // The client left before it was accepted, or the system is short of sockets; the next accept may succeed.
                await Task.Delay(s_pauseAfterFault).ConfigureAwait(false);
            }
        }
    }

    private void Take(Socket socket)
    {
        WireConnection connection = new(++_lastId, socket, _serve, _stop.Token);
        if (Connections.TryAdd(connection))
        {
            _ = Task.Run(() => RunAsync(connection));
        }
        else
        {
            connection.Drop();
        }
    }

    private async Task RunAsync(WireConnection connection)
    {
        await connection.RunAsync().ConfigureAwait(false);
        Connections.Remove(connection);
    }
}

/// <summary>The open connections, and how many there have been.</summary>
internal sealed class ConnectionSet
{
    private readonly object _gate = new();
    private readonly HashSet<WireConnection> _open = [];
    private int _accepted;
    private int _mostOpen;
    private bool _isClosed;

    /// <summary>How many connections have been accepted so far.</summary>
    public int Accepted => Read(() => _accepted);

    /// <summary>How many are open now.</summary>
    public int Open => Read(() => _open.Count);

    /// <summary>How many were open at the same time at most.</summary>
    public int MostOpen => Read(() => _mostOpen);

    /// <summary>Adds a connection; <see langword="false"/> when no more are accepted.</summary>
    public bool TryAdd(WireConnection connection)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return false;
            }

            _accepted++;
            _open.Add(connection);
            _mostOpen = Math.Max(_mostOpen, _open.Count);
            return true;
        }
    }

    /// <summary>Forgets a connection that has ended.</summary>
    public void Remove(WireConnection connection)
    {
        lock (_gate)
        {
            _open.Remove(connection);
        }
    }

    /// <summary>Drops all connections and accepts no more.</summary>
    public void Close()
    {
        WireConnection[] left;
        lock (_gate)
        {
            _isClosed = true;
            left = [.. _open];
        }

        foreach (WireConnection connection in left)
        {
            connection.Drop();
        }
    }

    private int Read(Func<int> count)
    {
        lock (_gate)
        {
            return count();
        }
    }
}
