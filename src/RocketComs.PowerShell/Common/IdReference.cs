using System.Management.Automation;

namespace RocketComs.PowerShell.Common;

/// <summary>An id where a parameter takes one: a string, a GUID, or any object with an <c>Id</c> property.</summary>
public class IdReference
{
    /// <summary>Initializes the reference.</summary>
    /// <param name="value">The id, or the object that has it.</param>
    public IdReference(object value)
        : this(value, ownType: null)
    {
    }

    /// <summary>Initializes the reference.</summary>
    /// <param name="value">The id, or the object that has it.</param>
    /// <param name="ownType">
    /// The one type of this module whose <c>Id</c> is meant, such as <c>RcBatch</c>: the id of a campaign is never taken for that of a batch.
    /// Objects of others may have any type.
    /// </param>
    /// <param name="properties">The properties that can hold the id in an object of another kind, before <c>Id</c>.</param>
    private protected IdReference(object value, string? ownType, params string[] properties)
    {
        PSObject wrapper = PSObject.AsPSObject(value);
        if (wrapper.BaseObject is string or Guid)
        {
            Value = wrapper.BaseObject.ToString()!.Trim();
            return;
        }

        bool hasOwnId = ownType is null || OwnTypes.Of(wrapper) is not { } own || own == ownType;
        object? id = (hasOwnId ? [.. properties, "Id"] : properties).Select(name => wrapper.Properties[name]).FirstOrDefault(property => property is not null)?.Value;
        if (id is null)
        {
            throw new PSInvalidCastException(hasOwnId
                ? $"The object has no id: give a UUID, or an object with the property {properties.Append("Id").First()}."
                : $"It is a {OwnTypes.Of(wrapper)}, whose id is not meant here: give a UUID, or a {ownType}.");
        }

        Value = (LanguagePrimitives.ConvertTo<string>(id) ?? string.Empty).Trim();
    }

    /// <summary>Gets the id as text; empty when the object has none.</summary>
    public string Value { get; }

    /// <summary>Returns the id.</summary>
    public override string ToString() => Value;
}
