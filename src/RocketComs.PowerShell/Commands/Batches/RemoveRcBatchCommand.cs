using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
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
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _ids = [];

    /// <summary>Gets or sets whether to remove without asking.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync()
    {
        Guard.Expect(_ids.Select(Removal));

        // All are seen before the first goes: an answer about another batch ends the command.
        List<(string Id, RcBatch Batch)> seen = [];
        foreach (string id in _ids)
        {
            await TryAsync(id, async () => seen.Add((id, await SeeCreatedAsync(id))));
        }

        for (int i = 0; i < seen.Count; i++)
        {
            string place = seen.Count == 1 ? string.Empty : FormattableString.Invariant($" ({i + 1} of {seen.Count})");
            await TryAsync(seen[i].Id, () => RemoveAsync(seen[i].Id, seen[i].Batch, place));
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

    private async Task TryAsync(string id, Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (RocketComsException exception)
        {
            Report(exception, id);
        }
    }

    private async Task<RcBatch> SeeCreatedAsync(string id)
    {
        RcBatch batch = await SeeBatchAsync(id);
        BatchesClient.RequireCreated(batch, id);
        return batch;
    }

    private async Task RemoveAsync(string id, RcBatch batch, string place)
    {
        string question = $"Remove batch {Name(batch, id)} at {Authority}{place}. It cannot be restored.";
        if (SendingHost.Ask(question, isRisky: true, Force) is { } consent)
        {
            await WriteAsync(
                sent => Batches.RemoveAsync(id, sent, StopToken),
                Removal(id),
                $"If 'Get-RcBatch {id}' does not find it, it was removed.",
                new RcJournalEntry { BatchId = id, CampaignId = batch.CampaignId, ExternalId = batch.ExternalId, Consent = consent });
        }
    }

    private static string Removal(string id) => $"the removal of batch {id}";

    private static string Name(RcBatch batch, string id)
    {
        (string What, string? Value)[] details = [("ExternalId", batch.ExternalId), ("campaign", batch.CampaignId), ("description", batch.Description)];
        return string.Join(", ", new[] { id }.Concat(details.Where(static detail => !string.IsNullOrEmpty(detail.Value)).Select(static detail => $"{detail.What} '{detail.Value}'")));
    }
}
