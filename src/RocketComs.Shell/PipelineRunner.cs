using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace RocketComs.Shell;

/// <summary>Runs one command after the other: output through Out-Default, errors to the error stream, Ctrl+C stops.</summary>
internal sealed class PipelineRunner : IDisposable
{
    private readonly Runspace _runspace;
    private readonly Screen _screen;
    private volatile PowerShell? _running;
    private volatile bool _stopping;

    public PipelineRunner(Runspace runspace, Screen screen)
    {
        _runspace = runspace;
        _screen = screen;
        Console.CancelKeyPress += OnCancel;
    }

    public void Dispose() => Console.CancelKeyPress -= OnCancel;

    /// <param name="command">The script or command, with its parameters.</param>
    /// <param name="nested">Whether another command is waiting in the middle of its work meanwhile.</param>
    /// <param name="addToHistory">Whether Get-History shall show it.</param>
    public RunOutcome Run(Command command, bool nested = false, bool addToHistory = false)
    {
        PowerShell? outer = _running;
        using PowerShell pipeline = nested ? PowerShell.Create(RunspaceMode.CurrentRunspace) : PowerShell.Create(_runspace);
        command.MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        pipeline.Commands.AddCommand(command).AddCommand("Out-Default");
        _stopping = false;
        _running = pipeline;
        try
        {
            pipeline.Invoke(input: null, new PSInvocationSettings { AddToHistory = addToHistory });

            // A script that is stopped between two commands ends without an exception.
            return _stopping ? RunOutcome.Stopped : RunOutcome.Ended;
        }
        catch (PipelineStoppedException)
        {
            return RunOutcome.Stopped;
        }
        catch (RuntimeException problem)
        {
            Report(problem, nested);
            return RunOutcome.Threw;
        }
        finally
        {
            _running = outer;
            _screen.ClearProgress();
        }
    }

    /// <summary>Runs a small script for what it gives; its errors are nobody's business.</summary>
    public object? Evaluate(string script, bool nested = false)
    {
        using PowerShell pipeline = nested ? PowerShell.Create(RunspaceMode.CurrentRunspace) : PowerShell.Create(_runspace);
        try
        {
            return pipeline.AddScript(script, useLocalScope: true).Invoke().LastOrDefault()?.BaseObject;
        }
        catch (RuntimeException)
        {
            return null;
        }
    }

    /// <summary>Stops the running command without waiting for its end: the caller may be a part of it.</summary>
    public void Stop()
    {
        _stopping = true;
        _running?.BeginStop(callback: null, state: null);
    }

    /// <summary>Shows an error the way the engine shows those that do not end a command.</summary>
    public void Report(RuntimeException problem, bool nested = false)
    {
        _screen.OutputIsError = true;
        try
        {
            using PowerShell pipeline = nested ? PowerShell.Create(RunspaceMode.CurrentRunspace) : PowerShell.Create(_runspace);
            pipeline.AddCommand("Out-Default").Invoke(new[] { problem.ErrorRecord });
        }
        catch (RuntimeException)
        {
            _screen.WriteError(problem.Message + Environment.NewLine);
        }
        finally
        {
            _screen.OutputIsError = false;
        }
    }

    private void OnCancel(object? sender, ConsoleCancelEventArgs e)
    {
        // A second Ctrl+C, when the first did not help, ends the process.
        if (_running is not null && !_stopping)
        {
            e.Cancel = true;
            Stop();
        }
    }
}
