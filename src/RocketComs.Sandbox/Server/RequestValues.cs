using Microsoft.Net.Http.Headers;

namespace RocketComs.Sandbox.Server;

/// <summary>What stands in the query string and the content type of a request.</summary>
internal static class RequestValues
{
    private static readonly char[] s_ampersand = ['&'];

    /// <summary>Reads a query string without losing the order or repeated names.</summary>
    public static KeyValuePair<string, string>[] ParseQuery(string rawQuery) =>
        [.. rawQuery.Split(s_ampersand, StringSplitOptions.RemoveEmptyEntries).Select(ParsePair)];

    /// <summary>The value of a query parameter; given twice, it is ambiguous and refused.</summary>
    public static string? Query(this RcSandboxRequest request, string name)
    {
        string[] values = [.. request.Query.Where(pair => pair.Key == name).Select(pair => pair.Value)];
        return values.Length <= 1 ? values.FirstOrDefault() : throw Refusal.BadRequest($"{name} must not be given more than once");
    }

    public static bool HasContentType(this RcSandboxRequest request, string mediaType) =>
        request.Headers.TryGetValue("Content-Type", out string? text)
        && MediaTypeHeaderValue.TryParse(text, out MediaTypeHeaderValue? type)
        && type.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase);

    private static KeyValuePair<string, string> ParsePair(string pair)
    {
        int equals = pair.IndexOf('=');
        return equals < 0 ? new(Decode(pair), string.Empty) : new(Decode(pair.Substring(0, equals)), Decode(pair.Substring(equals + 1)));
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
