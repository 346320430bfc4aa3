using System.Management.Automation;
using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Binding;

/// <summary>Reads what the filled columns of an object say for a parameter: one, or several that say the same.</summary>
/// <param name="fullPath">Makes a path absolute, so that two spellings of one file are one.</param>
internal sealed class FilledColumns(Func<string, string> fullPath)
{
    /// <summary>The column that counts, by the names that the parameter has; <see langword="null"/> for none.</summary>
    /// <exception cref="InvalidParameterException">Two of them differ, or one cannot be read.</exception>
    public (string Name, object Value)? Of(PSObject input, ColumnParameter parameter)
    {
        (string Name, object Value)? found = null;
        foreach ((string name, object value) in ColumnCheck.Filled(input, parameter))
        {
            found = Agreed(input, parameter, found, name, value);
        }

        return found;
    }

    /// <summary>The same for an object whose shape is known.</summary>
    /// <param name="input">The object.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="shape">Its columns.</param>
    /// <param name="at">The place of the parameter in the shape.</param>
    /// <exception cref="InvalidParameterException">Two of them differ, or one cannot be read.</exception>
    public (string Name, object Value)? Of(PSObject input, ColumnParameter parameter, RowShape shape, int at)
    {
        (string Name, object Value)? found = null;
        for (int i = 0; i < shape.CountOf(at); i++)
        {
            PSPropertyInfo property = shape.Column(at, i);
            if (ColumnCheck.Value(input, property, parameter.Name) is { } value && !Cell.IsEmpty(value))
            {
                found = Agreed(input, parameter, found, property.Name, value);
            }
        }

        return found;
    }

    /// <summary>Reads a value as one that was piped.</summary>
    /// <exception cref="InvalidParameterException">It cannot be read.</exception>
    public object Read(ColumnParameter parameter, object value) => ColumnReader.Read(parameter, value, isPiped: true, fullPath);

    private (string Name, object Value) Agreed(PSObject input, ColumnParameter parameter, (string Name, object Value)? found, string name, object value)
    {
        if (value is not string)
        {
            ColumnCheck.RefuseChanged(parameter, PSObject.AsPSObject(value));
        }

        object read = Read(parameter, value);
        if (found is { } first && !ColumnReader.IsSame(first.Value, read))
        {
            throw new InvalidParameterException(
                parameter.Name,
                input,
                $"The columns {first.Name} and {name} both stand for -{parameter.Name}, and differ: '{Cell.Show(first.Value)}', '{Cell.Show(read)}'. Nothing was sent.",
                $"Choose one with a script block: -{parameter.Name} {{ $_.{name} }}, or drop one with Select-Object.");
        }

        if (read is GivenPath path)
        {
            ColumnCheck.RefuseRepairedElsewhere(input, path);
        }

        ColumnCheck.RefuseOfCampaign(input, parameter);
        return found ?? (name, read);
    }
}
