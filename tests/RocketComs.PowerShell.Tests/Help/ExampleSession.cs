using System.Management.Automation;
using System.Management.Automation.Language;
using RocketComs.PowerShell.Tests.Harness;

namespace RocketComs.PowerShell.Tests.Help;

/// <summary>A session in which an example of the help can run: what tests/ExampleSession.ps1 prepares, and a host that keeps what is shown.</summary>
internal sealed class ExampleSession : TestSession
{
    // Checked by PowerShell itself, which knows the commands of the session. What a table brings with it (@new) is not seen.
    private const string Binder = """
        param($Code)
        $Code = $Code -replace ' @[A-Za-z]+'
        $script = [System.Management.Automation.Language.Parser]::ParseInput($Code, [ref] $null, [ref] $null)
        $isCommand = { param($node) $node -is [System.Management.Automation.Language.CommandAst] }
        foreach ($command in $script.FindAll($isCommand, $true)) {
            $bound = [System.Management.Automation.Language.StaticParameterBinder]::BindCommand($command, $true)
            foreach ($fault in $bound.BindingExceptions.Values) { "$command : $($fault.BindingException.Message)" }
        }
        """;

    private const string Finder = """
        param($Code, $Name)
        $Code = $Code -replace ' @[A-Za-z]+'
        $script = [System.Management.Automation.Language.Parser]::ParseInput($Code, [ref] $null, [ref] $null)
        $isCommand = { param($node) $node -is [System.Management.Automation.Language.CommandAst] -and $node.GetCommandName() -eq $Name }
        foreach ($command in $script.FindAll($isCommand, $true)) {
            $bound = [System.Management.Automation.Language.StaticParameterBinder]::BindCommand($command, $true)
            $isPiped = $command.Parent.PipelineElements.IndexOf($command) -gt 0
            [pscustomobject]@{ Names = [string[]] @($bound.BoundParameters.Keys); IsPiped = $isPiped }
        }
        """;

    private readonly TestHost _host;

    /// <summary>Prepares the session.</summary>
    public ExampleSession()
        : this(new TestHost())
    {
    }

    private ExampleSession(TestHost host)
        : base(host)
    {
        _host = host;
        Script($". '{BuiltModule.Source("tests/ExampleSession.ps1")}' -Folder '{PathOf(string.Empty).TrimEnd(Path.DirectorySeparatorChar)}'").NoErrors();
        Sandbox = new TestSandbox(Script("$sandbox").Single());
    }

    /// <summary>Gets the sandbox that the session is connected to.</summary>
    public TestSandbox Sandbox { get; }

    /// <summary>Gets what -WhatIf said.</summary>
    public string[] WhatIf => [.. _host.Lines.Where(line => line.StartsWith("What if:", StringComparison.Ordinal))];

    /// <summary>The commands in a script, by the names that it calls them.</summary>
    public static string[] CommandNames(string code)
    {
        ScriptBlockAst script = Parser.ParseInput(code, out _, out ParseError[] errors);
        return errors.Length == 0
            ? [.. script.FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>().Select(command => command.GetCommandName()).OfType<string>()]
            : throw new FormatException($"{errors[0].Message}\n{code}");
    }

    /// <summary>The commands of a script that this engine, which has the core commands only, does not know.</summary>
    public string[] UnknownCommands(string code) =>
        [.. CommandNames(code).Distinct().Where(name => Script($"Get-Command '{name}' -ErrorAction Ignore").Output.Count == 0)];

    /// <summary>The parameters of a script that its commands do not have.</summary>
    public IReadOnlyList<string> BindingFaults(string code) => [.. Call(Binder, code).Select(fault => fault.ToString())];

    /// <summary>How a script calls a command: the parameters that it writes, and whether something is piped in.</summary>
    public IReadOnlyList<(string[] Names, bool IsPiped)> Invocations(string code, string command) =>
        [.. Call(Finder, code, command).Select(call => (call.Get<string[]>("Names")!, call.Get<bool>("IsPiped")))];

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // Examples start sandboxes of their own.
        Script("Stop-RcSandbox").NoErrors();
        base.Dispose(disposing);
    }

    private IReadOnlyList<PSObject> Call(string script, params object[] arguments) =>
        Run("Invoke-Command", ("ScriptBlock", ScriptBlock.Create(script)), ("ArgumentList", arguments)).NoErrors().Output;
}
