namespace RocketComs.PowerShell.Common;

/// <summary>A batch where a parameter takes one: an id, or any object with a <c>BatchId</c> (an error or a message is of a batch), or else an <c>Id</c>, property.</summary>
public sealed class BatchReference : IdReference
{
    /// <summary>Initializes the reference.</summary>
    /// <param name="value">The id, or the object that has it.</param>
    public BatchReference(object value)
        : base(value, nameof(RcBatch), "BatchId")
    {
    }
}
