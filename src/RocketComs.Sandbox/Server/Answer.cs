using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using RocketComs.Sandbox.Server.Wire;

namespace RocketComs.Sandbox.Server;

/// <summary>What goes back to the client.</summary>
internal sealed record Answer(int Status, string ContentType, byte[] Body)
{
    // Texts go out as UTF-8, not as \u escapes: a client must read both.
    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The methods that the path does have, for a 405.</summary>
    public string? Allow { get; init; }

    public string? RetryAfter { get; init; }

    public string? Location { get; init; }

    /// <summary>The bare payload, as the documentation shows it for some of the calls.</summary>
    public static Answer Bare(JsonNode payload, int status = 200)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter writer = new(buffer, s_json))
        {
            payload.WriteTo(writer);
        }

        return new Answer(status, "application/json", buffer.ToArray());
    }

    /// <summary>The payload in the documented envelope.</summary>
    public static Answer Enveloped(JsonNode result, string? message = null)
    {
        JsonObject envelope = new() { ["status"] = ApiWords.Success };
        if (message is not null)
        {
            envelope["message"] = message;
        }

        envelope["result"] = result;
        return Bare(envelope);
    }

    /// <summary>A plain sentence, in the braces in which the documentation shows it.</summary>
    public static Answer Text(string text) => new(200, "text/plain", Encoding.UTF8.GetBytes("{" + text + "}"));

    /// <summary>The documented error body.</summary>
    public static Answer Error(int status, string message, DateTimeOffset now) => Bare(
        new JsonObject
        {
            // No list of codes is published. This one cannot be taken for the 0000 of success.
            ["status"] = status.ToString("0000", CultureInfo.InvariantCulture),
            ["traceId"] = ApiFormat.Id(Guid.NewGuid()),
            ["message"] = message,
            ["timestamp"] = ApiFormat.Moment(now),
        },
        status);

    public WireAnswer ToWire()
    {
        List<KeyValuePair<string, string>> headers = [];
        Add("Content-Type", ContentType);
        Add("Allow", Allow);
        Add("Retry-After", RetryAfter);
        Add("Location", Location);
        return new WireAnswer(Status, Body) { Headers = headers };

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                headers.Add(new(name, value!));
            }
        }
    }
}

/// <summary>Why a request is refused, on its way to the error body.</summary>
internal sealed class Refusal(int status, string message) : Exception(message)
{
    public int Status => status;

    /// <summary>The methods that the path does have, for a 405.</summary>
    public string? Allow { get; init; }

    public static Refusal BadRequest(string message) => new(400, message);

    public static Refusal Unauthorized(string message) => new(401, message);

    public static Refusal NotFound(string message) => new(404, message);
}
