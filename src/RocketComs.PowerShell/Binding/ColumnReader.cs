using System.Management.Automation;
using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Binding;

/// <summary>Reads a value as what its column means, whether it was typed, piped or chosen by a script block.</summary>
internal static class ColumnReader
{
    /// <summary>The value: a text, a day, a time, an action, the text of an id, or a <see cref="GivenPath"/>.</summary>
    /// <param name="parameter">The parameter that takes the column.</param>
    /// <param name="value">The value as it came.</param>
    /// <param name="isPiped">Whether it came by the pipeline.</param>
    /// <param name="fullPath">Makes a path absolute.</param>
    /// <exception cref="InvalidParameterException">It is unclear.</exception>
    public static object Read(ColumnParameter parameter, object value, bool isPiped, Func<string, string> fullPath) => parameter.Kind switch
    {
        ColumnKind.Day => CellReader.Date(parameter.Name, value, isPiped).Date,
        ColumnKind.Time => CellReader.Time(parameter.Name, value),
        ColumnKind.Action => CellReader.Word<RcBatchAction>(parameter.Name, value),
        ColumnKind.Batch => new BatchReference(value).For(parameter.Name),
        ColumnKind.Campaign => new CampaignReference(value).For(parameter.Name),
        ColumnKind.File => new GivenPath(Path(parameter, value), fullPath),
        _ => CellReader.Text(parameter.Name, value),
    };

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
