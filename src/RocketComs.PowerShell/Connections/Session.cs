using System.Runtime.CompilerServices;
using RocketComs.Core.Http.Transport;
using RocketComs.PowerShell.Errors;

namespace RocketComs.PowerShell.Connections;

/// <summary>A connection and the way that belongs to it. The way is kept apart, so that showing a connection shows no secret.</summary>
internal sealed class Session
{
    private static readonly ConditionalWeakTable<RcConnection, Session> s_sessions = new();

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

    /// <summary>Gets whether it was made of environment variables, which nobody typed.</summary>
    public bool IsFromEnvironment { get; init; }

    /// <summary>Gets or sets whether the user was given the connection, and can go on with it after another one was made.</summary>
    public bool IsShared { get; set; }

    /// <summary>Gets whether it has been ended.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Gets the way to the platform.</summary>
    public RocketComsTransport Transport { get; }

    /// <summary>Gets whether it is a connection to a sandbox that runs in this process.</summary>
    public bool IsSandbox { get; }

    /// <summary>The session of a connection; <see langword="null"/> when it was closed, or comes from another process.</summary>
    public static Session? Find(RcConnection connection) => s_sessions.TryGetValue(connection, out Session? session) && !session.IsClosed ? session : null;

    /// <summary>The session of a connection.</summary>
    /// <exception cref="NotConnectedException">It was closed, or comes from another process.</exception>
    public static Session Of(RcConnection connection) => Find(connection)
        ?? throw new NotConnectedException(
            $"The connection to {connection.BaseUri} has been closed, or was made in another process.", "Connect again with Connect-RcAccount -PassThru.");

    /// <summary>Refuses a change by an account that nobody typed, in a process where somebody did type one.</summary>
    /// <exception cref="NotConnectedException">The environment is not to change anything here.</exception>
    public void RequireMeant()
    {
        if (IsFromEnvironment && RunspaceState.DescribeExplicit() is { } other)
        {
            throw new NotConnectedException(
                $"The environment variables ROCKETCOMS_* name an account at {Connection.BaseUri.Authority}, but this process holds {other}: then the variables serve no command that changes something. Nothing was sent.",
                "Say which account is meant: -Connection $using:connection with what Connect-RcAccount -PassThru gave, or Connect-RcAccount in this runspace. Disconnect-RcAccount, where the other connection was made, lets the variables serve again.");
        }
    }

    /// <summary>Ends it; requests under way fail.</summary>
    public void Close()
    {
        IsClosed = true;
        Transport.Dispose();
    }
}
