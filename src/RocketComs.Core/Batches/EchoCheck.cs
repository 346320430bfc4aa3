using System;
using System.Collections.Generic;
using System.Linq;

namespace RocketComs.Core.Batches;

/// <summary>Compares what was sent with the batch that came back.</summary>
public static class EchoCheck
{
    /// <summary>The warnings that the answer deserves.</summary>
    /// <param name="draft">What was sent.</param>
    /// <param name="batch">What came back.</param>
    /// <param name="statusBefore">The status before the update; <see langword="null"/> for a new batch.</param>
    public static IReadOnlyList<string> Warnings(BatchDraft draft, RcBatch batch, string? statusBefore)
    {
        List<string> warnings = [];
        if (draft.Action == RcBatchAction.Validate && HasMoved(statusBefore, batch.Status))
        {
            warnings.Add(
                $"VALIDATE WAS SENT, BUT BATCH {batch.Id} {(statusBefore is null ? "IS" : $"WENT FROM {statusBefore} TO")} {batch.Status ?? "no status"}. It may be on its way out. Look at it now with Get-RcBatch.");
        }

        foreach ((string name, string sent, string? returned) in Differences(draft, batch))
        {
            warnings.Add($"{name} '{sent}' was sent, but batch {batch.Id} shows {(string.IsNullOrEmpty(returned) ? "none" : $"'{returned}'")}.");
        }

        return warnings;
    }

    // A new batch may be UPLOADING for a while; only a status on the way to the recipients is alarming.
    private static bool HasMoved(string? before, string? after) => before is null
        ? after is "PENDING" or "IN_PROCESS" or "COMPLETED"
        : !string.Equals(after, before, StringComparison.Ordinal);

    private static IEnumerable<(string Name, string Sent, string? Returned)> Differences(BatchDraft draft, RcBatch batch)
    {
        string operation = BatchParameters.OperationName(draft.Operation);
        (string Name, string? Sent, string? Returned)[] pairs =
        [
            ("CampaignId", draft.CampaignId, batch.CampaignId),
            ("ExternalId", draft.ExternalId, batch.ExternalId),
            ("Description", draft.Description, batch.Description),
            ("StartDate", BatchParameters.Date(draft.StartDate), BatchParameters.Date(batch.StartDate)),
            ("EndDate", BatchParameters.Date(draft.EndDate), BatchParameters.Date(batch.EndDate)),
            ("StartTime", BatchParameters.Time(draft.StartTime), BatchParameters.Time(batch.StartTime)),
            ("EndTime", BatchParameters.Time(draft.EndTime), BatchParameters.Time(batch.EndTime)),
            ("MessageTemplateId", draft.MessageTemplateId, batch.MessageTemplateId),
            ("Message", draft.Message, batch.Message),
            ("RecipientListId", Joined(draft.RecipientListIds), Joined(batch.NamedRecipientsListIds)),

            // The older description of a batch has no operation type, so only another one is worth a word.
            ("OperationType", batch.OperationType is null ? null : operation, batch.OperationType),
        ];
        return pairs
            .Where(pair => pair.Sent is not null && !string.Equals(pair.Sent, pair.Returned, Comparison(pair.Name)))
            .Select(pair => (pair.Name, pair.Sent!, pair.Returned));
    }

    // UUIDs are the same in either case (RFC 9562, section 4).
    private static StringComparison Comparison(string name) =>
        name.EndsWith("Id", StringComparison.Ordinal) && name != "ExternalId" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private static string? Joined(IEnumerable<string> ids)
    {
        string joined = string.Join(", ", ids.OrderBy(id => id, StringComparer.OrdinalIgnoreCase));
        return joined.Length == 0 ? null : joined;
    }
}
