using System.Collections.ObjectModel;
using System.Management.Automation;
using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Binding;

/// <summary>
/// Runs a script block that chooses a value of each piped object, such as <c>{ $_.Cell }</c>. PowerShell would run it too, but only report an
/// object for which it fails, and go on without it.
/// </summary>
internal static class ChoosingBlock
{
    /// <summary>The one value that a block chooses.</summary>
    /// <param name="parameter">The parameter that the block was given for.</param>
    /// <param name="block">The block.</param>
    /// <param name="input">The piped object.</param>
    /// <param name="command">The command that the block was given to.</param>
    /// <exception cref="InvalidParameterException">The block fails, or gives nothing, <see langword="null"/>, or several values.</exception>
    public static object One(string parameter, ScriptBlock block, PSObject? input, PSCmdlet command) => All(parameter, block, input, command) switch
    {
        [var one] when !IsOfWhole(one, input!) => one,
        [_] => throw Refused(parameter, input, "writes the whole object into its text", "Within quotes a property wants parentheses: \"Hi $($_.First)\", and not \"Hi $_.First\"."),
        { Count: var count } => throw Refused(parameter, input, $"gave {count} values instead of one", "Let it give one value: join texts within the block, or choose one of them."),
    };

    /// <summary>The values that a block chooses, one or several.</summary>
    /// <param name="parameter">The parameter that the block was given for.</param>
    /// <param name="block">The block.</param>
    /// <param name="input">The piped object.</param>
    /// <param name="command">The command that the block was given to.</param>
    /// <exception cref="InvalidParameterException">The block fails, reads a property or a variable that is not there, or gives nothing or <see langword="null"/>.</exception>
    public static Collection<PSObject> All(string parameter, ScriptBlock block, PSObject? input, PSCmdlet command)
    {
        if (input is null)
        {
            throw Refused(parameter, null, "is run for each piped object, and none was piped", "Pipe the objects to the command, or give a value instead of a script block.");
        }

        BlockNames names = BlockNames.Of(block);
        (PSObject Owner, UnknownProperty Property)[] unknown = [.. names.Missing(input).Select(static missing => (missing.Owner, new UnknownProperty(missing.Name)))];
        UnknownVariable[] unset = [.. names.Unset((block.Module?.SessionState ?? command.SessionState).PSVariable).Select(static name => new UnknownVariable(name))];
        Collection<PSObject> values;
        try
        {
            foreach ((PSObject owner, UnknownProperty property) in unknown)
            {
                owner.Properties.Add(property);
            }

            // An error that would only be shown leaves a gap in the value: whatever the preference, the object is refused.
            values = block.InvokeWithContext(null, [new PSVariable("_", input), new PSVariable("ErrorActionPreference", ActionPreference.Stop), .. unset]);
        }
        catch (FlowControlException)
        {
            throw Refused(parameter, input, "was left with break, continue or exit", "Let it give one value.");
        }
        catch (RuntimeException exception) when (exception is not PipelineStoppedException)
        {
            throw NotThere() ?? Refused(parameter, input, $"failed: {exception.ErrorRecord?.Exception?.Message ?? exception.Message}", "Mend the script block, or leave the object out with Where-Object.");
        }
        finally
        {
            foreach ((PSObject owner, UnknownProperty property) in unknown)
            {
                owner.Properties.Remove(property.Name);
            }
        }

        return NotThere() is { } notThere ? throw notThere
            : unset.FirstOrDefault(static variable => variable.WasRead) is { } variable ? throw Refused(
                parameter, input, $"has ${variable.Name} in its text, a variable that is not set", "Set the variable, or write `$ for a dollar sign, as in \"save `$5\".")
            : values.Count == 0 ? throw Refused(parameter, input, "gave nothing", "Let it give a value for every object; see how the columns are spelled.")
            : values.Contains(null!) ? throw Refused(parameter, input, "gave $null", "Let it give a value for every object; see how the columns are spelled.")
            : values;

        InvalidParameterException? NotThere() => unknown.FirstOrDefault(static missing => missing.Property.WasRead) is not { Property: { } read } ? null : Refused(
            parameter,
            input,
            $"reads the property {read.Name}, which is not there",
            "See how the columns are spelled. For one that only some objects have, ask first: if ($_.PSObject.Properties['Name']) { ... }.");
    }

    // "Hi $_.First" is the object, and then ".First". What an object writes of itself is looked for only where it begins to show.
    private static bool IsOfWhole(PSObject chosen, PSObject input) =>
        chosen.BaseObject is string text
        && !ColumnCheck.IsLine(input)
        && text.IndexOf(input.BaseObject is PSCustomObject ? "@{" : input.BaseObject.GetType().ToString(), StringComparison.Ordinal) >= 0
        && text.IndexOf(input.ToString(), StringComparison.Ordinal) >= 0;

    private static InvalidParameterException Refused(string parameter, PSObject? input, string what, string action) => new(
        parameter, input, $"The script block of -{parameter} {what}{(input is null ? string.Empty : $" ({UnreadInput.Describe(input)} was piped)")}. The input was refused.", action);
}
