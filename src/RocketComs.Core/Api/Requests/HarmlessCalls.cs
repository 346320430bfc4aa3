namespace RocketComs.Core.Api.Requests;

/// <summary>
/// The changes that go unasked: they make something new, rename it, or are about the login, and nobody has ever been charged for them. A call is one
/// of them only when method, path, query and form are as documented, for what a server makes of anything else is not known. What a scheduled batch
/// may be made of - the text of a template, who is on a list - is not among them.
/// </summary>
/// <remarks>
/// Sources: API pages on message templates, recipients, recipient lists, campaign subscriptions and the login; "Create a Recipient Batch"
/// (<c>SKIP</c> leaves alone what is there); "Update a Campaign Batch" (an action that is not given is <c>SCHEDULE</c>).
/// </remarks>
internal static class HarmlessCalls
{
    // Stands for a UUID; no path holds it, for behind it a fragment would begin.
    private const string Id = "#";

    private const int LengthOfId = 36;

    private static readonly HashSet<string> s_plain = new(StringComparer.Ordinal)
    {
        "POST message-templates",
        "POST recipients",
        "POST recipients/lists",
        "PATCH recipients/lists/" + Id,
        "POST campaigns/" + Id + "/subscriptions",
        "PATCH campaigns/" + Id + "/subscriptions/" + Id,
        "POST auth/login",
        "POST auth/refresh",
        "POST auth/logout",
    };

    // The parameters that the pages on creating and updating a batch have. Behind any other name something may stand that schedules.
    private static readonly HashSet<string> s_ofBatches = new(StringComparer.Ordinal)
    {
        "campaignId", "externalId", "description", "startDate", "endDate", "startTime", "endTime", "shortlink", "action", "operationType",
        "file", "messageTemplateId", "namedRecipientsListIds", "message",
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
            _ => draft.Query.Count == 0 && draft.Form is null && (s_plain.Contains(call) || IsReset(call, path)),
        };
    }

    private static bool IsId(string segment) => segment.Length == LengthOfId && segment.IndexOfAny(['x', 'X']) < 0 && Guid.TryParseExact(segment, "D", out _);

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
            && draft.Query.Select(pair => pair.Key).Concat((draft.Form ?? []).Select(pair => pair.Key)).All(s_ofBatches.Contains)
            && (placement == RcParameterPlacement.Form ? form : query).Length > 0
            && query.Concat(form).All(pair => pair.Key == "action" && pair.Value is "VALIDATE");
    }

    private static bool KeepsWhatIsThere(RequestDraft draft)
    {
        KeyValuePair<string, object>[] strategies = [.. (draft.Form ?? []).Where(pair => IsLike(pair.Key, "strategy"))];
        return draft.Query.Count == 0
            && draft.Json is null
            && strategies.Length > 0
            && strategies.All(pair => pair.Key == "batchStrategy" && pair.Value is "SKIP");
    }

    private static bool IsLike(string name, string word) => Uri.UnescapeDataString(name).IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}
