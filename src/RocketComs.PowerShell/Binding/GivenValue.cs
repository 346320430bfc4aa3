using System.Management.Automation;

namespace RocketComs.PowerShell.Binding;

/// <summary>
/// What was typed or piped for a parameter, as it came. PowerShell drops an optional value of the pipeline that it cannot convert, in silence; so
/// nothing is converted while it binds, and <see cref="CellReader"/> reads the value or refuses it when the command runs.
/// </summary>
public abstract class GivenValue
{
    private protected GivenValue(object? value) => Raw = Cell.Unwrap(Cell.Unwrap(value) is UnreadValue unread ? unread.Value : value);

    /// <summary>Gets the value without PowerShell's wrapper.</summary>
    internal object? Raw { get; }

    /// <summary>Returns the value as text.</summary>
    public override string ToString() => Cell.Show(Raw);
}

/// <summary>A text: a string, a number, a character, an id or an address.</summary>
/// <param name="value">The value as it came.</param>
public sealed class TextValue(object? value) : GivenValue(value);

/// <summary>A day, in a form that is clear everywhere.</summary>
/// <param name="value">The value as it came.</param>
public sealed class DateValue(object? value) : GivenValue(value);

/// <summary>A time of day, in a form that is clear everywhere.</summary>
/// <param name="value">The value as it came.</param>
public sealed class TimeValue(object? value) : GivenValue(value);

/// <summary>An action: Validate or Schedule.</summary>
/// <param name="value">The value as it came.</param>
public sealed class ActionValue(object? value) : GivenValue(value);

/// <summary>Keeps any value, also <see langword="null"/>, from being converted or dropped while PowerShell binds it to a <see cref="GivenValue"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AsItCameAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => new UnreadValue(inputData);
}

/// <summary>A value on its way through the binder.</summary>
/// <param name="value">The value.</param>
internal sealed class UnreadValue(object? value)
{
    /// <summary>Gets the value.</summary>
    public object? Value { get; } = value;
}
