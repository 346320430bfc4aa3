using System.Management.Automation;

namespace RocketComs.PowerShell.Binding;

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
