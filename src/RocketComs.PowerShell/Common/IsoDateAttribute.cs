using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace RocketComs.PowerShell.Common;

/// <summary>
/// Takes a date from text as <c>yyyy-MM-dd</c> only. PowerShell reads <c>01.02.2027</c> as the second of January wherever it runs,
/// and a batch that goes out on the wrong day cannot be called back. An empty cell of a plan means not given.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IsoDateAttribute : EmptyAsNullAttribute
{
    /// <inheritdoc/>
    protected override object FromText(string text, object inputData) =>
        Regex.IsMatch(text.Trim(), @"^\d{4}-\d{2}-\d{2}($|[T ])", RegexOptions.CultureInvariant)
        && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime date)
            ? date
            : throw new ArgumentTransformationMetadataException($"'{text}' is no date as yyyy-MM-dd, such as 2027-01-31.");
}
