using System.Runtime.CompilerServices;
using RocketComs.Core.Http.Transport;
using RocketComs.PowerShell.Errors;

namespace RocketComs.PowerShell.Connections;

/// <summary>A connection and the way that belongs to it. The way is kept apart, so that showing a connection shows no secret.</summary>
internal sealed class Session
{
    private static readonly ConditionalWeakTable<RcConnection, Session> s_sessions = new();

    private bool _isClosed;

    /// <summary>Makes a session that can be found by its connection.</summary>
    public Session(RcConnection connection, RocketComsTransport transport)
    {
        Connection = connection;
        Transport = transport;
        IsSandbox = Sandboxes.Has(connection.BaseUri);
        s_sessions.Add(connection, this);
    }

    /// <summary>Gets what the user sees.</summary>
    public RcConnection Connection { get; }

    /// <summary>Gets the way to the platform.</summary>
    public RocketComsTransport Transport { get; }

    /// <summary>Gets whether it is a connection to a sandbox that runs in this process.</summary>
    public bool IsSandbox { get; }

    /// <summary>The session of a connection; <see langword="null"/> when it was closed, or comes from another process.</summary>
    public static Session? Find(RcConnection connection) => s_sessions.TryGetValue(connection, out Session? session) && !session._isClosed ? session : null;

    /// <summary>The session of a connection.</summary>
    /// <exception cref="NotConnectedException">It was closed, or comes from another process.</exception>
    public static Session Of(RcConnection connection) => Find(connection)
        ?? throw new NotConnectedException(
            $"The connection to {connection.BaseUri} has been closed, or was made in another process.", "Connect again with Connect-RcAccount -PassThru.");

    /// <summary>Ends it; requests under way fail.</summary>
    public void Close()
    {
        _isClosed = true;
        Transport.Dispose();
    }
}
