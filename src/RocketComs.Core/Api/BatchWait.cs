using RocketComs.Core.Errors;

namespace RocketComs.Core.Api;

/// <summary>Polls a batch until it has one of the statuses asked for.</summary>
public sealed class BatchWait
{
    // The last look begins this long before the time is up, so that its answer can still come.
    private static readonly TimeSpan s_lead = TimeSpan.FromSeconds(1);

    private readonly BatchesClient _batches;
    private readonly TimeProvider _clock;
    private readonly BatchWaitOptions _options;

    /// <summary>Initializes the wait.</summary>
    /// <param name="batches">The batch endpoints.</param>
    /// <param name="clock">The clock that it waits on.</param>
    /// <param name="options">What is waited for.</param>
    public BatchWait(BatchesClient batches, TimeProvider clock, BatchWaitOptions options)
    {
        _batches = batches;
        _clock = clock;
        _options = options;
    }

    /// <summary>
    /// Waits. The time holds whatever a look is doing then. Once the batch has been seen, failures that may pass do not end the wait.
    /// </summary>
    /// <param name="id">The batch.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="WaitEndedException">The time ran out, or the batch reached a final status that was not asked for.</exception>
    /// <exception cref="RocketComsException">The first look failed, or a later one in a way that does not pass.</exception>
    public async Task<RcBatch> RunAsync(string id, CancellationToken cancellationToken)
    {
        using CancellationTokenSource deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using ITimer? timer = _options.Timeout == TimeSpan.Zero
            ? null
            : _clock.CreateTimer(static state => Cancel((CancellationTokenSource)state!), deadline, _options.Timeout, Timeout.InfiniteTimeSpan);
        BatchWatch watch = new(id, _options);
        try
        {
            return await PollAsync(watch, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or RocketComsException and not WaitEndedException
            && deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw watch.TimedOut();
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static void Cancel(CancellationTokenSource deadline)
    {
        try
        {
            deadline.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The wait ended in the moment that the time ran out.
        }
    }

    private async Task<RcBatch> PollAsync(BatchWatch watch, CancellationToken stop)
    {
        long start = _clock.GetTimestamp();
        TimeSpan pause = _options.Interval;
        TimeSpan lead = Shorter(s_lead, TimeSpan.FromTicks(_options.Timeout.Ticks / 4));
        while (true)
        {
            if (await LookAsync(watch, start, stop).ConfigureAwait(false) is { } reached)
            {
                return reached;
            }

            TimeSpan left = _options.Timeout - _clock.GetElapsedTime(start);
            if (left <= lead)
            {
                if (left > TimeSpan.Zero)
                {
                    await PauseAsync(left, stop).ConfigureAwait(false);
                }

                throw watch.TimedOut();
            }

            if (_options.Waiting is { } waiting && watch.Current is { } batch)
            {
                await waiting(batch, _clock.GetElapsedTime(start), stop).ConfigureAwait(false);
                left = _options.Timeout - _clock.GetElapsedTime(start);
            }

            await PauseAsync(Shorter(pause, left > lead ? left - lead : TimeSpan.Zero), stop).ConfigureAwait(false);
            pause = Shorter(TimeSpan.FromTicks(pause.Ticks * 3 / 2), TimeSpan.FromTicks(_options.Interval.Ticks * 6));
        }
    }

    // The batch when it is there; nothing when the wait goes on.
    private async Task<RcBatch?> LookAsync(BatchWatch watch, long start, CancellationToken stop)
    {
        try
        {
            RcBatch batch = await _batches.GetAsync(watch.Id, stop).ConfigureAwait(false);
            return watch.Judge(batch, _clock.GetElapsedTime(start)) ? batch : null;
        }
        catch (RocketComsException exception) when (!stop.IsCancellationRequested && watch.Bears(exception))
        {
            return null;
        }
    }

    private Task PauseAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
#if NET8_0_OR_GREATER
        return Task.Delay(pause, _clock, cancellationToken);
#else
        return _clock.Delay(pause, cancellationToken);
#endif
    }
}
