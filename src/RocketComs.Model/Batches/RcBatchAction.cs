namespace RocketComs;

/// <summary>What the platform does with a batch after it has received it (API page "Update a Campaign Batch", <c>action</c>).</summary>
public enum RcBatchAction
{
    /// <summary>The file is only checked. Nothing is sent and the batch stays updatable.</summary>
    Validate,

    /// <summary>The batch is processed at its schedule. It costs money, and nothing documented stops it. The API's own default.</summary>
    Schedule,
}
