using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace RocketComs.PowerShell.Cmdlets;

/// <summary>Queues what comes after an await and runs it on the thread that waits for the hook: the pipeline thread.</summary>
/// <param name="abort">Tells the hook to end early.</param>
internal sealed class PipelineContext(Action abort) : SynchronizationContext, IDisposable
{
    // Made when something is posted, which most hooks never do: one runs for each piped object.
    private BlockingCollection<Posted>? _queue;
    private ExceptionDispatchInfo? _failure;

    private BlockingCollection<Posted> Queue => LazyInitializer.EnsureInitialized(ref _queue, static () => [])!;

    /// <summary>Runs a hook to its end on the calling thread.</summary>
    /// <exception cref="Exception">What the hook threw, or what a stream did that no longer takes anything.</exception>
    public void Run(Func<Task> hook)
    {
        SynchronizationContext? caller = Current;
        SetSynchronizationContext(this);
        try
        {
            Task task = hook();
            if (!task.IsCompleted || Volatile.Read(ref _queue) is not null)
            {
                Pump(task);
            }

            _failure?.Throw();
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
            Queue.Add(new Posted(d, state));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ObjectDisposedException)
        {
            // A progress report that came after the hook's end: too late to be shown.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _queue?.Dispose();

    private void Pump(Task task)
    {
        task.ContinueWith(
            static (_, queue) => ((BlockingCollection<Posted>)queue!).CompleteAdding(),
            Queue,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        foreach (Posted posted in Queue.GetConsumingEnumerable())
        {
            try
            {
                posted.Run();
            }
            catch (Exception exception)
            {
                // A hook's own failure stands in its task, so this is a verbose line or a progress record that the pipeline refused, as it
                // does when it is being stopped. The hook must still come to its end: it has files and connections to give back.
                _failure ??= ExceptionDispatchInfo.Capture(exception);
                abort();
            }
        }
    }

    // A class, for which the runtime has compiled the queue already.
    private sealed class Posted(SendOrPostCallback callback, object? state)
    {
        public void Run() => callback(state);
    }
}
