using System.Globalization;
using System.Text.Json;

namespace RocketComs.Core.Json;

/// <summary>
/// Reads the fields of a JSON object by name and remembers which were read. A field of another type than expected is left
/// unread, so that it is kept with the unknown ones instead of breaking the answer.
/// </summary>
internal sealed class JsonFields
{
    private const int DateLength = 10;

    private static readonly char[] s_commas = [',', ' '];
    private static readonly string[] s_times = [@"hh\:mm", @"hh\:mm\:ss", @"hh\:mm\:ss\.FFFFFFF", @"h\:mm"];

    private readonly Dictionary<string, JsonElement> _unread = new(StringComparer.Ordinal);

    public JsonFields(JsonElement json)
    {
        foreach (JsonProperty property in json.EnumerateObject())
        {
            _unread[LenientJson.Name(property)] = property.Value;
        }
    }

    /// <summary>A string, or a number as its digits.</summary>
    public string? Text(string name) => Take(name, element => element.ValueKind switch
    {
        JsonValueKind.String => LenientJson.Text(element),
        JsonValueKind.Number => element.GetRawText(),
        _ => null,
    });

    /// <summary>A number, or a string that is one.</summary>
    public double? Number(string name)
    {
        string? text = Text(name);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;
    }

    /// <summary>A whole number of 32 bits, or a string that is one.</summary>
    public int? Integer(string name) => Take<int?>(name, element =>
        int.TryParse(
            element.ValueKind == JsonValueKind.Number ? element.GetRawText() : StringOf(element), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            ? number
            : null);

    /// <summary>A date as <c>yyyy-MM-dd</c>; of a moment, the day that is written there.</summary>
    public DateTime? Date(string name) => Take<DateTime?>(name, element =>
        StringOf(element) is { } text
        && (text.Length == DateLength || (text.Length > DateLength && text[DateLength] is 'T' or ' ' && TryMoment(text, out _)))
        && DateTime.TryParseExact(text.Substring(0, DateLength), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date)
            ? date
            : null);

    /// <summary>A time of day as <c>hh:mm</c> or <c>hh:mm:ss</c>; the documentation shows both.</summary>
    public TimeSpan? Time(string name) => Take<TimeSpan?>(name, element =>
        TimeSpan.TryParseExact(StringOf(element), s_times, CultureInfo.InvariantCulture, out TimeSpan time) ? time : null);

    /// <summary>A moment in ISO 8601; without a zone it is UTC.</summary>
    public DateTimeOffset? Moment(string name) => Take<DateTimeOffset?>(name, element =>
        TryMoment(StringOf(element), out DateTimeOffset moment) ? moment : null);

    /// <summary>An array of ids; a single one, as the documentation's sample has it, is an array of one, and commas separate several.</summary>
    public string[]? Ids(string name) => Texts(name, text => text.Split(s_commas, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>An array of texts; a single one is an array of one.</summary>
    public string[]? Texts(string name) => Texts(name, text => [text]);

    /// <summary>A truth value, or a string that is one, as a sample of the documentation has it.</summary>
    public bool? Flag(string name) => Take<bool?>(name, element => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when bool.TryParse(LenientJson.Text(element), out bool flag) => flag,
        _ => null,
    });

    /// <summary>The elements of an array.</summary>
    public JsonElement[]? Items(string name) => Take(name, element =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().ToArray() : null);

    /// <summary>The fields of an object within this one; what it has beyond those that are read stays with the reader that comes back.</summary>
    public JsonFields? Object(string name) => Take(name, element => element.ValueKind == JsonValueKind.Object ? new JsonFields(element) : null);

    /// <summary>Whatever has not been read, as plain .NET values. Nulls are left out.</summary>
    public IReadOnlyDictionary<string, object?> Rest()
    {
        Dictionary<string, object?> rest = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, JsonElement> field in _unread)
        {
            if (field.Value.ValueKind != JsonValueKind.Null)
            {
                rest.Add(field.Key, Plain(field.Value));
            }
        }

        return rest;
    }

    private string[]? Texts(string name, Func<string, string[]> split) => Take(name, element => element.ValueKind switch
    {
        JsonValueKind.String => split(LenientJson.Text(element)),
        JsonValueKind.Array when element.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            element.EnumerateArray().Select(item => LenientJson.Text(item)).ToArray(),
        _ => null,
    });

    private static string? StringOf(JsonElement element) => element.ValueKind == JsonValueKind.String ? LenientJson.Text(element) : null;

    private static object? Plain(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => LenientJson.Text(element),
        JsonValueKind.Number => Number(element),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => element.EnumerateArray().Select(Plain).ToArray(),
        JsonValueKind.Object => Fields(element),
        _ => null,
    };

    // A number that no .NET type holds stays as it is written.
    private static object Number(JsonElement element) =>
        element.TryGetInt64(out long whole) ? whole
        : element.TryGetDouble(out double number) && !double.IsInfinity(number) ? number
        : element.GetRawText();

    // Of two fields with one name the last counts, as in most readers.
    private static FieldTable Fields(JsonElement element)
    {
        FieldTable fields = [];
        foreach (JsonProperty property in element.EnumerateObject())
        {
            fields[LenientJson.Name(property)] = Plain(property.Value);
        }

        return fields;
    }

    private static bool TryMoment(string? text, out DateTimeOffset moment) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment);

    private T? Take<T>(string name, Func<JsonElement, T?> read)
    {
        if (!_unread.TryGetValue(name, out JsonElement element))
        {
            return default;
        }

        T? value = read(element);
        if (value is not null)
        {
            _unread.Remove(name);
        }

        return value;
    }
}
