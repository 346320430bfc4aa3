using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Batches;

/// <summary>Polls a batch until it has one of the statuses asked for.</summary>
public sealed class BatchWait
{
    /// <summary>The statuses after which nothing more happens.</summary>
    public static readonly IReadOnlyCollection<string> FinalStatuses = ["COMPLETED", "ERROR"];

    private readonly BatchesClient _batches;
    private readonly TimeProvider _clock;

    /// <summary>Initializes the wait.</summary>
    /// <param name="batches">The batch endpoints.</param>
    /// <param name="clock">The clock that it waits on.</param>
    public BatchWait(BatchesClient batches, TimeProvider clock)
    {
        _batches = batches;
        _clock = clock;
    }

    /// <summary>Waits.</summary>
    /// <param name="id">The batch.</param>
    /// <param name="statuses">Any of these ends the wait.</param>
    /// <param name="interval">The time between two looks; it grows by half each time, to six times itself.</param>
    /// <param name="timeout">How long to wait at most.</param>
    /// <param name="looked">Told of the batch and of the time waited after every look.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="WaitEndedException">The time ran out, or the batch reached a final status that was not asked for.</exception>
    public async Task<RcBatch> RunAsync(
        string id, IReadOnlyCollection<string> statuses, TimeSpan interval, TimeSpan timeout, Action<RcBatch, TimeSpan>? looked, CancellationToken cancellationToken)
    {
        long start = _clock.GetTimestamp();
        TimeSpan pause = interval;
        while (true)
        {
            RcBatch batch = await _batches.GetAsync(id, cancellationToken).ConfigureAwait(false);
            TimeSpan waited = _clock.GetElapsedTime(start);
            looked?.Invoke(batch, waited);
            if (statuses.Contains(batch.Status, StringComparer.OrdinalIgnoreCase))
            {
                return batch;
            }

            string asked = string.Join(", ", statuses);
            if (FinalStatuses.Contains(batch.Status, StringComparer.OrdinalIgnoreCase))
            {
                throw new WaitEndedException(
                    batch, timedOut: false, $"Batch {id} is {batch.Status}, which is final; {asked} was waited for.", $"See what happened with 'Get-RcBatchError {id}'.");
            }

            if (waited >= timeout)
            {
                throw new WaitEndedException(
                    batch,
                    timedOut: true,
                    FormattableString.Invariant($"Batch {id} is still {batch.Status} after {waited.TotalSeconds:0} seconds; {asked} was waited for."),
                    "Wait again, with a larger -TimeoutSec. A batch with a start date in the future does not start before it.");
            }

            await PauseAsync(Shorter(pause, timeout - waited), cancellationToken).ConfigureAwait(false);
            pause = Shorter(TimeSpan.FromTicks(pause.Ticks * 3 / 2), TimeSpan.FromTicks(interval.Ticks * 6));
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private Task PauseAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
#if NET8_0_OR_GREATER
        return Task.Delay(pause, _clock, cancellationToken);
#else
        return _clock.Delay(pause, cancellationToken);
#endif
    }
}
