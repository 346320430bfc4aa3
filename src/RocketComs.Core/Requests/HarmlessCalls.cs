using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace RocketComs.Core.Requests;

/// <summary>
/// The changes that go unasked: documented, free of charge, and without loss. A call is one of them only when method, path, query and body
/// are exactly as documented, for what a server makes of anything else is not known.
/// </summary>
/// <remarks>
/// Sources: API pages on message templates, recipients, recipient lists, campaign subscriptions and the login; "Create a Recipient Batch"
/// (<c>SKIP</c> and <c>MERGE</c> lose nothing); "Update a Campaign Batch" (an action that is not given is <c>SCHEDULE</c>).
/// </remarks>
internal static class HarmlessCalls
{
    // Stands for a UUID; no path holds it, for behind it a fragment would begin.
    private const string Id = "#";

    private const int LengthOfId = 36;

    private static readonly HashSet<string> s_plain = new(StringComparer.Ordinal)
    {
        "POST message-templates",
        "PATCH message-templates/" + Id,
        "POST recipients",
        "PATCH recipients/" + Id,
        "POST recipients/lists",
        "PATCH recipients/lists/" + Id,
        "POST campaigns/" + Id + "/subscriptions",
        "PATCH campaigns/" + Id + "/subscriptions/" + Id,
        "POST auth/login",
        "POST auth/refresh",
        "POST auth/logout",
        "PUT auth/reset",
        "PATCH auth/password",
    };

    /// <summary>Whether a call is one of them.</summary>
    /// <param name="draft">The call, a write.</param>
    /// <param name="placement">Where the parameters of a batch count.</param>
    public static bool Contains(RequestDraft draft, RcParameterPlacement placement)
    {
        string[] path = draft.Target.Path.Split('/');
        path = path[0] == "v1" ? [.. path.Skip(1)] : path;
        string call = $"{draft.Method.Method} {string.Join("/", path.Select(segment => IsId(segment) ? Id : segment))}";
        return call switch
        {
            "POST batches" or "PATCH batches/" + Id => OnlyValidates(draft, placement),
            "POST recipients/batches" => KeepsWhatIsThere(draft),
            "POST recipients/lists/" + Id + "/members" => OnlyAdds(draft),
            _ => draft.Query.Count == 0 && draft.Form is null && (s_plain.Contains(call) || IsReset(call, path)),
        };
    }

    private static bool IsId(string segment) => segment.Length == LengthOfId && Guid.TryParseExact(segment, "D", out _);

    // The last segment is an e-mail address.
    private static bool IsReset(string call, string[] path) =>
        path.Length == 3
        && call.StartsWith("POST auth/reset/", StringComparison.Ordinal)
        && Uri.UnescapeDataString(path[2]) is { } address
        && address.IndexOf('@') > 0
        && address.IndexOfAny(['/', '\\']) < 0;

    // As the platform writes it, where it reads it, and no other word on it anywhere: what it does not understand may mean the default, which schedules.
    private static bool OnlyValidates(RequestDraft draft, RcParameterPlacement placement)
    {
        KeyValuePair<string, object>[] query = [.. draft.Query.Where(pair => IsLike(pair.Key, "action")).Select(pair => new KeyValuePair<string, object>(pair.Key, pair.Value))];
        KeyValuePair<string, object>[] form = [.. (draft.Form ?? []).Where(pair => IsLike(pair.Key, "action"))];
        return draft.Json is null
            && (placement == RcParameterPlacement.Form ? form : query).Length > 0
            && query.Concat(form).All(pair => pair.Key == "action" && pair.Value is "VALIDATE");
    }

    private static bool KeepsWhatIsThere(RequestDraft draft)
    {
        KeyValuePair<string, object>[] strategies = [.. (draft.Form ?? []).Where(pair => IsLike(pair.Key, "strategy"))];
        return draft.Query.Count == 0
            && draft.Json is null
            && strategies.Length > 0
            && strategies.All(pair => pair.Key == "batchStrategy" && pair.Value is "SKIP" or "MERGE");
    }

    private static bool OnlyAdds(RequestDraft draft)
    {
        if (draft.Json is not { Length: > 0 } json || draft.Form is not null || draft.Query.Count > 0)
        {
            return false;
        }

        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.EnumerateObject().All(property => property.NameEquals("recipientsToAdd"));
    }

    private static bool IsLike(string name, string word) => Uri.UnescapeDataString(name).IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}
