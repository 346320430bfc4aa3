using System.Text.Json;
using RocketComs.Core.Api;
using RocketComs.Core.Json;

namespace RocketComs.Core.Accounts;

/// <summary>Whether the insights of a batch are those of the batch: their path is documented for those of a campaign, too.</summary>
/// <param name="reader">Asks.</param>
internal sealed class InsightCheck(AccountReader reader)
{
    private const string Path = "v1/insights/campaigns/";

    private static readonly string[] s_counters = ["submitted", "processed", "rejected", "sent", "delivered", "failed", "inProgress"];

    /// <summary>Makes the check.</summary>
    /// <param name="batches">Batches of the account.</param>
    /// <param name="stop">The user's stop.</param>
    public async Task<RcAccountCheck> CheckAsync(IEnumerable<JsonElement> batches, CancellationToken stop)
    {
        // Of a campaign with several batches that went out the figures differ, if they are those of a batch.
        IGrouping<string?, JsonElement>? campaign = batches
            .Where(batch => Seen.Text(batch, "id") is not null && Seen.Text(batch, "campaignId") is not null && !string.Equals(Seen.Text(batch, "status"), BatchesClient.CreatedStatus, StringComparison.OrdinalIgnoreCase))
            .GroupBy(batch => Seen.Text(batch, "campaignId")).OrderByDescending(group => group.Count()).FirstOrDefault();
        if (campaign is null)
        {
            return Verdict.NotKnown(CheckNames.Insights, "No batch of the account has gone out.");
        }

        Seen own = await GetAsync(Seen.Text(campaign.First(), "id")!, stop);
        if (!own.IsRead)
        {
            return Verdict.Contradicted(
                CheckNames.Insights, $"Asked with the id of a batch, the call is answered with {own.Words}.", $"Get-RcBatchInsight ends with an error; count with Get-RcBatchMessage instead. {Verdict.Report}");
        }

        Seen all = await GetAsync(campaign.Key!, stop);
        (string? ofBatch, string? ofCampaign) = (Counters(own), Counters(all));
        return ofBatch is null ? Verdict.Contradicted(CheckNames.Insights, "The answer has none of the documented counters.", $"Get-RcBatchInsight ends with an error. {Verdict.Report}")
            : ofCampaign is null ? Verdict.NotKnown(CheckNames.Insights, $"The insights of the campaign cannot be read ({all.Words}), so the two cannot be compared.")
            : ofBatch != ofCampaign ? Verdict.Confirmed(CheckNames.Insights, "A batch has other figures than its campaign.")
            : campaign.Count() == 1 ? Verdict.NotKnown(CheckNames.Insights, "A batch has the figures of its campaign, but is the only one of it that has gone out.")
            : Verdict.Contradicted(
                CheckNames.Insights,
                "A batch has the figures of its campaign, though that has more batches.",
                $"What Get-RcBatchInsight shows is of the whole campaign: do not judge a batch by it, and count with Get-RcBatchMessage. {Verdict.Report}");
    }

    private Task<Seen> GetAsync(string id, CancellationToken stop) => reader.GetAsync(Path + Uri.EscapeDataString(id), stop);

    private static string? Counters(Seen seen)
    {
        if (seen.Payload is not { ValueKind: JsonValueKind.Object } payload || !BatchJson.IsInsight(payload))
        {
            return null;
        }

        return string.Join(" ", s_counters.Select(name => Seen.Text(payload, name) ?? "-"));
    }
}
