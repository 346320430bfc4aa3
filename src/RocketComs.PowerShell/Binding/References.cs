using System.Management.Automation;

namespace RocketComs.PowerShell.Binding;

/// <summary>An id where a parameter takes one: a string, a GUID, or any object with an <c>Id</c> property.</summary>
public abstract class IdReference
{
    /// <summary>Takes the id out of a value.</summary>
    /// <param name="value">The id, or the object that has it.</param>
    /// <param name="ownType">
    /// The one type of this module whose <c>Id</c> is meant, such as <c>RcBatch</c>: the id of a campaign is never taken for that of a batch.
    /// </param>
    /// <param name="properties">The properties that can hold the id in an object of another kind, before <c>Id</c>.</param>
    private protected IdReference(object value, string ownType, params string[] properties)
    {
        PSObject wrapper = PSObject.AsPSObject(value);
        if (wrapper.BaseObject is string or ValueType && ColumnCheck.IsLine(wrapper))
        {
            Value = Cell.Show(wrapper).Trim();
            return;
        }

        bool hasOwnId = ModuleTypes.NameOf(wrapper) is not { } own || own == ownType;
        object? id = (hasOwnId ? [.. properties, "Id"] : properties).Select(name => wrapper.Properties[name]).FirstOrDefault(property => property is not null)?.Value;
        if (id is null)
        {
            throw new PSInvalidCastException(hasOwnId
                ? $"The object has no id: give a UUID, or an object with the property {properties.Append("Id").First()}."
                : $"It is a {ModuleTypes.NameOf(wrapper)}, and its id cannot be used here: give a UUID, or a {ownType}.");
        }

        Value = (LanguagePrimitives.ConvertTo<string>(id) ?? string.Empty).Trim();
    }

    /// <summary>Gets the id as text; empty when the object has none.</summary>
    public string Value { get; }

    /// <summary>Returns the id.</summary>
    public override string ToString() => Value;
}

/// <summary>A batch: an id, or any object with a <c>BatchId</c> (an error or a message is of a batch), or else an <c>Id</c>, property.</summary>
/// <param name="value">The id, or the object that has it.</param>
public sealed class BatchReference(object value) : IdReference(value, nameof(RcBatch), "BatchId");

/// <summary>A campaign: an id, or any object with a <c>CampaignId</c> (a batch is of a campaign), or else an <c>Id</c>, property.</summary>
/// <param name="value">The id, or the object that has it.</param>
public sealed class CampaignReference(object value) : IdReference(value, nameof(RcCampaign), "CampaignId");

/// <summary>A message: an id, a message, or an object of another kind with an <c>Id</c> property.</summary>
/// <param name="value">The id, or the object that has it.</param>
public sealed class MessageReference(object value) : IdReference(value, nameof(RcMessage));

/// <summary>A message template: an id, or any object with a <c>MessageTemplateId</c> (a batch is made from a template), or else an <c>Id</c>, property.</summary>
/// <param name="value">The id, or the object that has it.</param>
public sealed class MessageTemplateReference(object value) : IdReference(value, nameof(RcMessageTemplate), "MessageTemplateId");

/// <summary>A recipient list: an id, or any object with a <c>RecipientsListId</c> (an import made a list), a <c>RecipientListId</c>, or else an <c>Id</c>, property.</summary>
/// <param name="value">The id, or the object that has it.</param>
public sealed class RecipientListReference(object value) : IdReference(value, nameof(RcRecipientList), "RecipientsListId", "RecipientListId");

/// <summary>A recipient: an id, or an object with an <c>Id</c> property that is none of this module's: no object of it is a recipient.</summary>
/// <param name="value">The id, or the object that has it.</param>
public sealed class RecipientReference(object value) : IdReference(value, "recipient");
