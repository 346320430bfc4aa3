using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace RocketComs.PowerShell.Connections;

/// <summary>What one runspace remembers: parallel runspaces must not change each other's account.</summary>
internal sealed class RunspaceState
{
    private static readonly ConditionalWeakTable<Runspace, RunspaceState> s_states = new();

    /// <summary>Gets the state of the runspace that runs the current command.</summary>
    public static RunspaceState Current => s_states.GetOrCreateValue(Runspace.DefaultRunspace);

    /// <summary>Gets or sets what Connect-RcAccount made.</summary>
    public Session? Session { get; set; }

    /// <summary>Gets or sets what the environment variables made, and from which values.</summary>
    public (string Key, Session Session)? FromEnvironment { get; set; }
}
