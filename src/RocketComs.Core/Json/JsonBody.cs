using System.Collections;
using System.Collections.Specialized;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using RocketComs.Core.Csv.Encodings;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Json;

/// <summary>Writes the body of a request as JSON: tables, lists and single values, without reflection.</summary>
public static class JsonBody
{
    /// <summary>How deep a body may be nested.</summary>
    public const int MaximumDepth = 64;

    private const string Advice = "Give a hashtable, an array, or JSON as a string.";

    // Texts go out as UTF-8 and not as \u escapes: what is sent can be read in a log.
    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body of a text that is JSON already: its bytes, unchanged.</summary>
    /// <exception cref="InvalidParameterException">It is not JSON.</exception>
    public static byte[] OfText(string text)
    {
        byte[] bytes = LoneSurrogate.IndexIn(text) < 0 ? Encoding.UTF8.GetBytes(text) : throw Refused("holds half a character");
        try
        {
            JsonDocument.Parse(bytes).Dispose();
            return bytes;
        }
        catch (JsonException exception)
        {
            // The parser's own sentence quotes what it read, and a body can hold a secret.
            throw Refused(FormattableString.Invariant($"is not JSON: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}"));
        }
    }

    /// <summary>The body of tables (<see cref="IDictionary"/>), lists (<see cref="IEnumerable"/>) and single values.</summary>
    /// <exception cref="InvalidParameterException">It contains what cannot be written as JSON, or is nested deeper than <see cref="MaximumDepth"/>.</exception>
    public static byte[] Of(object? value)
    {
        using MemoryStream json = new();
        using (Utf8JsonWriter writer = new(json, s_json))
        {
            Write(writer, value, 0);
        }

        return json.ToArray();
    }

    /// <summary>An object of the fields that have a value: what is <see langword="null"/> or an empty list is left out.</summary>
    internal static byte[] OfFields(params (string Name, object? Value)[] fields)
    {
        OrderedDictionary table = [];
        foreach ((string name, object? value) in fields)
        {
            if (value is not (null or IReadOnlyCollection<string> { Count: 0 }))
            {
                table.Add(name, value);
            }
        }

        return Of(table);
    }

    /// <summary>The error for a body that is nested too deep.</summary>
    public static InvalidParameterException TooDeep() => Refused(FormattableString.Invariant($"is nested deeper than {MaximumDepth} levels, or contains itself"));

    private static void Write(Utf8JsonWriter writer, object? value, int depth)
    {
        if (depth >= MaximumDepth && value is IEnumerable and not string)
        {
            throw TooDeep();
        }

        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case byte or sbyte or short or ushort or int or uint or long or ulong or decimal:
                writer.WriteRawValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                break;
            case double number:
                writer.WriteNumberValue(double.IsNaN(number) || double.IsInfinity(number) ? throw Refused("contains a number that JSON does not have") : number);
                break;
            case float number:
                writer.WriteNumberValue(float.IsNaN(number) || float.IsInfinity(number) ? throw Refused("contains a number that JSON does not have") : number);
                break;
            case IDictionary table:
                WriteTable(writer, table, depth);
                break;
            case IEnumerable list and not string:
                writer.WriteStartArray();
                foreach (object? item in list)
                {
                    Write(writer, item, depth + 1);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteStringValue(Whole(ScalarText.Of(value) ?? throw Refused($"contains a {value.GetType().Name}, which cannot be written as JSON")));
                break;
        }
    }

    private static void WriteTable(Utf8JsonWriter writer, IDictionary table, int depth)
    {
        writer.WriteStartObject();
        IDictionaryEnumerator each = table.GetEnumerator();
        while (each.MoveNext())
        {
            writer.WritePropertyName(Whole(Convert.ToString(each.Key, CultureInfo.InvariantCulture) ?? string.Empty));
            Write(writer, each.Value, depth + 1);
        }

        writer.WriteEndObject();
    }

    private static string Whole(string text) => LoneSurrogate.IndexIn(text) < 0 ? text : throw Refused("holds half a character");

    private static InvalidParameterException Refused(string why) => new("Body", null, $"-Body {why}. Nothing was sent.", Advice);
}

/// <summary>Single values as they are written in a query, a form or JSON: invariant, dates and moments in ISO 8601.</summary>
internal static class ScalarText
{
    /// <summary>The text of a value.</summary>
    /// <param name="value">A text, a number, a Boolean, a date, a moment, a time, an enum value, a GUID or an address.</param>
    /// <returns><see langword="null"/> when it is no such value.</returns>
    /// <remarks>A date and time without a time of day is a date; another is a moment, local time where it does not say which.</remarks>
    public static string? Of(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        char character => character.ToString(),
        DateTime date => date.TimeOfDay == TimeSpan.Zero ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Moment(date.ToUniversalTime()),
        DateTimeOffset moment => Moment(moment.UtcDateTime),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        float number => number.ToString("R", CultureInfo.InvariantCulture),
        Uri address => address.OriginalString,
        Enum word => word.ToString(),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string Moment(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
