using System.Globalization;
using System.Management.Automation;

namespace RocketComs.PowerShell.Common;

/// <summary>
/// Takes a price from text with a point only. PowerShell leaves commas out of numbers wherever it runs, so that <c>'0,0079'</c> would be 79.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PriceTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = inputData is PSObject wrapper ? wrapper.BaseObject : inputData;
        return value is not string text ? inputData
            : decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal price) ? price
            : throw new ArgumentTransformationMetadataException($"'{text}' is no price with a decimal point, such as 0.0079.");
    }
}
