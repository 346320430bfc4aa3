using System.Management.Automation;
using RocketComs.PowerShell.Cmdlets;
using RocketComs.PowerShell.Connections;

namespace RocketComs.PowerShell.Commands;

/// <summary>Stops a sandbox; without one, all that run in this process. Stopping twice does nothing.</summary>
[Cmdlet(VerbsLifecycle.Stop, "RcSandbox")]
[OutputType(typeof(void))]
public sealed class StopRcSandboxCommand : RcCmdlet
{
    /// <summary>Gets or sets the sandboxes.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public RcSandbox[]? Sandbox { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync()
    {
        foreach (RcSandbox sandbox in Sandbox ?? Sandboxes.Running())
        {
            sandbox.Stop();
        }

        return Task.CompletedTask;
    }
}
