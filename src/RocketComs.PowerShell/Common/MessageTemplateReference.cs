namespace RocketComs.PowerShell.Common;

/// <summary>A message template where a parameter takes one: an id, or any object with a <c>MessageTemplateId</c> (a batch is made from a template), or else an <c>Id</c>, property.</summary>
public sealed class MessageTemplateReference : IdReference
{
    /// <summary>Initializes the reference.</summary>
    /// <param name="value">The id, or the object that has it.</param>
    public MessageTemplateReference(object value)
        : base(value, nameof(RcMessageTemplate), "MessageTemplateId")
    {
    }
}
