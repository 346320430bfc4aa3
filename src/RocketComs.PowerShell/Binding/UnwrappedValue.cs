using System.Collections;
using System.Collections.Specialized;
using System.Globalization;
using System.Management.Automation;
using RocketComs.Core.Csv;
using RocketComs.Core.Json;

namespace RocketComs.PowerShell.Binding;

/// <summary>Takes PowerShell's wrappers off what a user gave, so that Core sees tables, lists and single values.</summary>
internal static class UnwrappedValue
{
    /// <summary>The value without wrappers: an object of note properties is a table, a file a <see cref="FileSource"/>, a switch a truth value.</summary>
    /// <param name="value">Anything.</param>
    /// <exception cref="Core.Errors.InvalidParameterException">It is nested too deep, or holds itself.</exception>
    /// <exception cref="Core.Errors.BatchFileException">It holds a file that is not there.</exception>
    public static object? Of(object? value) => Of(value, 0);

    /// <summary>A table without wrappers; <see langword="null"/> for none.</summary>
    /// <param name="table">The table.</param>
    public static IDictionary? Table(IDictionary? table) => (IDictionary?)Of(table);

    /// <summary>The way back: an object of note properties, as ConvertFrom-Json makes it.</summary>
    /// <param name="fields">Names and values; each name once, whatever its case.</param>
    public static PSObject ToObject(IEnumerable<KeyValuePair<string, object?>> fields)
    {
        PSObject made = new();
        foreach (KeyValuePair<string, object?> field in fields)
        {
            made.Properties.Add(new PSNoteProperty(field.Key, field.Value));
        }

        return made;
    }

    private static object? Of(object? value, int depth)
    {
        if (depth > JsonBody.MaximumDepth)
        {
            throw JsonBody.TooDeep();
        }

        PSObject? wrapper = value as PSObject;
        object? plain = wrapper is null ? value : wrapper.BaseObject;
        return plain switch
        {
            PSCustomObject => Pairs(wrapper!.Properties.Where(property => property.IsGettable).Select(property => new DictionaryEntry(property.Name, property.Value)), depth),
            SwitchParameter flag => flag.ToBool(),
            FileInfo file => new FileSource(file.FullName),
            IDictionary table => Pairs(Entries(table), depth),
            IEnumerable list and not string => list.Cast<object?>().Select(item => Of(item, depth + 1)).ToArray(),
            _ => plain,
        };
    }

    private static OrderedDictionary Pairs(IEnumerable<DictionaryEntry> entries, int depth)
    {
        OrderedDictionary pairs = new(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in entries)
        {
            pairs[Name(entry)] = Of(entry.Value, depth + 1);
        }

        return pairs;
    }

    // A hashtable has no order: by name, the same call is always the same request.
    private static IEnumerable<DictionaryEntry> Entries(IDictionary table)
    {
        List<DictionaryEntry> entries = [];
        IDictionaryEnumerator each = table.GetEnumerator();
        while (each.MoveNext())
        {
            entries.Add(each.Entry);
        }

        return table is Hashtable ? entries.OrderBy(Name, StringComparer.Ordinal) : entries;
    }

    private static string Name(DictionaryEntry entry) => Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? string.Empty;
}
