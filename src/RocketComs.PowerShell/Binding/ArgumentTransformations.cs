using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace RocketComs.PowerShell.Binding;

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
            : throw new ArgumentTransformationMetadataException($"'{text}' is not a date in the form yyyy-MM-dd, such as 2027-01-31.");
}

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
            : throw new ArgumentTransformationMetadataException($"'{text}' is not a price with a decimal point, such as 0.0079.");
    }
}

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
            : throw new ArgumentTransformationMetadataException($"'{item}' is not text and has none: it needs a property named {string.Join(", ", s_names.Take(s_names.Length - 1))} or {s_names[s_names.Length - 1]}.");
    }

    private static PSPropertyInfo? TextProperty(object item)
    {
        PSObject shown = PSObject.AsPSObject(item);
        return s_names.Select(name => shown.Properties[name]).FirstOrDefault(property => property is not null);
    }
}
