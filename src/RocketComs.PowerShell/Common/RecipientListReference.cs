namespace RocketComs.PowerShell.Common;

/// <summary>A recipient list where a parameter takes one: an id, or any object with a <c>RecipientsListId</c> (an import made a list), a <c>RecipientListId</c>, or else an <c>Id</c>, property.</summary>
public sealed class RecipientListReference : IdReference
{
    /// <summary>Initializes the reference.</summary>
    /// <param name="value">The id, or the object that has it.</param>
    public RecipientListReference(object value)
        : base(value, nameof(RcRecipientList), "RecipientsListId", "RecipientListId")
    {
    }
}
