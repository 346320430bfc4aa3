namespace RocketComs.Core.Errors;

/// <summary>A batch whose status is not <c>CREATED</c>: it can be neither updated nor removed.</summary>
public sealed class BatchNotUpdatableException : RocketComsException
{
    /// <summary>Initializes the error.</summary>
    /// <param name="id">The batch.</param>
    /// <param name="status">The status it has.</param>
    public BatchNotUpdatableException(string id, string? status)
        : base(
            $"Batch {id} is {(string.IsNullOrEmpty(status) ? "without a status" : status)}, and only a batch that is CREATED can be changed. Nothing was sent.",
            "Create a new batch with New-RcBatch; nothing documented stops or changes one that has been scheduled.")
    {
        BatchId = id;
        Status = status;
    }

    /// <summary>Gets the batch.</summary>
    public string BatchId { get; }

    /// <summary>Gets the status it has.</summary>
    public string? Status { get; }
}
