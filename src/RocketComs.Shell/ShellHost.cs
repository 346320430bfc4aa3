using System.Globalization;
using System.Management.Automation.Host;

namespace RocketComs.Shell;

/// <summary>What the engine knows as <c>$Host</c>.</summary>
internal sealed class ShellHost(PSHostUserInterface ui) : PSHost
{
    public override string Name => "RocketComs.Shell";

    public override Version Version { get; } = typeof(ShellHost).Assembly.GetName().Version!;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override CultureInfo CurrentCulture { get; } = CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture { get; } = CultureInfo.CurrentUICulture;

    public override PSHostUserInterface UI => ui;

    /// <summary>Gets the exit code that a command asked for, once it has.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>Gets or sets what a choice of "Suspend" opens.</summary>
    public Action OpenNestedPrompt { get; set; } = () => { };

    /// <summary>Gets or sets what closes it.</summary>
    public Action CloseNestedPrompt { get; set; } = () => { };

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt() => OpenNestedPrompt();

    public override void ExitNestedPrompt() => CloseNestedPrompt();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }
}
