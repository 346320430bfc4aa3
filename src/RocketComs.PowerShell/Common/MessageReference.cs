namespace RocketComs.PowerShell.Common;

/// <summary>A message where a parameter takes one: an id, a message, or an object of another kind with an <c>Id</c> property.</summary>
public sealed class MessageReference : IdReference
{
    /// <summary>Initializes the reference.</summary>
    /// <param name="value">The id, or the object that has it.</param>
    public MessageReference(object value)
        : base(value, nameof(RcMessage))
    {
    }
}
