namespace RocketComs.Core.Errors;

/// <summary>A batch whose status is not <c>CREATED</c>: it can be neither updated nor removed.</summary>
/// <param name="id">The batch.</param>
/// <param name="status">The status it has.</param>
public sealed class BatchNotUpdatableException(string id, string? status) : RocketComsException(
    $"Batch {id} is {(string.IsNullOrEmpty(status) ? "without a status" : status)}, and only a batch that is CREATED can be changed. Nothing was sent.",
    "Create a new batch with New-RcBatch; nothing documented stops or changes one that has been scheduled.")
{
    /// <summary>Gets the batch.</summary>
    public string BatchId { get; } = id;

    /// <summary>Gets the status it has.</summary>
    public string? Status { get; } = status;
}

/// <summary>A wait that ended without the status that was asked for.</summary>
/// <param name="batch">The batch as it was last seen.</param>
/// <param name="timedOut">Whether the time ran out.</param>
/// <param name="message">How the wait ended.</param>
/// <param name="recommendedAction">What to do.</param>
public sealed class WaitEndedException(RcBatch? batch, bool timedOut, string message, string recommendedAction) : RocketComsException(message, recommendedAction)
{
    /// <summary>Gets the batch as it was last seen; <see langword="null"/> when it never was.</summary>
    public RcBatch? Batch { get; } = batch;

    /// <summary>Gets whether the time ran out; otherwise the batch reached a final status that was not asked for.</summary>
    public bool TimedOut { get; } = timedOut;
}
