using System.Management.Automation;
using System.Threading.Tasks;
using RocketComs.PowerShell.Common;
using RocketComs.PowerShell.Connections;

namespace RocketComs.PowerShell.Commands;

/// <summary>Gets the connection that the next command would use; nothing when there is none.</summary>
[Cmdlet(VerbsCommon.Get, "RcConnection")]
[OutputType(typeof(RcConnection))]
public sealed class GetRcConnectionCommand : RcCmdlet
{
    /// <inheritdoc/>
    protected override Task ProcessRecordAsync()
    {
        RunspaceState state = RunspaceState.Current;
        Session? session = state.Session ?? EnvironmentSession.Find(state, SessionFactory.ModuleUserAgent(GetVariableValue("PSVersionTable")));
        if (session is not null)
        {
            WriteObject(session.Connection);
        }

        return Task.CompletedTask;
    }
}
