namespace RocketComs.PowerShell.Common;

/// <summary>A recipient where a parameter takes one: an id, or an object with an <c>Id</c> property that is none of this module's: no object of it is a recipient.</summary>
public sealed class RecipientReference : IdReference
{
    /// <summary>Initializes the reference.</summary>
    /// <param name="value">The id, or the object that has it.</param>
    public RecipientReference(object value)
        : base(value, "recipient")
    {
    }
}
