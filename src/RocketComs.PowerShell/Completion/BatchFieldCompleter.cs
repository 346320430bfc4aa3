namespace RocketComs.PowerShell.Completion;

/// <summary>Completes the fields that batches can be sorted by: those of the documented answer.</summary>
public sealed class BatchFieldCompleter : WordCompleter
{
    private protected override IEnumerable<string> Words =>
    [
        nameof(RcBatch.StartDate), nameof(RcBatch.EndDate), nameof(RcBatch.CreatedAt), nameof(RcBatch.UpdatedAt), nameof(RcBatch.FinishedAt), nameof(RcBatch.Status),
        nameof(RcBatch.ExternalId), nameof(RcBatch.Description), nameof(RcBatch.CampaignId), nameof(RcBatch.Id),
    ];
}
