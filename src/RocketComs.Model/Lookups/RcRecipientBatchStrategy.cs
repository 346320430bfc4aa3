namespace RocketComs;

/// <summary>What a bulk load does with recipients who are there already (API page "Create a Recipient Batch", <c>batchStrategy</c>).</summary>
public enum RcRecipientBatchStrategy
{
    /// <summary>New recipients are added; those who are there stay as they are. The API's own default.</summary>
    Skip,

    /// <summary>What the platform has of a recipient is replaced entirely by what the file has. It cannot be undone.</summary>
    Override,

    /// <summary>What the platform has of a recipient is updated with what the file has.</summary>
    Merge,
}
