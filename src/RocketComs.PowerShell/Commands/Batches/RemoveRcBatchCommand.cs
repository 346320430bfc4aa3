using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;

namespace RocketComs.PowerShell.Commands;

/// <summary>
/// Removes batches that are <c>CREATED</c> (<c>DELETE /v1/batches/{id}</c>), each once, when all of them are known: a list that is read page
/// by page would lose some of its batches if others went while it is read. There is no way back, so it asks first.
/// </summary>
[Cmdlet(VerbsCommon.Remove, "RcBatch", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = IdSet)]
[OutputType(typeof(void))]
public sealed class RemoveRcBatchCommand : BatchIdCommand
{
    private readonly Dictionary<string, RcBatch> _seen = new(StringComparer.OrdinalIgnoreCase);
    private int _asked;

    /// <summary>Gets or sets whether to remove without asking.</summary>
    [Parameter]
    [OnOrOff]
    public SwitchParameter Force { get; set; }

    private protected override string NameOfWrite(string id) => $"the removal of batch {id}";

    /// <summary>All are seen before the first goes: an answer about another batch ends the command.</summary>
    private protected override async Task SeeAsync(string id)
    {
        RcBatch batch = await SeeBatchAsync(id);
        BatchesClient.RequireCreated(batch, id);
        _seen.Add(id, batch);
    }

    private protected override async Task ProcessBatchAsync(string id)
    {
        RcBatch batch = _seen[id];
        string place = _seen.Count == 1 ? string.Empty : FormattableString.Invariant($" ({++_asked} of {_seen.Count})");
        string question = $"Remove batch {Name(batch, id)} at {Authority}{place}. It cannot be restored.";
        if (SendingHost.Ask(question, isRisky: true, Force) is { } consent)
        {
            await WriteAsync(
                sent => Batches.RemoveAsync(id, sent, StopToken),
                NameOfWrite(id),
                $"If 'Get-RcBatch {id}' does not find it, it was removed.",
                new RcJournalEntry { BatchId = id, CampaignId = batch.CampaignId, ExternalId = batch.ExternalId, Consent = consent });
        }
    }

    private static string Name(RcBatch batch, string id)
    {
        (string What, string? Value)[] details = [("ExternalId", batch.ExternalId), ("campaign", batch.CampaignId), ("description", batch.Description)];
        return string.Join(", ", new[] { id }.Concat(details.Where(static detail => !string.IsNullOrEmpty(detail.Value)).Select(static detail => $"{detail.What} '{detail.Value}'")));
    }
}
