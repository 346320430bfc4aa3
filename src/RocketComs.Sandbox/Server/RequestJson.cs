using System.Text.Json;
using System.Text.Json.Nodes;

namespace RocketComs.Sandbox.Server;

/// <summary>The JSON object in a request's body. A field that is <c>null</c> was not sent; one of another type is refused.</summary>
internal sealed class RequestJson
{
    private readonly JsonObject _json;
    private readonly string _prefix;

    private RequestJson(JsonObject json, string prefix)
    {
        _json = json;
        _prefix = prefix;
    }

    /// <summary>Reads the body. A Content-Type may be missing; one that is there must speak of JSON.</summary>
    public static RequestJson Read(RcSandboxRequest request)
    {
        if (request.Headers.TryGetValue("Content-Type", out string? type) && type.IndexOf("json", StringComparison.OrdinalIgnoreCase) < 0)
        {
            throw Refusal.BadRequest($"Content-Type must be application/json, not '{type}'");
        }

        try
        {
            return Of(JsonNode.Parse(request.Body), string.Empty) ?? throw Refusal.BadRequest("Body must be a JSON object");
        }
        catch (JsonException)
        {
            throw Refusal.BadRequest("Body must be JSON");
        }
    }

    /// <summary>A text that must be there and say something.</summary>
    /// <param name="name">The field.</param>
    /// <param name="longest">The most characters that it may have.</param>
    public string Required(string name, int longest = int.MaxValue) => Text(name, longest) ?? throw Refusal.BadRequest($"{_prefix}{name} is required");

    /// <summary>A text; <see langword="null"/> when it was not sent.</summary>
    /// <param name="name">The field.</param>
    /// <param name="longest">The most characters that it may have.</param>
    public string? Text(string name, int longest = int.MaxValue)
    {
        if (_json[name] is not { } node)
        {
            return null;
        }

        string text = TextOf(node) ?? throw Refusal.BadRequest($"{_prefix}{name} must be a string");
        return text.Trim().Length == 0 ? throw Refusal.BadRequest($"{_prefix}{name} must not be blank")
            : text.Length > longest ? throw Refusal.BadRequest($"{_prefix}{name} must not be longer than {longest} characters")
            : text;
    }

    /// <summary>An array of ids, each once, as they are written; empty when it was not sent.</summary>
    public IReadOnlyList<string> Ids(string name)
    {
        if (_json[name] is not { } node)
        {
            return [];
        }

        JsonArray array = node as JsonArray ?? throw Refusal.BadRequest($"{_prefix}{name} must be an array");
        return [.. array
            .Select(item => TextOf(item) is { } text && WireFormat.TryId(text, out Guid id) ? WireFormat.Id(id) : throw Refusal.BadRequest($"{_prefix}{name} must be UUIDs, not '{item}'"))
            .Distinct()];
    }

    /// <summary>An object within the object; <see langword="null"/> when it was not sent.</summary>
    public RequestJson? Object(string name) => _json[name] is not { } node ? null
        : Of(node, name + ".") ?? throw Refusal.BadRequest($"{_prefix}{name} must be an object");

    private static RequestJson? Of(JsonNode? node, string prefix)
    {
        try
        {
            JsonObject? json = node as JsonObject;

            // The parser notices a name that comes twice only when one is looked up.
            json?.ContainsKey(string.Empty);
            return json is null ? null : new RequestJson(json, prefix);
        }
        catch (ArgumentException)
        {
            throw Refusal.BadRequest("Body must not have the same name twice");
        }
    }

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
