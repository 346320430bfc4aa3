using System;
using System.Linq;
using System.Management.Automation;

namespace RocketComs.PowerShell.Common;

/// <summary>Takes the text out of an object that has one, also where it is no string: a number in a row of a table is a text too.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MessageTextAttribute : ArgumentTransformationAttribute
{
    private static readonly string[] s_names = ["Message", "Text", "MessageText", "Content", "MessageContent", "Body"];

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapper ? wrapper.BaseObject : inputData;
        if (inputData is not PSObject row || value is string or Array)
        {
            return inputData!;
        }

        return s_names.Select(name => row.Properties[name]).FirstOrDefault(property => property is not null) is { } text
            ? LanguagePrimitives.ConvertTo<string>(text.Value) ?? string.Empty
            : inputData;
    }
}
