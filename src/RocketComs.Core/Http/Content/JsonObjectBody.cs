using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RocketComs.Core.Http.Content;

/// <summary>A JSON object as a body that tells when it leaves. Texts go out as UTF-8, not as <c>\u</c> escapes.</summary>
internal sealed class JsonObjectBody
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly byte[] _bytes;

    /// <summary>Initializes the body.</summary>
    /// <param name="write">Writes the fields of the object.</param>
    public JsonObjectBody(Action<Utf8JsonWriter> write)
    {
        using MemoryStream json = new();
        using (Utf8JsonWriter writer = new(json, s_options))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        _bytes = json.ToArray();
    }

    /// <summary>Writes a text, unless it is <see langword="null"/>.</summary>
    public static void Write(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    /// <summary>Writes an array of texts, unless it is empty.</summary>
    public static void Write(Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (string value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    /// <summary>The body for one try.</summary>
    /// <param name="sent">Told of the bytes that leave.</param>
    public HttpContent Content(Action<long> sent)
    {
        FieldContent content = new(_bytes, sent);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        return content;
    }
}
