using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace RocketComs.Shell;

/// <summary>One engine with the module in it, and what the command line asked to be done there.</summary>
internal sealed class ShellSession : IDisposable
{
    private const int Interrupted = 130;

    private readonly ShellOptions _options;
    private readonly ShellHost _host;
    private readonly Runspace _runspace;
    private readonly PipelineRunner _runner;
    private readonly InteractiveLoop _loop;

    public ShellSession(ShellOptions options)
    {
        _options = options;
        Screen screen = new();
        ShellInput input = new(screen, options.NonInteractive);
        _host = new ShellHost(new ShellUi(screen, input));
        _runspace = RunspaceFactory.CreateRunspace(_host, EngineState.Create());
        _runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        _runspace.Open();
        Runspace.DefaultRunspace = _runspace;
        _runner = new PipelineRunner(_runspace, screen);
        _loop = new InteractiveLoop(_host, _runner, _runspace, screen, input);
        input.StopCommand = _runner.Stop;
    }

    public void Dispose()
    {
        _runner.Dispose();
        _runspace.Dispose();
    }

    public int Run(ModuleLocation location)
    {
        // An import that fails has said why.
        Command import = new("Microsoft.PowerShell.Core\\Import-Module");
        import.Parameters.Add("Name", location.Manifest);
        import.Parameters.Add("ErrorAction", ActionPreference.Stop);
        if (_runner.Run(import) is RunOutcome outcome and not RunOutcome.Ended)
        {
            return outcome == RunOutcome.Stopped ? Interrupted : 1;
        }

        return _options.Mode switch
        {
            ShellMode.Interactive => _loop.Run(_options.NoLogo),
            ShellMode.Command => RunCommand(_options.Command),
            ShellMode.File => RunFile(_options.File),
            _ => File.Exists(location.Tour) ? RunFile(location.Tour) : throw new StartException($"The tour is missing: there is no {location.Tour}."),
        };
    }

    private int RunFile(string path)
    {
        Command script = new(path, isScript: false, useLocalScope: false);
        foreach (CommandParameter parameter in ScriptArguments.Parse(_options.Arguments))
        {
            script.Parameters.Add(parameter);
        }

        ScriptExit.LetThrough(_runspace);
        return ExitCode(_runner.Run(script));
    }

    private int RunCommand(string text)
    {
        int code = ExitCode(_runner.Run(new Command(text, isScript: true, useLocalScope: false), addToHistory: true));
        return code == 0 && _host.ExitCode is null && _runner.Evaluate("$global:?") is false ? 1 : code;
    }

    private int ExitCode(RunOutcome outcome) => outcome switch
    {
        RunOutcome.Stopped => Interrupted,
        RunOutcome.Threw => _host.ExitCode ?? 1,
        _ => _host.ExitCode ?? 0,
    };
}
