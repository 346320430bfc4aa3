using System.Text.Json;
using RocketComs.Core.Json;

namespace RocketComs.Core.Api.Requests;

/// <summary>What of a call no error may show: passwords, secrets, tokens, keys and codes, known by the names of their fields or the path of the call.</summary>
/// <remarks>Sources: API pages on login, refresh, passwords and API keys.</remarks>
internal static class RequestSecrets
{
    private static readonly string[] s_words = ["password", "secret", "token"];

    // As a whole name only: within a longer name these words rarely mean a secret.
    private static readonly HashSet<string> s_names = new(["apiKey", "api_key", "key", "pin", "code", "otp", "authorization"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the answer of a call may hold a secret that the module does not know: those on login, and on API keys.</summary>
    public static bool InAnswer(RequestDraft draft) => IsLogin(draft) || RequestPath.Segments(draft.Target.Path).Contains("apikeys");

    /// <summary>The secrets that a call carries.</summary>
    public static IReadOnlyList<string> InRequest(RequestDraft draft)
    {
        bool isLogin = IsLogin(draft);
        List<string> secrets = [.. draft.Query.Where(pair => IsSecret(pair.Key)).Select(pair => pair.Value)];
        secrets.AddRange((draft.Form ?? []).Where(pair => isLogin || IsSecret(pair.Key)).Select(pair => pair.Value).OfType<string>());
        if (draft.Json is { } json)
        {
            using JsonDocument document = JsonDocument.Parse(json);
            Collect(document.RootElement, isLogin, secrets);
        }

        return [.. secrets.Where(secret => secret.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    private static bool IsLogin(RequestDraft draft) => RequestPath.Segments(draft.Target.Path).Contains("auth");

    private static bool IsSecret(string name) => s_names.Contains(name) || s_words.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    private static void Collect(JsonElement element, bool isSecret, List<string> secrets)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    Collect(property.Value, isSecret || IsSecret(LenientJson.Name(property)), secrets);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Collect(item, isSecret, secrets);
                }

                break;
            case JsonValueKind.String when isSecret:
                secrets.Add(LenientJson.Text(element));
                break;
            case JsonValueKind.Number when isSecret:
                secrets.Add(element.GetRawText());
                break;
            default:
                break;
        }
    }
}
