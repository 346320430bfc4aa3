using System.Management.Automation;
using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Binding;

/// <summary>Reads a value as what its column means, whether it was typed, piped or chosen by a script block.</summary>
internal static class ColumnReader
{
    /// <summary>The value: a text, a day, a time, an action, the text of an id, or a <see cref="GivenPath"/>.</summary>
    /// <param name="parameter">The parameter that takes the column.</param>
    /// <param name="value">The value as it came.</param>
    /// <param name="fullPath">Makes a path absolute.</param>
    /// <exception cref="InvalidParameterException">It is unclear.</exception>
    public static object Read(ColumnParameter parameter, object value, Func<string, string> fullPath) => parameter.Kind switch
    {
        ColumnKind.Day => CellReader.Date(parameter.Name, value),
        ColumnKind.Time => CellReader.Time(parameter.Name, value),
        ColumnKind.Action => CellReader.Word<RcBatchAction>(parameter.Name, value),
        ColumnKind.Batch => Id(parameter.Name, value, static value => new BatchReference(value)),
        ColumnKind.Campaign => Id(parameter.Name, value, static value => new CampaignReference(value)),
        ColumnKind.File => new GivenPath(Path(parameter, value), fullPath),
        _ => CellReader.Text(parameter.Name, value),
    };

    /// <summary>The id that a value is or has.</summary>
    /// <param name="parameter">The name of the parameter.</param>
    /// <param name="value">The id, or the object that has it.</param>
    /// <param name="take">Takes the id out of it.</param>
    /// <exception cref="InvalidParameterException">It has none.</exception>
    public static string Id(string parameter, object value, Func<object, IdReference> take)
    {
        try
        {
            return take(value).Value;
        }
        catch (PSInvalidCastException exception)
        {
            throw new InvalidParameterException(parameter, value, $"-{parameter} '{Cell.Show(value)}': {exception.Message}", "Give an id, or the object that has it.");
        }
    }

    // A file, what names one (Resolve-Path), or a repair has the path in a property.
    private static string Path(ColumnParameter parameter, object value)
    {
        if (Cell.Unwrap(value) is { } bare and not string && ColumnCheck.Filled(PSObject.AsPSObject(value), parameter).Select(cell => cell.Value).FirstOrDefault() is { } path)
        {
            return CellReader.Text(parameter.Name, bare is FileSystemInfo file ? file.FullName : path);
        }

        return CellReader.Text(parameter.Name, value);
    }
}
