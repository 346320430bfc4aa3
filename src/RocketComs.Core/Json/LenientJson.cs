using System.Text;
using System.Text.Json;
using RocketComs.Core.Csv.Encodings;

namespace RocketComs.Core.Json;

/// <summary>Reads JSON whose texts may be damaged: a byte that is not UTF-8, or half a surrogate pair, must not cost the whole answer.</summary>
internal static class LenientJson
{
    private static readonly byte[] s_mark = [0xEF, 0xBB, 0xBF];

    /// <summary>Parses a body; a byte order mark is skipped, and bytes that are not UTF-8 become U+FFFD.</summary>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        body = body.Span.StartsWith(s_mark) ? body.Slice(s_mark.Length) : body;
        return JsonDocument.Parse(Utf8Text.IndexOfInvalid(body.Span) < 0 ? body : Encoding.UTF8.GetBytes(Utf8Text.Decode(body.Span)));
    }

    /// <summary>Whether a body is JSON at all.</summary>
    public static bool IsJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            Parse(body).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>A field of an object by its name; of several with one name the last.</summary>
    public static JsonElement? Field(JsonElement json, string name)
    {
        JsonElement? field = null;
        foreach (JsonProperty property in json.EnumerateObject())
        {
            field = string.Equals(Name(property), name, StringComparison.Ordinal) ? property.Value : field;
        }

        return field;
    }

    /// <summary>The name of a field; one that escapes half a surrogate pair comes as no name.</summary>
    public static string Name(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return string.Empty;
        }
    }

    /// <summary>The text of a JSON string; one that escapes half a surrogate pair comes as it is written.</summary>
    public static string Text(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return element.GetRawText().Trim('"');
        }
    }
}
