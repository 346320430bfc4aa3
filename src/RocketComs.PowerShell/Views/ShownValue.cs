using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Management.Automation;

namespace RocketComs.PowerShell.Views;

/// <summary>
/// Dates, lists and tables as text that can be read again, in every culture: <c>2027-01-31</c> and not <c>31.01.2027 00:00:00</c>, and never the name
/// of a type. That is what Export-Csv writes. Public because the types file names it; not for anyone else.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ShownValue
{
    // Type names of .NET would bring members of their own, which ConvertTo-Json would write.
    private const string Day = "RocketComs.Day";
    private const string LocalTime = "RocketComs.LocalTime";
    private const string Moment = "RocketComs.Moment";
    private const string List = "RocketComs.List";

    /// <summary>The type names by which PowerShell knows such values.</summary>
    internal static readonly IReadOnlyList<string> TypeNames = [Day, LocalTime, Moment, List];

    /// <summary>The value as PowerShell gets it: the same value, by a type name that knows how it is written; a table is a copy that knows it itself.</summary>
    internal static object? Wrap(object? value) => value switch
    {
        DateTime date => Named(date, date.TimeOfDay == TimeSpan.Zero ? Day : LocalTime),
        DateTimeOffset => Named(value, Moment),
        Array => Named(value, List),
        SortedDictionary<string, long> counts => new ReadableCounts(counts),
        Dictionary<string, object?> fields => new ReadableFields(fields),
        _ => value,
    };

    /// <summary>The value as text; with a format or a culture, what the value itself makes of it.</summary>
    /// <remarks>Optional parameters, for PowerShell loses the first of a parameter array here.</remarks>
    /// <param name="item">The value.</param>
    /// <param name="first">A format, or a culture.</param>
    /// <param name="second">A culture.</param>
    public static string ToString(PSObject item, object? first = null, object? second = null) => first is not null && item.BaseObject is IFormattable value
        ? value.ToString(first as string, (second ?? first) as IFormatProvider ?? CultureInfo.CurrentCulture)
        : Text(item.BaseObject);

    internal static string Text(object? value) => (value is PSObject wrapper ? wrapper.BaseObject : value) switch
    {
        null => string.Empty,
        string text => text,
        DateTime date => date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("u", CultureInfo.InvariantCulture),
        IDictionary table => string.Join("; ", table.Keys.Cast<object>().Select(key => $"{key}={Text(table[key])}")),
        IEnumerable list => string.Join("; ", list.Cast<object?>().Select(Text)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        { } other => other.ToString() ?? string.Empty,
    };

    private static PSObject Named(object value, string name)
    {
        PSObject wrapper = new(value);
        wrapper.TypeNames.Clear();
        wrapper.TypeNames.Add(name);
        return wrapper;
    }

    private sealed class ReadableCounts(SortedDictionary<string, long> counts) : SortedDictionary<string, long>(counts, counts.Comparer)
    {
        public override string ToString() => Text(this);
    }

    private sealed class ReadableFields(Dictionary<string, object?> fields) : Dictionary<string, object?>(fields, fields.Comparer)
    {
        public override string ToString() => Text(this);
    }
}
