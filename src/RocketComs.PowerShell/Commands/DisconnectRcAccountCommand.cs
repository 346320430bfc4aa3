using System.Management.Automation;
using System.Threading.Tasks;
using RocketComs.PowerShell.Common;
using RocketComs.PowerShell.Connections;

namespace RocketComs.PowerShell.Commands;

/// <summary>Forgets the connection of this runspace. Without one it does nothing.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "RcAccount")]
[OutputType(typeof(void))]
public sealed class DisconnectRcAccountCommand : RcCmdlet
{
    /// <inheritdoc/>
    protected override Task ProcessRecordAsync()
    {
        RunspaceState state = RunspaceState.Current;
        state.Session?.Close();
        state.Session = null;
        return Task.CompletedTask;
    }
}
