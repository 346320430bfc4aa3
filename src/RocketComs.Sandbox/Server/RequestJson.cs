using System.Text.Json;
using System.Text.Json.Nodes;

namespace RocketComs.Sandbox.Server;

/// <summary>The JSON object in a request's body. A field that is <c>null</c> was not sent; one of another type is refused.</summary>
internal sealed class RequestJson(JsonObject json, string prefix = "")
{
    /// <summary>Reads the body. The Content-Type may be missing; otherwise it must be one of JSON.</summary>
    public static RequestJson Read(RcSandboxRequest request)
    {
        if (request.Headers.TryGetValue("Content-Type", out string? type) && type.IndexOf("json", StringComparison.OrdinalIgnoreCase) < 0)
        {
            throw Refusal.BadRequest($"Content-Type must be application/json, not '{type}'");
        }

        return ReadBody(request);
    }

    /// <summary>Reads the body, whatever the Content-Type says.</summary>
    public static RequestJson ReadBody(RcSandboxRequest request)
    {
        try
        {
            return Of(JsonNode.Parse(request.Body), string.Empty) ?? throw Refusal.BadRequest("Body must be a JSON object");
        }
        catch (JsonException)
        {
            throw Refusal.BadRequest("Body must be JSON");
        }
    }

    /// <summary>A string as it is; <see langword="null"/> for anything else.</summary>
    public string? StringOrNull(string name) => TextOf(json[name]);

    /// <summary>A boolean; <see langword="null"/> for anything else.</summary>
    public bool? BooleanOrNull(string name) => json[name] is JsonValue value && value.TryGetValue(out bool flag) ? flag : null;

    /// <summary>A required text, which must not be blank.</summary>
    public string Required(string name, int longest = int.MaxValue) => Text(name, longest) ?? throw Refusal.BadRequest($"{prefix}{name} is required");

    /// <summary>A text; <see langword="null"/> when it was not sent.</summary>
    public string? Text(string name, int longest = int.MaxValue)
    {
        if (json[name] is not { } node)
        {
            return null;
        }

        string text = TextOf(node) ?? throw Refusal.BadRequest($"{prefix}{name} must be a string");
        return text.Trim().Length == 0 ? throw Refusal.BadRequest($"{prefix}{name} must not be blank")
            : text.Length > longest ? throw Refusal.BadRequest($"{prefix}{name} must not be longer than {longest} characters")
            : text;
    }

    /// <summary>An array of ids, each once, as they are written; empty when it was not sent.</summary>
    public IReadOnlyList<string> Ids(string name)
    {
        if (json[name] is not { } node)
        {
            return [];
        }

        JsonArray array = node as JsonArray ?? throw Refusal.BadRequest($"{prefix}{name} must be an array");
        return [.. array
            .Select(item => TextOf(item) is { } text && ApiFormat.TryId(text, out Guid id) ? ApiFormat.Id(id) : throw Refusal.BadRequest($"{prefix}{name} must be UUIDs, not '{item}'"))
            .Distinct()];
    }

    /// <summary>An object within the object; <see langword="null"/> when it was not sent.</summary>
    public RequestJson? Object(string name) => json[name] is not { } node ? null
        : Of(node, name + ".") ?? throw Refusal.BadRequest($"{prefix}{name} must be an object");

    private static RequestJson? Of(JsonNode? node, string prefix)
    {
        try
        {
            JsonObject? found = node as JsonObject;

            // The parser notices a name that comes twice only when one is looked up.
            found?.ContainsKey(string.Empty);
            return found is null ? null : new RequestJson(found, prefix);
        }
        catch (ArgumentException)
        {
            throw Refusal.BadRequest("Body must not have the same name twice");
        }
    }

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
