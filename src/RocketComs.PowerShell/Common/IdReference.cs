using System;
using System.Linq;
using System.Management.Automation;

namespace RocketComs.PowerShell.Common;

/// <summary>An id where a parameter takes one: a string, a GUID, or any object with an <c>Id</c> property.</summary>
public class IdReference
{
    /// <summary>Initializes the reference.</summary>
    /// <param name="value">The id, or the object that has it.</param>
    public IdReference(object value)
        : this(value, "Id")
    {
    }

    /// <summary>Initializes the reference.</summary>
    /// <param name="value">The id, or the object that has it.</param>
    /// <param name="properties">The properties that can hold the id; the first that the object has counts.</param>
    private protected IdReference(object value, params string[] properties)
    {
        PSObject wrapper = PSObject.AsPSObject(value);
        object? id = wrapper.BaseObject is string or Guid ? wrapper.BaseObject : properties.Select(name => wrapper.Properties[name]).FirstOrDefault(property => property is not null)?.Value;
        if (id is null)
        {
            throw new PSInvalidCastException($"The object has no id: give a UUID, or an object with the property {properties[0]}.");
        }

        Value = (LanguagePrimitives.ConvertTo<string>(id) ?? string.Empty).Trim();
    }

    /// <summary>Gets the id as text; empty when the object has none.</summary>
    public string Value { get; }

    /// <summary>Returns the id.</summary>
    public override string ToString() => Value;
}
