using System.Collections;
using System.Globalization;
using System.Management.Automation;
using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Binding;

/// <summary>Takes what is piped as it is, and a null as an object too, so that none is lost: PowerShell goes on without one that it cannot bind.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PipedAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => PipedObjects.Bound(inputData);
}

/// <summary>Takes a date in a form that is clear everywhere. PowerShell reads <c>01.02.2027</c> as the second of January wherever it runs.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IsoDateAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override bool TransformNullOptionalParameters => false;

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        try
        {
            // Nothing at all is refused by the parameter itself.
            return Cell.IsEmpty(inputData) ? null! : CellReader.Date("Date", inputData);
        }
        catch (InvalidParameterException)
        {
            throw new ArgumentTransformationMetadataException($"'{Cell.Show(inputData)}' is not a date in the form yyyy-MM-dd, such as 2027-01-31.");
        }
    }
}

/// <summary>Takes a moment in a form that is clear everywhere, and in the calendar of all: PowerShell's own reading follows the culture.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MomentAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        try
        {
            return CellReader.Moment("Moment", inputData);
        }
        catch (InvalidParameterException)
        {
            throw new ArgumentTransformationMetadataException($"'{Cell.Show(inputData)}' is not a moment in the form yyyy-MM-dd HH:mm, such as 2027-01-31 09:00.");
        }
    }
}

/// <summary>Takes one whole word of an enumeration. PowerShell takes numbers, beginnings and several words with commas between them too.</summary>
/// <param name="type">The enumeration.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OneWordAttribute(Type type) : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        try
        {
            return CellReader.Word(type, type.Name, inputData);
        }
        catch (InvalidParameterException)
        {
            throw new ArgumentTransformationMetadataException($"'{Cell.Show(inputData)}' is not one of the words {string.Join(", ", Enum.GetNames(type))}.");
        }
    }
}

/// <summary>
/// Takes a number as it stands. PowerShell rounds what has a fraction, leaves commas out of texts wherever it runs (<c>'0,0079'</c> would be 79),
/// and makes numbers of switches, words of enumerations, characters and nothing at all.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal class PlainNumberAttribute : ArgumentTransformationAttribute
{
    /// <summary>Gets or sets whether <see langword="null"/> is left to the command, which refuses it by name. Of one for a number PowerShell makes 0.</summary>
    public bool LeavesNull { get; set; }

    /// <summary>Gets or sets whether several numbers are taken, each as one is.</summary>
    public bool TakesList { get; set; }

    /// <summary>Gets what a text must be, for the user.</summary>
    private protected virtual string Form => "a number with a decimal point, such as 0.0079";

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        TakesList && Cell.Unwrap(inputData) is IList { Count: > 0 } several ? several.Cast<object?>().Select(NumberOf).ToArray() : NumberOf(inputData);

    private object NumberOf(object? inputData)
    {
        object? value = Cell.Unwrap(inputData);
        object? number = value is string text ? NumberOf(text) : value;
        return (value is null && LeavesNull) || (number is not null && CellReader.IsNumber(number) && IsTaken(number))
            ? number!
            : throw new ArgumentTransformationMetadataException($"'{Cell.Show(inputData)}' is not {Form}.");
    }

    /// <summary>Whether the parameter can hold the number as it is.</summary>
    /// <param name="number">The number.</param>
    private protected virtual bool IsTaken(object number) => !(number is double or float) || Math.Abs(Convert.ToDouble(number, CultureInfo.InvariantCulture)) <= double.MaxValue;

    private static decimal? NumberOf(string text) => decimal.TryParse(
        text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? number : null;
}

/// <summary>Takes a number without a fraction.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WholeNumberAttribute : PlainNumberAttribute
{
    private protected override string Form => "a whole number, such as 5";

    private protected override bool IsTaken(object number) => base.IsTaken(number) && number switch
    {
        double real => real == Math.Floor(real),
        float real => real == Math.Floor(real),
        decimal exact => exact == decimal.Floor(exact),
        _ => true,
    };
}

/// <summary>Takes one text. Of an object, a table or a script block PowerShell would take the description, or the code, for one.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OneTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        try
        {
            // Nothing at all is refused by the command, by name.
            return Cell.IsEmpty(inputData) ? string.Empty : CellReader.Text("Text", inputData);
        }
        catch (InvalidParameterException)
        {
            throw new ArgumentTransformationMetadataException($"'{Cell.Show(inputData)}' is no text but a {Cell.Unwrap(inputData)!.GetType().Name}. Nothing was sent.");
        }
    }
}

/// <summary>
/// Keeps what was typed bare for a list of texts, such as <c>007</c>: given by position, PowerShell takes the number that it makes of it out of the
/// wrapper that knows how it was written. Within a list that is typed (<c>007, 008</c>) it never has one.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TypedTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => Of(inputData)!;

    /// <summary>The text of a number; anything else as it is.</summary>
    public static object? Of(object? item) => Cell.Unwrap(item) is { } value && CellReader.IsNumber(value) ? Cell.Figures(item!) : item;
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
        object? value = Cell.Unwrap(inputData);
        return value is IEnumerable list and not (string or IDictionary) && TextProperty(inputData) is null
            ? list.Cast<object?>().Select(TextOf).ToArray()
            : TextOf(inputData)!;
    }

    /// <summary>The text of one object; a script block, which chooses texts of piped objects, as it is.</summary>
    public static object? TextOf(object? item)
    {
        object? value = Cell.Unwrap(item);
        if (value is null or string or ValueType or Uri or ScriptBlock)
        {
            return TypedTextAttribute.Of(item);
        }

        return TextProperty(item!) is { } text
            ? Plain(text)
            : throw new ArgumentTransformationMetadataException($"'{item}' is not text and has none: it needs a property named {string.Join(", ", s_names.Take(s_names.Length - 1))} or {s_names[s_names.Length - 1]}.");
    }

    private static string Plain(PSPropertyInfo property)
    {
        try
        {
            return Cell.IsEmpty(property.Value) ? property.Value as string ?? string.Empty : CellReader.Text(property.Name, property.Value);
        }
        catch (InvalidParameterException exception)
        {
            throw new ArgumentTransformationMetadataException(exception.Message);
        }
    }

    // The filled one; two that differ are no text that could be chosen here.
    private static PSPropertyInfo? TextProperty(object item)
    {
        PSObject shown = PSObject.AsPSObject(item);
        PSPropertyInfo[] all = [.. s_names.Select(name => shown.Properties[name]).Where(property => property is not null)];
        PSPropertyInfo[] filled = [.. all.Where(property => !Cell.IsEmpty(property.Value))];
        return filled.Select(property => Cell.Show(property.Value)).Distinct(StringComparer.Ordinal).Count() < 2
            ? filled.Concat(all).FirstOrDefault()
            : throw new ArgumentTransformationMetadataException(
                $"The properties {string.Join(", ", filled.Select(property => property.Name))} could all be the text, and differ: choose one with a script block, such as -Message {{ $_.{filled[0].Name} }}.");
    }
}
