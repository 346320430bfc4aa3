using System.Management.Automation;

namespace RocketComs.PowerShell.Tests.Harness;

/// <summary>The module's types are not referenced, so their properties are read by name.</summary>
internal static class PSObjectExtensions
{
    /// <summary>The value of a property; a property that is not there fails the test.</summary>
    public static T? Get<T>(this object item, string property)
    {
        PSPropertyInfo info = PSObject.AsPSObject(item).Properties[property]
            ?? throw new PSArgumentException($"{PSObject.AsPSObject(item).TypeNames[0]} has no property {property}.");
        return (T?)(info.Value is PSObject wrapper ? wrapper.BaseObject : info.Value);
    }

    /// <summary>The value of a property as text, whatever its type.</summary>
    public static string? Text(this object item, string property) => LanguagePrimitives.ConvertTo<string>(item.Get<object>(property));
}
