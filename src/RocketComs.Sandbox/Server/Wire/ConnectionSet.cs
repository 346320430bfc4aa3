namespace RocketComs.Sandbox.Server.Wire;

/// <summary>The open connections, and how many there have been.</summary>
internal sealed class ConnectionSet
{
    private readonly object _gate = new();
    private readonly HashSet<WireConnection> _open = [];
    private int _accepted;
    private int _mostOpen;
    private bool _isClosed;

    /// <summary>Gets how many connections have been accepted so far.</summary>
    public int Accepted
    {
        get
        {
            lock (_gate)
            {
                return _accepted;
            }
        }
    }

    /// <summary>Gets how many are open now.</summary>
    public int Open
    {
        get
        {
            lock (_gate)
            {
                return _open.Count;
            }
        }
    }

    /// <summary>Gets how many were open at the same time at most.</summary>
    public int MostOpen
    {
        get
        {
            lock (_gate)
            {
                return _mostOpen;
            }
        }
    }

    /// <summary>Notes a connection; <see langword="false"/> when no more are taken.</summary>
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
            _mostOpen = System.Math.Max(_mostOpen, _open.Count);
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

    /// <summary>Drops all connections and takes no more.</summary>
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
}
