using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;

namespace RocketComs.Core.Api;

/// <summary>What is waited for and for how long, and who is told. The callbacks run on any thread.</summary>
public sealed record BatchWaitOptions
{
    /// <summary>Gets the statuses, any of which ends the wait.</summary>
    public IReadOnlyCollection<string> Statuses { get; init; } = [BatchesClient.CreatedStatus, .. BatchStatuses.Final];

    /// <summary>Gets the time between the first two polls; it grows by half each time, to six times itself.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets how long to wait at most. Zero is one poll, which takes as long as a request may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>Gets what is called with the batch and the time waited, after every poll that succeeded.</summary>
    public Action<RcBatch, TimeSpan>? Polled { get; init; }

    /// <summary>Gets what is called with a failure that does not end the wait.</summary>
    public Action<RocketComsException>? PollFailed { get; init; }

    /// <summary>Gets what is done with the batch and the time waited before each pause, such as showing more of it. It must not throw but at a stop.</summary>
    public Func<RcBatch, TimeSpan, CancellationToken, Task>? BeforePause { get; init; }

    /// <summary>Gets what is called with what the user should know; at most once a wait.</summary>
    public Action<string>? Warn { get; init; }
}

/// <summary>Polls a batch until it has one of the statuses asked for.</summary>
/// <param name="batches">The batch endpoints.</param>
/// <param name="clock">The clock that it waits on.</param>
/// <param name="options">What is waited for.</param>
public sealed class BatchWait(BatchesClient batches, TimeProvider clock, BatchWaitOptions options)
{
    // The last poll begins this long before the time is up, so that its answer can still come.
    private static readonly TimeSpan s_lead = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Waits. The time limit holds during a poll too. Once the batch has been seen, failures that may pass do not end the wait.
    /// </summary>
    /// <param name="id">The batch.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="WaitEndedException">The time ran out, or the batch reached a final status that was not asked for.</exception>
    /// <exception cref="RocketComsException">The first poll failed, or a later one in a way that does not pass.</exception>
    public async Task<RcBatch> RunAsync(string id, CancellationToken cancellationToken)
    {
        using CancellationTokenSource deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using ITimer? timer = options.Timeout == TimeSpan.Zero ? null : Deadline.Start(clock, options.Timeout, deadline);
        BatchWaitState state = new(id, options, clock);
        try
        {
            return await PollAsync(state, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or RocketComsException and not WaitEndedException
            && deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw state.TimedOut();
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private async Task<RcBatch> PollAsync(BatchWaitState state, CancellationToken stop)
    {
        long start = clock.GetTimestamp();
        TimeSpan pause = options.Interval;
        TimeSpan lead = Shorter(s_lead, TimeSpan.FromTicks(options.Timeout.Ticks / 4));
        while (true)
        {
            if (await TryReachAsync(state, start, stop).ConfigureAwait(false) is { } reached)
            {
                return reached;
            }

            TimeSpan left = options.Timeout - clock.GetElapsedTime(start);
            if (left <= lead)
            {
                if (left > TimeSpan.Zero)
                {
                    await PauseAsync(left, stop).ConfigureAwait(false);
                }

                throw state.TimedOut();
            }

            if (options.BeforePause is { } beforePause && state.Current is { } batch)
            {
                await beforePause(batch, clock.GetElapsedTime(start), stop).ConfigureAwait(false);
                left = options.Timeout - clock.GetElapsedTime(start);
            }

            await PauseAsync(Shorter(pause, left > lead ? left - lead : TimeSpan.Zero), stop).ConfigureAwait(false);
            pause = Shorter(TimeSpan.FromTicks(pause.Ticks * 3 / 2), TimeSpan.FromTicks(options.Interval.Ticks * 6));
        }
    }

    // The batch when it has a status asked for; nothing when the wait goes on.
    private async Task<RcBatch?> TryReachAsync(BatchWaitState state, long start, CancellationToken stop)
    {
        try
        {
            RcBatch batch = await batches.GetAsync(state.Id, stop).ConfigureAwait(false);
            return state.IsReached(batch, clock.GetElapsedTime(start)) ? batch : null;
        }
        catch (RocketComsException exception) when (!stop.IsCancellationRequested && state.Survives(exception))
        {
            return null;
        }
    }

    private Task PauseAsync(TimeSpan pause, CancellationToken cancellationToken) => clock.Delay(pause, cancellationToken);
}
