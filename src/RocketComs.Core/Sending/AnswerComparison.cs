using System.Globalization;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Json;

namespace RocketComs.Core.Sending;

/// <summary>Compares what was sent with the batch that came back.</summary>
public static class AnswerComparison
{
    private const int LongestTrouble = 200;

    // No page has them in a batch, but some have errors and their number.
    private static readonly string[] s_troubles = ["errors", "failures", "fileErrors", "errorCount"];

    private static readonly string?[] s_resting = [BatchesClient.CreatedStatus, "UPLOADING", BatchesClient.ErrorStatus, null];

    /// <summary>The warnings that the answer deserves.</summary>
    /// <param name="draft">What was sent.</param>
    /// <param name="batch">What came back.</param>
    /// <param name="before">The batch before the update; <see langword="null"/> for a new one.</param>
    public static IReadOnlyList<string> Warnings(BatchDraft draft, RcBatch batch, RcBatch? before)
    {
        List<string> warnings = [];
        (string sent, string? shown) = (BatchParameters.ActionName(draft.Action), Unread(batch, "Action"));
        bool isOther = shown is not null && !string.Equals(sent, shown.Trim(), StringComparison.OrdinalIgnoreCase);
        if (draft.Action == RcBatchAction.Validate && (isOther || HasMoved(before, batch.Status)))
        {
            string moved = isOther ? $"ITS ACTION IS {shown}"
                : before is null ? $"IT IS {batch.Status}"
                : $"IT WENT FROM {before.Status} TO {batch.Status ?? "no status"}";
            warnings.Add(
                $"BATCH {batch.Id} MAY BE GOING OUT: VALIDATE WAS SENT, BUT {moved}. Look at it now with 'Get-RcBatch {batch.Id}', and call RocketCOMS if it must not go: nothing documented stops a batch.");
        }

        if (draft.Action == RcBatchAction.Schedule && string.Equals(batch.Status, BatchesClient.CreatedStatus, StringComparison.OrdinalIgnoreCase))
        {
            warnings.Add(
                $"Batch {batch.Id} was to be scheduled, but is {batch.Status}: whether it goes out is not known. Look at it with 'Get-RcBatch {batch.Id}' and do not create it again; if it stays {batch.Status}, schedule it with Update-RcBatch.");
        }

        if (draft.Action == RcBatchAction.Schedule && isOther)
        {
            warnings.Add($"Batch {batch.Id} was to be scheduled, but shows the action {shown}: whether it goes out is not known. Look at it with 'Get-RcBatch {batch.Id}' and do not create it again.");
        }

        if (draft.Action == RcBatchAction.Schedule && (AnswerWords.IsBadEnd(batch.Status) || string.Equals(batch.Status, BatchesClient.ErrorStatus, StringComparison.OrdinalIgnoreCase)))
        {
            warnings.Add($"Batch {batch.Id} was to be scheduled, but is {batch.Status}: see what is wrong with 'Get-RcBatchError {batch.Id}'. What of it goes out is not documented.");
        }

        foreach (string name in s_troubles)
        {
            if (batch.AdditionalProperties.TryGetValue(name, out object? trouble) && Words(trouble) is var words and not ("" or "0" or "False"))
            {
                warnings.Add($"Batch {batch.Id} came back with {name}: {(words.Length > LongestTrouble ? words.Substring(0, LongestTrouble) + "…" : words)}. See 'Get-RcBatchError {batch.Id}' and 'Get-RcBatch {batch.Id}'.");
            }
        }

        // What was not sent is to stay as it was; an answer need not repeat it.
        foreach ((string name, string had, string? returned) in before is null ? [] : Differences(Kept(draft, before), batch with { OperationType = null }).Where(pair => !string.IsNullOrEmpty(pair.Returned)))
        {
            warnings.Add($"{name} was not sent and was '{had}' before, but batch {batch.Id} shows '{returned}' now.");
        }

        foreach ((string name, string value, string? returned) in Differences(draft, batch))
        {
            warnings.Add($"{name} '{value}' was sent, but batch {batch.Id} shows {(string.IsNullOrEmpty(returned) ? "none" : $"'{returned}'")}.");
        }

        return warnings;
    }

    /// <summary>Whether a batch is on its way to people by what its status says: it has left those in which it is still read, or was found wrong.</summary>
    internal static bool IsGoingOut(string? status) => !s_resting.Contains(status, StringComparer.OrdinalIgnoreCase);

    /// <summary>What a batch shows of a value that could not be read; <see langword="null"/> when it shows nothing.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="name">The name of the property.</param>
    internal static string? Unread(RcBatch batch, string name) =>
        batch.AdditionalProperties.TryGetValue(char.ToLowerInvariant(name[0]) + name.Substring(1), out object? shown)
        && (shown is string or IFormattable or bool ? Convert.ToString(shown, CultureInfo.InvariantCulture)! : "...") is { } text && text.Trim().Length > 0 ? text : null;

