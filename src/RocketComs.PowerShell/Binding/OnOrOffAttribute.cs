using System.Management.Automation;
using System.Management.Automation.Internal;
using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Binding;

/// <summary>
/// Takes a switch that is on or off. PowerShell takes one that is given as <see langword="null"/>, as of a variable without a value, for on: a batch
/// would go out unasked. Every switch of every command has this attribute.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OnOrOffAttribute : ArgumentTransformationAttribute
{
    // A transformation knows no name, and what it throws gets an id of PowerShell's. PowerShell keeps what is a switch already: this very object,
    // by which the command finds the parameter among those that were bound.
    private static readonly object s_empty = new SwitchParameter(isPresent: false);

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => inputData is null || inputData == AutomationNull.Value ? s_empty : inputData;

    /// <summary>Refuses a switch that was given as <see langword="null"/>.</summary>
    /// <param name="bound">The parameters that were typed, with their values.</param>
    /// <exception cref="InvalidParameterException">There is one.</exception>
    public static void RefuseEmpty(IEnumerable<KeyValuePair<string, object>> bound)
    {
        foreach (KeyValuePair<string, object> parameter in bound)
        {
            if (ReferenceEquals(parameter.Value, s_empty))
            {
                throw UnreadInput.Empty(parameter.Key, null);
            }
        }
    }
}
