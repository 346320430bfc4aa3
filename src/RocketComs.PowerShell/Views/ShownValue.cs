using System.Collections;
using System.ComponentModel;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;

namespace RocketComs.PowerShell.Views;

/// <summary>
/// Dates, lists and tables as text that can be read again, in every culture: <c>2027-01-31</c> and not <c>31.01.2027 00:00:00</c>, and never the name
/// of a type. That is what Export-Csv writes. Public because the types file names it; not for anyone else.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ShownValue
{
    /// <summary>The names of the types that values go by in PowerShell; those of .NET have members of their own there, which ConvertTo-Json would write.</summary>
    private const string Prefix = "RocketComs.";

    /// <summary>The value as PowerShell gets it: the same value, by a type name of which the types file knows how it is written.</summary>
    internal static object? Wrap(object? value)
    {
        string? name = value switch
        {
            DateTime date => date.TimeOfDay == TimeSpan.Zero ? "Day" : "LocalTime",
            DateTimeOffset => "Moment",
            Array => "List",
            IDictionary => "Table",
            _ => null,
        };
        if (name is null)
        {
            return value;
        }

        PSObject wrapper = new(value!);
        wrapper.TypeNames.Clear();
        wrapper.TypeNames.Add(Prefix + name);
        return wrapper;
    }

    /// <summary>The value as text; with a format, what the value itself makes of it.</summary>
    /// <param name="item">The value.</param>
    /// <param name="arguments">What ToString was given.</param>
    public static string ToString(PSObject item, params object[] arguments) => arguments is { Length: > 0 }
        ? (string)item.BaseObject.GetType().InvokeMember(nameof(ToString), BindingFlags.InvokeMethod, null, item.BaseObject, arguments, CultureInfo.CurrentCulture)!
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
}
