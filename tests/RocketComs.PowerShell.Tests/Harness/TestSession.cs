using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text;
using Engine = System.Management.Automation.PowerShell;

namespace RocketComs.PowerShell.Tests.Harness;

/// <summary>A runspace of its own with the module imported, and a folder of its own for files.</summary>
internal class TestSession : IDisposable
{
    private static readonly object s_opening = new();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("rocketcoms-");

    /// <summary>Initializes the session.</summary>
    /// <param name="host">The user; without one nobody can answer a question.</param>
    public TestSession(TestHost? host = null)
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        }

        Runspace = host is null ? RunspaceFactory.CreateRunspace(state) : RunspaceFactory.CreateRunspace(host, state);
        lock (s_opening)
        {
            // Opened side by side, a runspace has come up without its file system.
            Runspace.Open();
        }

        Run("Import-Module", ("Name", BuiltModule.Manifest), ("ErrorAction", "Stop")).NoErrors();
        Runspace.SessionStateProxy.Path.SetLocation(_folder.FullName);
    }

    /// <summary>Gets the runspace.</summary>
    public Runspace Runspace { get; }

    /// <summary>Runs a command.</summary>
    public CommandResult Run(string command, params (string Name, object? Value)[] parameters) => Pipe([], command, parameters);

    /// <summary>Pipes objects into a command.</summary>
    public CommandResult Pipe(IEnumerable<object?> input, string command, params (string Name, object? Value)[] parameters)
    {
        using Engine engine = Engine.Create(Runspace);
        engine.AddCommand(command);
        foreach ((string name, object? value) in parameters)
        {
            engine.AddParameter(name, value);
        }

        return Invoke(engine, input);
    }

    /// <summary>Runs a script, for what only the language can say.</summary>
    public CommandResult Script(string script)
    {
        using Engine engine = Engine.Create(Runspace);
        engine.AddScript(script);
        return Invoke(engine, []);
    }

    /// <summary>Sets a variable for scripts.</summary>
    public void Set(string name, object? value) => Runspace.SessionStateProxy.SetVariable(name, value);

    /// <summary>The full path of a file in the session's folder, which is also its current location.</summary>
    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Writes a file into the session's folder.</summary>
    public string WriteFile(string name, string content) => WriteFile(name, Encoding.UTF8.GetBytes(content));

    /// <summary>Writes a file into the session's folder.</summary>
    public string WriteFile(string name, byte[] content)
    {
        File.WriteAllBytes(PathOf(name), content);
        return PathOf(name);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the runspace and removes the folder.</summary>
    protected virtual void Dispose(bool disposing)
    {
        Runspace.Dispose();
        _folder.Delete(recursive: true);
    }

    private static CommandResult Invoke(Engine engine, IEnumerable<object?> input)
    {
        List<PSObject> output = [];
        ErrorRecord? terminating = null;
        try
        {
            engine.Invoke(input, output);
        }
        catch (RuntimeException exception)
        {
            terminating = exception.ErrorRecord;
        }

        return new CommandResult(
            output,
            [.. engine.Streams.Error.Where(error => !ReferenceEquals(error, terminating))],
            [.. engine.Streams.Warning.Select(warning => warning.Message)],
            [.. engine.Streams.Verbose.Select(verbose => verbose.Message)],
            terminating);
    }
}
