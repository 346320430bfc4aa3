using System.Management.Automation;
using System.Management.Automation.Host;

namespace RocketComs.PowerShell.Common;

/// <summary>
/// Base of every command. Its hooks run on the pipeline thread and come back to it after every await, so that
/// <see cref="Cmdlet.WriteObject(object)"/>, <see cref="Cmdlet.ShouldProcess(string)"/> and the like are called as in any
/// other command.
/// </summary>
/// <remarks>Code below the commands must use <c>ConfigureAwait(false)</c> and must never block on a task.</remarks>
public abstract class AsyncPSCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private bool _isDisposed;
    private volatile PipelineContext? _running;
    private PSHostUserInterface? _screen;

    /// <summary>Gets the token that is cancelled when the user or a later command stops the pipeline.</summary>
    protected CancellationToken StopToken => _stopping.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            Dispose(disposing: true);
            _stopping.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        // Not to be had any more once the command is being stopped.
        _screen = Host?.UI;
        Run(BeginProcessingAsync);
    }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => Run(ProcessRecordAsync);

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => Run(EndProcessingAsync);

    /// <inheritdoc/>
    protected sealed override void StopProcessing()
    {
        try
        {
            _stopping.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The command ended while the stop was under way.
        }
    }

    /// <summary>Runs before the first input.</summary>
    protected virtual Task BeginProcessingAsync() => Task.CompletedTask;

    /// <summary>Runs for each input.</summary>
    protected virtual Task ProcessRecordAsync() => Task.CompletedTask;

    /// <summary>Runs after the last input.</summary>
    protected virtual Task EndProcessingAsync() => Task.CompletedTask;

    /// <summary>Runs an action on the pipeline thread, from any thread; one that comes after the hook's end is dropped.</summary>
    /// <param name="action">The action.</param>
    private protected void Post(Action action) => _running?.Post(static state => ((Action)state!)(), action);

    /// <summary>Shows progress, from any thread.</summary>
    internal void PostProgress(ProgressRecord record) => Post(() => WriteProgress(record));

    /// <summary>Says something while the pipeline is being stopped, when no stream takes it any more: to the screen itself.</summary>
    /// <param name="warning">What to say.</param>
    internal void WarnAtStop(string warning)
    {
        try
        {
            _screen?.WriteWarningLine(warning);
        }
        catch (Exception exception) when (exception is HostException or NotImplementedException or PSInvalidOperationException or PipelineStoppedException)
        {
            // A host without a screen: there is nobody to tell.
        }
    }

    /// <summary>Frees what the command holds, also after a stop or an error.</summary>
    /// <param name="disposing">Always <see langword="true"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>Turns a failure of a hook into an error record; what it does not know goes on as it is.</summary>
    /// <param name="exception">The failure.</param>
    protected virtual ErrorRecord? ToErrorRecord(Exception exception) => null;

    private void Run(Func<Task> hook)
    {
        try
        {
            using PipelineContext context = new(StopProcessing);
            _running = context;
            context.Run(hook);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (Exception exception) when (exception is not (PipelineStoppedException or RuntimeException) && ToErrorRecord(exception) is { } record)
        {
            ThrowTerminatingError(record);
        }
    }
}
