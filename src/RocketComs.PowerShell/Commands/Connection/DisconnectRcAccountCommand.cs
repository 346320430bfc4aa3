using System.Management.Automation;
using RocketComs.PowerShell.Cmdlets;
using RocketComs.PowerShell.Connections;

namespace RocketComs.PowerShell.Commands;

/// <summary>Closes the connection of this runspace, or the one given. Without one it does nothing.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "RcAccount")]
[OutputType(typeof(void))]
public sealed class DisconnectRcAccountCommand : RcCmdlet
{
    /// <summary>Gets or sets the connection.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public RcConnection? Connection { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync()
    {
        RunspaceState state = RunspaceState.Current;
        Session? session = Connection is null ? state.Session : Session.Find(Connection);
        session?.Close();
        if (Connection is null || (session is not null && ReferenceEquals(state.Session, session)))
        {
            state.Clear();
        }

        if (state.UsesEnvironment && EnvironmentSession.Host is { } host)
        {
            WriteWarning($"The environment variables ROCKETCOMS_* still name an account at {host}: the next command uses it.");
        }

        return Task.CompletedTask;
    }
}
