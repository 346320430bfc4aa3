using System;
using System.Text;
using System.Text.Json;
using RocketComs.Core.Csv;

namespace RocketComs.Core.Json;

/// <summary>Reads JSON whose texts may be damaged: a letter that is not UTF-8, or half a surrogate pair, must not cost the whole answer.</summary>
internal static class SoundJson
{
    /// <summary>Parses a body; bytes that are not UTF-8 become U+FFFD.</summary>
    /// <exception cref="JsonException">The body is no JSON.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> body) => JsonDocument.Parse(
        Utf8Text.IndexOfInvalid(body.Span) < 0 ? body : Encoding.UTF8.GetBytes(Utf8Text.Decode(body.Span)));

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
