using System.Management.Automation;
using System.Net.Sockets;
using RocketComs.Core.Errors;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;
using RocketComs.PowerShell.Connections;
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
    [WholeNumber]
    public int Port { get; set; }

    /// <summary>Gets or sets the only place where scalar parameters are accepted; without it both are.</summary>
    [Parameter]
    public RcParameterPlacement? Strict { get; set; }

    /// <summary>Gets or sets the seconds that a scheduled batch stays PENDING, and again IN_PROCESS.</summary>
    [Parameter]
    [ValidateRange(0d, 86400d)]
    [PlainNumber]
    public double ProcessingSec { get; set; } = 1;

    /// <summary>
    /// Gets or sets the faults that requests meet, in this order, each once unless it says otherwise: statuses
    /// (<c>503</c>, <c>'503*2'</c>), kinds (<c>'DropAnswer'</c>, <c>'Delay=00:00:05'</c>), hashtables
    /// (<c>@{ Status = 429; RetryAfter = '1'; Path = '/v1/batches/*' }</c>).
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public RcSandboxFault[] Fault { get; set; } = [];

    /// <summary>Gets or sets how the sandbox reads the documentation otherwise than this module does: what Test-RcAccount finds out.</summary>
    [Parameter]
    [ValidateNotNull]
    public RcSandboxReading[] Contradict { get; set; } = [];

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync()
    {
        RcSandbox sandbox = new(Start());
        Sandboxes.Add(sandbox);
        WriteObject(sandbox);
        return Task.CompletedTask;
    }

    private static void Check(RcSandboxFault fault)
    {
        try
        {
            SandboxServer.CheckFault(fault);
        }
        catch (ArgumentException exception)
        {
            throw new InvalidParameterException("Fault", fault, exception.Message, "docs/sandbox.md lists the kinds of faults, and what belongs to each.");
        }
    }

    private SandboxServer Start()
    {
        Array.ForEach(Fault, Check);
        SandboxOptions options = new()
        {
            Port = Port,
            Placement = Strict,
            ProcessingTime = TimeSpan.FromSeconds(ProcessingSec),
            Faults = Fault,
            Readings = Contradict,
        };
        try
        {
            return SandboxServer.Start(options);
        }
        catch (SocketException exception)
        {
            throw new InvalidParameterException("Port", Port, $"Port {Port} cannot be listened on: {exception.Message}", "Leave -Port out to take any free one.");
        }
    }
}
