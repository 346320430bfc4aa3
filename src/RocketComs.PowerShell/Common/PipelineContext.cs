using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace RocketComs.PowerShell.Common;

/// <summary>Queues what comes after an await and runs it on the thread that waits for the hook: the pipeline thread.</summary>
internal sealed class PipelineContext : SynchronizationContext, IDisposable
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _queue = [];

    /// <summary>Runs a hook to its end on the calling thread.</summary>
    public void Run(Func<Task> hook)
    {
        SynchronizationContext? caller = Current;
        SetSynchronizationContext(this);
        try
        {
            Task task = hook();
            Pump(task);

            task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(caller);
        }
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        try
        {
            _queue.Add((d, state));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ObjectDisposedException)
        {
            // A progress report that came after the hook's end: too late to be shown.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _queue.Dispose();

    private void Pump(Task task)
    {
        task.ContinueWith(
            static (_, queue) => ((BlockingCollection<(SendOrPostCallback, object?)>)queue!).CompleteAdding(),
            _queue,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        foreach ((SendOrPostCallback callback, object? state) in _queue.GetConsumingEnumerable())
        {
            callback(state);
        }
    }
}