    /// <summary>Refuses a batch that was given and shows something else than the platform has: left out in silence, a change that somebody made to it would be lost.</summary>
    /// <param name="shown">What the piped batch shows.</param>
    /// <param name="batch">The batch as the platform has it.</param>
    /// <exception cref="InvalidParameterException">They differ.</exception>
    public static void RequireSame(BatchDraft shown, RcBatch batch)
    {
        // What kind of batch it is, is nothing that could be asked for so.
        foreach ((string name, string piped, string? had) in Differences(shown, batch with { OperationType = null }))
        {
            throw new InvalidParameterException(
                name,
                piped,
                $"The batch that was given shows {name} '{piped}', but RocketCOMS {(string.IsNullOrEmpty(had) ? "shows none" : $"has '{had}'")}: one of them was changed, and properties of a batch are not sent. Nothing was sent for it.",
                name == nameof(RcBatch.CampaignId)
                    ? "A batch stays in its campaign: look for another batch with Get-RcBatch -CampaignId, or make one with New-RcBatch."
                    : $"Give -{name} if a change is meant, or take what Get-RcBatch gives now.");
        }
    }

    // What belongs to no kind of batch.
    private static BatchDraft Kept(BatchDraft draft, RcBatch before) => new()
    {
        CampaignId = draft.CampaignId is null ? before.CampaignId : null,
        ExternalId = draft.ExternalId is null ? before.ExternalId : null,
        Description = draft.Description is null ? before.Description : null,
        StartDate = draft.StartDate is null ? before.StartDate : null,
        EndDate = draft.EndDate is null ? before.EndDate : null,
        StartTime = draft.StartTime is null ? before.StartTime : null,
        EndTime = draft.EndTime is null ? before.EndTime : null,
    };

    // A new batch may still be read, or be found wrong; anything else that it is, it is on its way.
    private static bool HasMoved(RcBatch? before, string? after) => before is null
        ? IsGoingOut(after)
        : !string.Equals(after, before.Status, StringComparison.OrdinalIgnoreCase);

    private static string Words(object? shown) => shown switch
    {
        object?[] items => string.Join("; ", items.Select(Words)),
        IReadOnlyDictionary<string, object?> fields => string.Join(", ", fields.Select(field => $"{field.Key} {Words(field.Value)}")),
        _ => Convert.ToString(shown, CultureInfo.InvariantCulture)!.Trim(),
    };

    private static IEnumerable<Difference> Differences(BatchDraft draft, RcBatch batch)
    {
        string operation = BatchParameters.OperationName(draft.Operation);
        Pair[] pairs =
        [
            new("CampaignId", draft.CampaignId, batch.CampaignId),
            new("ExternalId", Bare(draft.ExternalId), Bare(batch.ExternalId)),
            new("Description", Bare(draft.Description), Bare(batch.Description)),
            new("StartDate", BatchParameters.Date(draft.StartDate), BatchParameters.Date(batch.StartDate)),
            new("EndDate", BatchParameters.Date(draft.EndDate), BatchParameters.Date(batch.EndDate)),
            new("StartTime", BatchParameters.Time(draft.StartTime), BatchParameters.Time(batch.StartTime)),
            new("EndTime", BatchParameters.Time(draft.EndTime), BatchParameters.Time(batch.EndTime)),
            new("MessageTemplateId", draft.MessageTemplateId, batch.MessageTemplateId),
            new("Message", Bare(draft.Message), Bare(batch.Message)),
            new("RecipientListId", Joined(draft.RecipientListIds), Joined(batch.NamedRecipientsListIds)),

            // Not documented to be shown, so only a contradiction is worth a word.
            new("ShortLink", Shown(batch) is null ? null : Flag(draft.ShortLink), Shown(batch)),

            // The older description of a batch has no operation type, so only another one is worth a word.
            new("OperationType", batch.OperationType is null ? null : operation, batch.OperationType),
        ];
        return pairs
            .Select(pair => pair with { Returned = pair.Returned ?? Unread(batch, pair.Name) })
            .Where(pair => pair.Sent is not null && !string.Equals(pair.Sent, pair.Returned, Comparison(pair.Name)))
            .Select(pair => new Difference(pair.Name, pair.Sent!, pair.Returned));
    }

    // RocketCOMS writes a line break as backslash and n; one that it shows as a line break has not been changed, nor has a text without
    // the blanks around it.
    private static string? Bare(string? text) => text?.Replace("\r\n", "\n").Replace("\\n", "\n").Trim();

    private static string? Shown(RcBatch batch) => batch.AdditionalProperties.TryGetValue("shortlink", out object? isShort) ? isShort switch
    {
        bool flag => Flag(flag),
        string text => text.ToLowerInvariant(),
        _ => null,
    } : null;

    private static string? Flag(bool? flag) => flag is { } isSet ? (isSet ? "true" : "false") : null;

    // UUIDs are the same in either case (RFC 9562, section 4).
    private static StringComparison Comparison(string name) =>
        name.EndsWith("Id", StringComparison.Ordinal) && name != "ExternalId" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private static string? Joined(IEnumerable<string> ids)
    {
        string joined = string.Join(", ", ids.Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(id => id, StringComparer.OrdinalIgnoreCase));
        return joined.Length == 0 ? null : joined;
    }

    // A property, as it was sent and as it is shown.
    private sealed record Pair(string Name, string? Sent, string? Returned);

    private sealed record Difference(string Name, string Sent, string? Returned);
}
