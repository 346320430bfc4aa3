using System.Net;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Api;

/// <summary>What one wait has seen of its batch so far, and what that means for it.</summary>
internal sealed class BatchWaitState(string id, BatchWaitOptions options, TimeProvider clock)
{
    private RcBatch? _seen;
    private RocketComsException? _failure;
    private bool _hasWarned;

    public string Id { get; } = id;

    /// <summary>Gets the batch as the last poll saw it; <see langword="null"/> when that poll failed.</summary>
    public RcBatch? Current => _failure is null ? _seen : null;

    private string Wanted => string.Join(", ", options.Statuses);

    /// <summary>Whether the batch has a status that ends the wait.</summary>
    /// <param name="batch">The batch as it is.</param>
    /// <param name="waited">The time waited.</param>
    /// <exception cref="WaitEndedException">It has a final status that was not asked for.</exception>
    public bool IsReached(RcBatch batch, TimeSpan waited)
    {
        _seen = batch;
        _failure = null;
        options.Polled?.Invoke(batch, waited);
        if (BatchStatuses.IsOneOf(batch.Status, options.Statuses))
        {
            return true;
        }

        // Whatever a status is called, a batch that has finished changes no more.
        bool hasFinished = BatchStatuses.HasFinished(batch, clock.GetUtcNow());
        if (hasFinished || BatchStatuses.IsOneOf(batch.Status, BatchStatuses.Final))
        {
            throw new WaitEndedException(
                batch,
                timedOut: false,
                $"Batch {Id} is {(hasFinished ? BatchStatuses.Words(batch) : BatchStatuses.Words(batch.Status) + ", which is final")}; {Wanted} was waited for.",
                $"See what happened with 'Get-RcBatchError {Id}' and 'Get-RcBatchMessage {Id}'.");
        }

        if (!_hasWarned && BatchStart.Of(batch) is { } start && start.IsAfter(clock.GetUtcNow() + options.Timeout - waited))
        {
            _hasWarned = true;
            options.Warn?.Invoke(FormattableString.Invariant(
                $"Batch {Id} begins on {start.Words}, {start.DaysFrom(clock.GetUtcNow())}: later than the {options.Timeout.TotalSeconds:N0} seconds (-TimeoutSec) for which it is waited for."));
        }

        if (!_hasWarned && string.Equals(batch.Status, BatchesClient.CreatedStatus, StringComparison.OrdinalIgnoreCase))
        {
            _hasWarned = true;
            options.Warn?.Invoke($"Batch {Id} is {BatchesClient.CreatedStatus}: nothing will happen until it is scheduled, with Update-RcBatch.");
        }

        return false;
    }

    /// <summary>Whether the wait goes on after a failure: the batch has been seen, and the failure may pass.</summary>
    public bool Survives(RocketComsException failure)
    {
        bool mayPass = failure is ConnectionFailedException or RequestTimeoutException or UnexpectedResponseException { IsAboutAnother: false }
            || (failure is ApiException { StatusCode: HttpStatusCode status } && ((int)status >= 500 || (int)status is 408 or 429));
        if (_seen is null || !mayPass)
        {
            return false;
        }

        _failure = failure;
        options.PollFailed?.Invoke(failure);
        return true;
    }

    /// <summary>The error for a wait whose time is up.</summary>
    public WaitEndedException TimedOut()
    {
        string state = _seen is null
            ? $"Batch {Id} could not be read within"
            : $"Batch {Id} is still {BatchStatuses.Words(_seen.Status)} after";
        string why = _failure is null ? string.Empty : " The last attempt failed: " + _failure.Message;
        return new WaitEndedException(
            _seen,
            timedOut: true,
            FormattableString.Invariant($"{state} {options.Timeout.TotalSeconds:0} seconds; {Wanted} was waited for.{why}"),
            _seen is not null && BatchStart.Of(_seen) is { } start && start.IsAfter(clock.GetUtcNow())
                ? $"The batch begins on {start.Words}, and nothing happens before: wait again from then on."
                : "Wait again, with a larger -TimeoutSec. A batch with a start date in the future does not start before it.");
    }
}
