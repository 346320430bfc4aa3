namespace RocketComs.Core.Api.Requests;

/// <summary>Which calls are sent only after a question, and why: every change that is not one of <see cref="HarmlessCalls"/>.</summary>
/// <remarks>
/// Sources: API pages "Create a Campaign Batch", "Update a Campaign Batch", "Send a Message", "Create a Campaign", "Create a Recipient Batch",
/// "Manage Recipient List Members", and those on removals. The reason is found by reading the path as a lenient server would; whether to ask
/// does not depend on it.
/// </remarks>
public static class RequestRisk
{
    private const string Charged = "It can send messages, which are charged; nothing documented stops them.";
    private const string Removes = "It removes something; nothing documented brings it back.";
    private const string Replaces = "It can replace recipients who exist already; nothing documented brings back what was there.";
    private const string ChangesList = "It can change who is on a list; whether that affects batches that are scheduled with the list is not documented.";
    private const string HasFees = "It can register a campaign, whose use case can have fees.";
    private const string Rewrites = "It can change the text of a template; what that does to batches that are scheduled with it is not documented.";
    private const string Unknown = "It is not one of the calls that are known to be harmless.";

    /// <summary>Whether a call may send messages, and so cost nobody knows how much.</summary>
    /// <param name="risk">Why to ask before it.</param>
    public static bool IsCharge(string? risk) => risk == Charged;

    /// <summary>Why to ask before a call, in a sentence; <see langword="null"/> when there is no need.</summary>
    /// <param name="draft">The call.</param>
    /// <param name="placement">Where the connection puts the parameters of a batch: only there does an action count.</param>
    public static string? Of(RequestDraft draft, RcParameterPlacement placement)
    {
        if (draft.IsRead || HarmlessCalls.Contains(draft, placement))
        {
            return null;
        }

        string[] words = [.. RequestPath.Segments(draft.Target.Path).Select(segment => segment.Trim())];
        return draft.Method == HttpMethod.Delete ? Removes
            : Has(words, "recipients") && Has(words, "batches") ? Replaces
            : Has(words, "recipients") && Has(words, "members") ? ChangesList
            : Has(words, "batches") || Has(words, "messages") ? Charged
            : Has(words, "campaigns") && !Has(words, "subscriptions") ? HasFees
            : Has(words, "message-templates") ? Rewrites
            : Unknown;
    }

    // "batches;x=1" and "batches.json" are batches to some servers.
    private static bool Has(string[] words, string word) => words.Any(each => each.StartsWith(word, StringComparison.Ordinal));
}

/// <summary>
/// The changes that need no question: they make something new, rename it, or are about the login, and nobody is charged for them. A call is one
/// of them only when method, path, query and form are as documented, for what a server does with anything else is not known. What a scheduled batch
/// may depend on - the text of a template, who is on a list - is not among them.
/// </summary>
/// <remarks>
/// Sources: API pages on message templates, recipients, recipient lists, campaign subscriptions and the login; "Create a Recipient Batch"
/// (<c>SKIP</c> leaves existing recipients alone); "Update a Campaign Batch" (an action that is not given is <c>SCHEDULE</c>).
/// </remarks>
internal static class HarmlessCalls
{
    // Stands for a UUID; no path contains it, for a fragment would begin there.
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

    // Spelled as documented, in the place that counts, and no other action anywhere: what the platform does not understand may mean the default, which schedules.
    private static bool OnlyValidates(RequestDraft draft, RcParameterPlacement placement)
    {
        KeyValuePair<string, object>[] query = [.. draft.Query.Select(pair => new KeyValuePair<string, object>(pair.Key, pair.Value))];
        KeyValuePair<string, object>[] form = [.. draft.Form ?? []];

        // Any other name could mean something that schedules.
        return draft.Json is null
            && query.Concat(form).All(pair => pair.Key == BatchParameters.File || BatchParameters.All.Any(parameter => parameter.Name == pair.Key))
            && (placement == RcParameterPlacement.Form ? form : query).Count(pair => pair.Key == BatchParameters.Action) == 1
            && query.Concat(form).All(pair => pair.Key != BatchParameters.Action || pair.Value is "VALIDATE");
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
