using System;
using System.Collections;
using System.Linq;
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
        if (value is null or string or ValueType or Uri)
        {
            return inputData!;
        }

        PSObject item = PSObject.AsPSObject(inputData);
        if (s_names.Select(name => item.Properties[name]).FirstOrDefault(property => property is not null) is { } text)
        {
            return LanguagePrimitives.ConvertTo<string>(text.Value) ?? string.Empty;
        }

        return value is IEnumerable and not IDictionary
            ? inputData
            : throw new ArgumentTransformationMetadataException($"'{inputData}' is no text and has none: it needs a property named {string.Join(", ", s_names.Take(s_names.Length - 1))} or {s_names[s_names.Length - 1]}.");
    }
}
