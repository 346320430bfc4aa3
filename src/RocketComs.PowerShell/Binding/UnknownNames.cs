using System.Management.Automation;

namespace RocketComs.PowerShell.Binding;

/// <summary>
/// Stands on an object for a property that it has not, while a script block runs, and knows whether it was read. PowerShell gives <see langword="null"/>
/// for such a property, which is an empty piece of a text; its strict mode would hold for all functions that the block calls.
/// </summary>
/// <param name="name">The name of the property.</param>
internal sealed class UnknownProperty(string name) : PSNoteProperty(name, null)
{
    /// <summary>Gets whether it was read.</summary>
    public bool WasRead { get; private set; }

    /// <inheritdoc/>
    public override object? Value
    {
        get
        {
            WasRead = true;
            return null;
        }

        set => throw new SetValueException($"The piped object has no property {Name}.");
    }

    /// <inheritdoc/>
    public override PSMemberInfo Copy() => this;
}

/// <summary>
/// Stands for a variable that nobody has set, while a script block runs, and knows whether it was read before the block set it: <c>"save $5"</c> is a
/// text with a gap.
/// </summary>
/// <param name="name">The name of the variable.</param>
internal sealed class UnknownVariable(string name) : PSVariable(name)
{
    private bool _isSet;

    /// <summary>Gets whether it was read.</summary>
    public bool WasRead { get; private set; }

    /// <inheritdoc/>
    public override object? Value
    {
        get
        {
            WasRead |= !_isSet;
            return base.Value;
        }

        set
        {
            _isSet = true;
            base.Value = value;
        }
    }
}
