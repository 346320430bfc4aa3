namespace RocketComs.Core.Api.Requests;

/// <summary>Which calls are asked about first, and why: every change that is not one of <see cref="HarmlessCalls"/>.</summary>
/// <remarks>
/// Sources: API pages "Create a Campaign Batch", "Update a Campaign Batch", "Send a Message", "Create a Campaign", "Create a Recipient Batch",
/// "Manage Recipient List Members", and those on removals. The reason is found by reading the path as a lenient server would; whether to ask
/// does not hang on it.
/// </remarks>
public static class RequestRisk
{
    private const string Charged = "It can send messages, which are charged; nothing documented stops them.";
    private const string Removes = "It removes something; nothing documented brings it back.";
    private const string Replaces = "It can replace recipients who are there already; nothing documented brings back what was there.";
    private const string TakesOff = "It can change who is on a list; whether a scheduled batch takes its list as it is then is not documented.";
    private const string HasFees = "It can register a campaign, whose use case can have fees.";
    private const string Rewrites = "It can change the text of a template; what that does to batches that are scheduled with it is not documented.";
    private const string Unknown = "It is not one of the calls that are known to be harmless.";

    /// <summary>Why a call is asked about, in a sentence; <see langword="null"/> when it is not.</summary>
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
            : Has(words, "recipients") && Has(words, "members") ? TakesOff
            : Has(words, "batches") || Has(words, "messages") ? Charged
            : Has(words, "campaigns") && !Has(words, "subscriptions") ? HasFees
            : Has(words, "message-templates") ? Rewrites
            : Unknown;
    }

    // "batches;x=1" and "batches.json" are batches to some servers.
    private static bool Has(string[] words, string word) => words.Any(each => each.StartsWith(word, StringComparison.Ordinal));
}
