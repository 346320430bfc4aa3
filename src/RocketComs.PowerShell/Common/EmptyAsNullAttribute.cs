using System;
using System.Management.Automation;

namespace RocketComs.PowerShell.Common;

/// <summary>Takes an empty cell of a plan for what it means: not given.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EmptyAsNullAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapper ? wrapper.BaseObject : inputData;
        return value is string text && string.IsNullOrWhiteSpace(text) ? null! : inputData;
    }

    /// <inheritdoc/>
    public override bool TransformNullOptionalParameters => false;
}
