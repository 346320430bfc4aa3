using System;
using System.Management.Automation;
using System.Threading.Tasks;
using RocketComs.PowerShell.Common;
using RocketComs.Sandbox;

namespace RocketComs.PowerShell.Commands;

/// <summary>Starts a RocketCOMS stand-in on loopback, in this process: real HTTP, nothing sent, nothing charged.</summary>
[Cmdlet(VerbsLifecycle.Start, "RcSandbox")]
[OutputType(typeof(RcSandbox))]
public sealed class StartRcSandboxCommand : RcCmdlet
{
    /// <summary>Gets or sets the port; 0 is any free one.</summary>
    [Parameter]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>Gets or sets the only place where scalar parameters are accepted; without it both are.</summary>
    [Parameter]
    public RcParameterPlacement? Strict { get; set; }

    /// <summary>Gets or sets the seconds that a scheduled batch stays PENDING, and again IN_PROCESS.</summary>
    [Parameter]
    [ValidateRange(0d, 86400d)]
    public double ProcessingSec { get; set; } = 1;

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync()
    {
        SandboxServer server = SandboxServer.Start(new SandboxOptions
        {
            Port = Port,
            Placement = Strict switch
            {
                null => SandboxPlacement.Any,
                RcParameterPlacement.Query => SandboxPlacement.Query,
                _ => SandboxPlacement.Form,
            },
            ProcessingTime = TimeSpan.FromSeconds(ProcessingSec),
        });
        RcSandbox sandbox = new(server);
        Sandboxes.Add(sandbox);
        WriteObject(sandbox);
        return Task.CompletedTask;
    }
}
