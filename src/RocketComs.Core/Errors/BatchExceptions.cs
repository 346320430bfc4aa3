namespace RocketComs.Core.Errors;

/// <summary>A batch whose status is not <c>CREATED</c>, or that has finished all the same: it can be neither updated nor removed.</summary>
/// <param name="id">The batch.</param>
/// <param name="status">The status it has.</param>
/// <param name="words">What it is, for the message: "PENDING".</param>
public sealed class BatchNotUpdatableException(string id, string? status, string words) : RocketComsException(
    $"Batch {id} is {words}, and only a batch that is CREATED and has not finished can be changed or removed. Nothing was changed.", AdviceAbout(id, status))
{
    /// <summary>Gets the batch.</summary>
    public string BatchId { get; } = id;

    /// <summary>Gets the status it has.</summary>
    public string? Status { get; } = status;

    /// <summary>What to do about a batch that has gone out, or may have: who creates it again pays twice, and everybody gets the text twice.</summary>
    /// <param name="id">The batch.</param>
    /// <param name="status">The status it has.</param>
    public static string AdviceAbout(string? id, string? status) => status?.ToUpperInvariant() switch
    {
        "UPLOADING" or "PENDING" or "IN_PROCESS" =>
            $"It is on its way, so do not create it again: everybody would get the text twice. Follow it with 'Wait-RcBatch {id}'; nothing documented stops or changes it.",
        "COMPLETED" or "DELIVERED" =>
            $"It has been sent, so do not create it again: everybody would get the text twice. See what became of it with 'Get-RcBatchMessage {id}'.",
        "ERROR" =>
            $"See what went wrong with 'Get-RcBatchError {id}', and with 'Get-RcBatchMessage {id}' that nothing went out. Only then create a new batch with New-RcBatch, with the mistakes repaired.",
        _ => $"It may be on its way or may have been sent. Look with 'Get-RcBatch {id}' and 'Get-RcBatchMessage {id}', and do not create it again while you are not sure that nothing went out.",
    };
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
