using System.Collections;
using System.Globalization;
using RocketComs.Core.Csv;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Errors;
using RocketComs.Core.Json;

namespace RocketComs.Core.Api.Requests;

/// <summary>Takes a table of a query or a form apart: one pair a value, and an array is its name several times.</summary>
public static class RequestFields
{
    /// <summary>The pairs, in the order of the table.</summary>
    /// <param name="parameterName">The parameter, for errors.</param>
    /// <param name="table">Names and values: scalars, or arrays of them. What is <see langword="null"/> is not sent.</param>
    /// <param name="isWrite">Whether the call changes something: then <see langword="null"/>, as of a variable without a value, or an empty list is refused, for the call would mean something else without it.</param>
    /// <param name="allowFiles">Whether a value may be a <see cref="FileSource"/>.</param>
    /// <exception cref="InvalidParameterException">A value cannot be sent as text.</exception>
    public static IReadOnlyList<KeyValuePair<string, object>> Pairs(string parameterName, IDictionary? table, bool isWrite, bool allowFiles)
    {
        List<KeyValuePair<string, object>> pairs = [];
        foreach (DictionaryEntry entry in Entries(table))
        {
            string name = Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? string.Empty;
            object?[] values = entry.Value is IEnumerable list and not (string or IDictionary) ? [.. list.Cast<object?>()] : [entry.Value];
            if (isWrite && values.Length == 0)
            {
                throw Refused(parameterName, name, "is an empty list");
            }

            foreach (object? value in values)
            {
                if (value is FileSource file && allowFiles)
                {
                    pairs.Add(new(name, new SealedSource(file)));
                }
                else if (value is not null)
                {
                    string text = ScalarText.Of(value) ?? throw Refused(parameterName, name, $"is a {value.GetType().Name}, which cannot be sent as text");
                    pairs.Add(LoneSurrogate.IndexIn(name + text) < 0 ? new(name, text) : throw Refused(parameterName, name, "holds half a character"));
                }
                else if (isWrite)
                {
                    throw Refused(parameterName, name, "is $null");
                }
            }
        }

        return pairs;
    }

    /// <summary>The same for what holds no files.</summary>
    /// <param name="parameterName">The parameter, for errors.</param>
    /// <param name="table">Names and values.</param>
    /// <param name="isWrite">Whether the call changes something.</param>
    /// <exception cref="InvalidParameterException">A value cannot be sent as text.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Texts(string parameterName, IDictionary? table, bool isWrite) =>
        [.. Pairs(parameterName, table, isWrite, allowFiles: false).Select(pair => new KeyValuePair<string, string>(pair.Key, (string)pair.Value))];

    private static InvalidParameterException Refused(string parameterName, string name, string why) =>
        new(parameterName, name, $"-{parameterName} {name} {why}. Nothing was sent.", "Give strings, numbers, dates, Booleans, or arrays of them.");

    private static List<DictionaryEntry> Entries(IDictionary? table)
    {
        // Cast<DictionaryEntry> fails on a dictionary with type arguments, whose enumerator gives its own pairs.
        List<DictionaryEntry> entries = [];
        IDictionaryEnumerator? each = table?.GetEnumerator();
        while (each?.MoveNext() == true)
        {
            entries.Add(each.Entry);
        }

        return entries;
    }
}
