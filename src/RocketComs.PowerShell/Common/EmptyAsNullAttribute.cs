using System.Management.Automation;

namespace RocketComs.PowerShell.Common;

/// <summary>Takes an empty cell of a plan for what it means: not given.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal class EmptyAsNullAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override bool TransformNullOptionalParameters => false;

    /// <inheritdoc/>
    public sealed override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapper ? wrapper.BaseObject : inputData;
        return value is not string text ? inputData : string.IsNullOrWhiteSpace(text) ? null! : FromText(text, inputData);
    }

    /// <summary>What a text that is not empty stands for.</summary>
    /// <param name="text">The text.</param>
    /// <param name="inputData">The same, as PowerShell gave it.</param>
    protected virtual object FromText(string text, object inputData) => inputData;
}
