using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using RocketComs.PowerShell.Errors;
using EngineState = System.Management.Automation.Runspaces.RunspaceState;

namespace RocketComs.PowerShell.Connections;

/// <summary>
/// What one runspace remembers: parallel runspaces must not change each other's account. From the moment a connect begins, the account before
/// it is forgotten, and the environment variables stand back until somebody connects or disconnects: whoever meant another account must not
/// end up with one of these.
/// </summary>
internal sealed class RunspaceState
{
    private static readonly ConditionalWeakTable<Runspace, RunspaceState> s_states = new();
    private static readonly List<WeakReference<RunspaceState>> s_all = [];

    private readonly Runspace _runspace;

    // Every one that somebody may still hold, as well as the current one.
    private readonly List<WeakReference<Session>> _made = [];
    private string? _failure;

    private RunspaceState(Runspace runspace)
    {
        _runspace = runspace;
        lock (s_all)
        {
            s_all.RemoveAll(static state => !state.TryGetTarget(out _));
            s_all.Add(new WeakReference<RunspaceState>(this));
        }
    }

    /// <summary>Gets the state of the runspace that runs the current command.</summary>
    public static RunspaceState Current => s_states.GetValue(Runspace.DefaultRunspace, static runspace => new RunspaceState(runspace));

    /// <summary>Gets what Connect-RcAccount made.</summary>
    public Session? Session { get; private set; }

    /// <summary>Gets or sets what the environment variables made, and from which values.</summary>
    public (string Key, Session Session)? FromEnvironment { get; set; }

    /// <summary>Gets whether the environment variables say what is used here.</summary>
    public bool UsesEnvironment => Session is null && _failure is null;

    private bool IsOpen => _runspace.RunspaceStateInfo.State is not (EngineState.Closing or EngineState.Closed or EngineState.Broken);

    /// <summary>
    /// What the process holds of Connect-RcAccount, in words; <see langword="null"/> when it holds nothing. What was made in a runspace that has
    /// been closed since does not count, nor what nobody can have any more.
    /// </summary>
    public static string? DescribeExplicit()
    {
        lock (s_all)
        {
            return s_all.Select(static known => known.TryGetTarget(out RunspaceState? state) && state.IsOpen ? state.Describe() : null).FirstOrDefault(static text => text is not null);
        }
    }

    /// <summary>The session that a command of this runspace uses; <see langword="null"/> when there is none.</summary>
    public Session? Find(string userAgent) => Session ?? (_failure is null ? EnvironmentSession.Find(this, userAgent) : null);

    /// <summary>Forgets the account of this runspace: another one is meant from now on, whether or not it can be had.</summary>
    public void BeginConnect()
    {
        lock (s_all)
        {
            Session = null;
            _failure = "It was stopped, was given nothing to connect to, or got a parameter that PowerShell refused.";
            _made.RemoveAll(static made => !made.TryGetTarget(out Session? session) || session.IsClosed || !session.IsShared);
        }
    }

    /// <summary>Notes why there is no connection now.</summary>
    public void Fail(string why) => _failure = why;

    /// <summary>Takes a connection into use.</summary>
    public void Use(Session session)
    {
        lock (s_all)
        {
            Session = session;
            _failure = null;
            _made.Add(new WeakReference<Session>(session));
        }
    }

    /// <summary>Goes back to where this runspace began.</summary>
    public void Clear()
    {
        lock (s_all)
        {
            Session = null;
            _failure = null;
            _made.RemoveAll(static made => !made.TryGetTarget(out Session? session) || session.IsClosed);
        }
    }

    /// <summary>The error of a command that finds no connection.</summary>
    public NotConnectedException NotConnected() => _failure is null
        ? new NotConnectedException()
        : new NotConnectedException(
            $"There is no connection to RocketCOMS in this session, because the last Connect-RcAccount failed. {_failure}",
            "Run Connect-RcAccount again. The account before it and the environment variables ROCKETCOMS_* do not step in; Disconnect-RcAccount lets the variables serve again.");

    private string? Describe() =>
        _made.Select(static made => made.TryGetTarget(out Session? session) && !session.IsClosed ? $"a connection to {session.Connection.BaseUri.Authority}" : null)
            .FirstOrDefault(static text => text is not null)
        ?? (_failure is null ? null : "a Connect-RcAccount that failed");
}
