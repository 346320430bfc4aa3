using System.Collections;
using System.Management.Automation;

namespace RocketComs.PowerShell.Common;

/// <summary>
/// Takes the text out of an object that has one, also where it is no string: a number in a row of a table is a text too. An object
/// without one is refused, as PowerShell would take its description for the text (<c>@{Phone=1202}</c>).
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MessageTextAttribute : ArgumentTransformationAttribute
{
    private static readonly string[] s_names = ["Message", "Text", "MessageText", "Content", "MessageContent", "Body"];

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapper ? wrapper.BaseObject : inputData;
        return value is IEnumerable list and not (string or IDictionary) && TextProperty(inputData) is null
            ? list.Cast<object?>().Select(TextOf).ToArray()
            : TextOf(inputData)!;
    }

    private static object? TextOf(object? item)
    {
        object? value = item is PSObject wrapper ? wrapper.BaseObject : item;
        if (value is null or string or ValueType or Uri)
        {
            return item;
        }

        return TextProperty(item!) is { } text
            ? LanguagePrimitives.ConvertTo<string>(text.Value) ?? string.Empty
            : throw new ArgumentTransformationMetadataException($"'{item}' is no text and has none: it needs a property named {string.Join(", ", s_names.Take(s_names.Length - 1))} or {s_names[s_names.Length - 1]}.");
    }

    private static PSPropertyInfo? TextProperty(object item)
    {
        PSObject shown = PSObject.AsPSObject(item);
        return s_names.Select(name => shown.Properties[name]).FirstOrDefault(property => property is not null);
    }
}
