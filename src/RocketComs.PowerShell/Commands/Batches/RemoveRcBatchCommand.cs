using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.PowerShell.Cmdlets;

namespace RocketComs.PowerShell.Commands;

/// <summary>
/// Removes batches that are <c>CREATED</c> (<c>DELETE /v1/batches/{id}</c>), each once, when all of them are known: a list that is read page
/// by page would lose some of its batches if others went while it is read.
/// </summary>
[Cmdlet(VerbsCommon.Remove, "RcBatch", SupportsShouldProcess = true, DefaultParameterSetName = IdSet)]
[OutputType(typeof(void))]
public sealed class RemoveRcBatchCommand : BatchIdCommand
{
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _ids = [];

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync()
    {
        foreach (string id in _ids)
        {
            try
            {
                await RemoveAsync(id);
            }
            catch (RocketComsException exception)
            {
                Report(exception, id);
            }
        }
    }

    private protected override Task ProcessBatchAsync(string id)
    {
        if (_known.Add(id))
        {
            _ids.Add(id);
        }

        return Task.CompletedTask;
    }

    private async Task RemoveAsync(string id)
    {
        RcBatch batch = await Batches.GetAsync(id, StopToken);
        BatchesClient.RequireCreated(batch, id);
        string reference = string.IsNullOrEmpty(batch.ExternalId) ? string.Empty : $" ('{batch.ExternalId}')";
        if (ConfirmChange($"batch {id}{reference} at {Authority}", "Remove"))
        {
            await WriteAsync(
                sent => Batches.RemoveAsync(id, sent, StopToken),
                $"the removal of batch {id}",
                $"If 'Get-RcBatch {id}' does not find it, it was removed.",
                new RcJournalEntry { BatchId = id, CampaignId = batch.CampaignId, ExternalId = batch.ExternalId });
        }
    }
}
