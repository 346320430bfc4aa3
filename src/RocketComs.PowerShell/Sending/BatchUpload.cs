using RocketComs.Core.Api;
using RocketComs.PowerShell.Common;

namespace RocketComs.PowerShell.Sending;

/// <summary>Sends a draft, with progress, and says what is not known when that is stopped.</summary>
internal sealed class BatchUpload
{
    private readonly BatchCommand _command;
    private readonly BatchesClient _batches;

    /// <summary>Initializes the uploads of one command.</summary>
    public BatchUpload(BatchCommand command, BatchesClient batches)
    {
        _command = command;
        _batches = batches;
    }

    /// <summary>Sends a draft.</summary>
    /// <returns>The batch as the platform shows it.</returns>
    public async Task<RcBatch> RunAsync(BatchTarget target, BatchDraft draft, CancellationToken stop)
    {
        ByteProgress progress = new(target.IsNew ? "Creating a batch" : $"Updating batch {target.Id}", "sent", _command.PostProgress);
        Task<RcBatch> Upload(Action<long, long?> sent)
        {
            sent += progress.Report;
            return target.IsNew ? _batches.CreateAsync(draft, sent, stop) : _batches.UpdateAsync(target.Id, draft, sent, stop);
        }

        try
        {
            return await GuardedWrite.RunAsync(_command, Upload, target.IsNew ? StoppedCreation(target, draft) : StoppedUpdate(target), stop);
        }
        finally
        {
            progress.Complete();
        }
    }

    private static string StoppedCreation(BatchTarget target, BatchDraft draft) =>
        "Stopped while a batch was being created: whether it arrived is not known. "
        + $"List the batches of campaign {target.Id} with Get-RcBatch{(draft.ExternalId is null ? string.Empty : $" and look for ExternalId '{draft.ExternalId}'")} before you create it again.";

    private static string StoppedUpdate(BatchTarget target) =>
        $"Stopped while batch {target.Id} was being updated: whether the update arrived is not known. 'Get-RcBatch {target.Id}' tells by UpdatedAt and Status.";
}
