namespace RocketComs.Sandbox.Server;

/// <summary>Reads a query string without losing the order or repeated names.</summary>
internal static class QueryText
{
    private static readonly char[] s_ampersand = ['&'];

    public static IReadOnlyList<KeyValuePair<string, string>> Parse(string rawQuery) =>
        [.. rawQuery.Split(s_ampersand, StringSplitOptions.RemoveEmptyEntries).Select(ParsePair)];

    /// <summary>The value of a parameter; given twice, it is ambiguous and refused.</summary>
    public static string? Single(RcSandboxRequest request, string name)
    {
        string[] values = [.. request.Query.Where(pair => pair.Key == name).Select(pair => pair.Value)];
        return values.Length <= 1 ? values.FirstOrDefault() : throw Refusal.BadRequest($"{name} must not be given more than once");
    }

    private static KeyValuePair<string, string> ParsePair(string pair)
    {
        int equals = pair.IndexOf('=');
        return equals < 0 ? new(Decode(pair), string.Empty) : new(Decode(pair.Substring(0, equals)), Decode(pair.Substring(equals + 1)));
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
