using System.Management.Automation;
using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Binding;

/// <summary>Takes a time of day in a form that is clear everywhere. PowerShell reads <c>9</c> as nine days.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TimeOfDayAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        try
        {
            return CellReader.Time("Time", inputData);
        }
        catch (InvalidParameterException)
        {
            throw new ArgumentTransformationMetadataException($"'{Cell.Show(inputData)}' is not a time of day in hours and minutes, such as 09:00.");
        }
    }
}
