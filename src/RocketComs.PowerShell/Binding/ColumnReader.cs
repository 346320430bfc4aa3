using System.Collections;
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
        ColumnKind.Template => (value as IdReference ?? new MessageTemplateReference(value)).For(parameter.Name),
        ColumnKind.Lists => Lists(parameter, value),
        ColumnKind.File => new GivenPath(Path(parameter, value), fullPath),
        _ => CellReader.Text(parameter.Name, value),
    };

    /// <summary>Whether two values that were read say the same; several, in whatever order.</summary>
    public static bool IsSame(object one, object other)
    {
        if (one is object[] || other is object[])
        {
            (object[] ones, object[] others) = (Items(one), Items(other));
            return ones.All(item => others.Any(same => IsSame(item, same))) && others.All(item => ones.Any(same => IsSame(item, same)));
        }

        return one is string text && other is string word && Guid.TryParse(text, out Guid id) ? Guid.TryParse(word, out Guid sameId) && id == sameId : one.Equals(other);
    }

    /// <summary>The values of a parameter that takes several.</summary>
    public static object[] Items(object value) => value as object[] ?? [value];

    // Typed, each is a value of its own; a cell can hold several.
    private static object Lists(ColumnParameter parameter, object value) => Cell.Unwrap(value) switch
    {
        IdReference typed => typed.For(parameter.Name),
        string text => (object[])[.. text.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries)],
        IList several => several.Cast<object>().Select(item => (object)new RecipientListReference(item).For(parameter.Name)).ToArray(),
        _ => new RecipientListReference(value).For(parameter.Name),
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
