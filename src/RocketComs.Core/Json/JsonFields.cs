using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace RocketComs.Core.Json;

/// <summary>
/// Reads the fields of a JSON object by name and remembers which were read. A field of another type than expected is left
/// unread, so that it is kept with the unknown ones instead of breaking the answer.
/// </summary>
internal sealed class JsonFields
{
    private readonly Dictionary<string, JsonElement> _unread = new(StringComparer.Ordinal);

    /// <summary>Initializes the reader.</summary>
    /// <param name="json">A JSON object.</param>
    public JsonFields(JsonElement json)
    {
        foreach (JsonProperty property in json.EnumerateObject())
        {
            _unread[property.Name] = property.Value;
        }
    }

    /// <summary>A string, or a number as its digits.</summary>
    public string? Text(string name) => Take(name, element => element.ValueKind switch
    {
        JsonValueKind.String => SoundJson.Text(element),
        JsonValueKind.Number => element.GetRawText(),
        _ => null,
    });

    /// <summary>A number, or a string that is one.</summary>
    public double? Number(string name)
    {
        string? text = Text(name);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;
    }

    /// <summary>A whole number of 32 bits.</summary>
    public int? Integer(string name) => Take<int?>(name, element =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out int number) ? number : null);

    /// <summary>A date as <c>yyyy-MM-dd</c>.</summary>
    public DateTime? Date(string name) => Take<DateTime?>(name, element =>
        DateTime.TryParseExact(StringOf(element), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date) ? date : null);

    /// <summary>A time of day as <c>hh:mm</c> or <c>hh:mm:ss</c>; the documentation shows both.</summary>
    public TimeSpan? Time(string name) => Take<TimeSpan?>(name, element =>
        TimeSpan.TryParseExact(StringOf(element), [@"hh\:mm", @"hh\:mm\:ss", @"h\:mm"], CultureInfo.InvariantCulture, out TimeSpan time) ? time : null);

    /// <summary>A moment in ISO 8601; without a zone it is UTC.</summary>
    public DateTimeOffset? Moment(string name) => Take<DateTimeOffset?>(name, element =>
        DateTimeOffset.TryParse(StringOf(element), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment) ? moment : null);

    /// <summary>An array of strings; a single string, as the documentation's sample has it, is an array of one.</summary>
    public string[]? Texts(string name) => Take(name, element => element.ValueKind switch
    {
        JsonValueKind.String => new[] { SoundJson.Text(element) },
        JsonValueKind.Array when element.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            element.EnumerateArray().Select(item => SoundJson.Text(item)).ToArray(),
        _ => null,
    });

    /// <summary>The elements of an array.</summary>
    public JsonElement[]? Items(string name) => Take(name, element =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().ToArray() : null);

    /// <summary>Whatever has not been read, as plain .NET values. Nulls are left out.</summary>
    public IReadOnlyDictionary<string, object?> Rest() => _unread
        .Where(field => field.Value.ValueKind != JsonValueKind.Null)
        .ToDictionary(field => field.Key, field => Plain(field.Value), StringComparer.Ordinal);

    private static string? StringOf(JsonElement element) => element.ValueKind == JsonValueKind.String ? SoundJson.Text(element) : null;

    private static object? Plain(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => SoundJson.Text(element),
        JsonValueKind.Number => element.TryGetInt64(out long whole) ? (object)whole : element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => element.EnumerateArray().Select(Plain).ToArray(),
        JsonValueKind.Object => element.EnumerateObject().ToDictionary(field => field.Name, field => Plain(field.Value), StringComparer.Ordinal),
        _ => null,
    };

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
