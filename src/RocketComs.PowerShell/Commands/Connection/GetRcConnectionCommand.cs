using System.Management.Automation;
using RocketComs.PowerShell.Cmdlets;

namespace RocketComs.PowerShell.Commands;

/// <summary>Gets the connection that the next command would use; nothing when there is none.</summary>
[Cmdlet(VerbsCommon.Get, "RcConnection")]
[OutputType(typeof(RcConnection))]
public sealed class GetRcConnectionCommand : RcCmdlet
{
    /// <inheritdoc/>
    protected override Task ProcessRecordAsync()
    {
        if (FindSession() is { } session)
        {
            session.IsShared = true;
            WriteObject(session.Connection);
        }

        return Task.CompletedTask;
    }
}
