using System.Management.Automation;
using System.Threading.Tasks;
using RocketComs.Core.Batches;
using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Common;

/// <summary>Base of the commands that do something with each of the batches given: a failure of one does not keep the others back.</summary>
public abstract class BatchIdCommand : ConnectedCmdlet
{
    /// <summary>The name of the parameter set of <see cref="Id"/>.</summary>
    private protected const string IdSet = "Id";

    /// <summary>Gets or sets the batches: ids, or the objects that have them.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("BatchId")]
    public IdReference[] Id { get; set; } = [];

    /// <summary>Finds the connection, and refuses what the user typed wrongly before anything is asked of the platform.</summary>
    protected override async Task BeginProcessingAsync()
    {
        await base.BeginProcessingAsync();
        foreach (IdReference id in Id)
        {
            DraftRules.CheckId(nameof(Id), id.Value);
        }
    }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync()
    {
        foreach (IdReference id in Id)
        {
            try
            {
                DraftRules.CheckId(nameof(Id), id.Value);
                await ProcessBatchAsync(id.Value);
            }
            catch (RocketComsException exception)
            {
                Report(exception, (exception as WaitEndedException)?.Batch ?? (object)id.Value);
            }
        }
    }

    /// <summary>Does it with one batch.</summary>
    /// <param name="id">The batch's id, a UUID.</param>
    private protected abstract Task ProcessBatchAsync(string id);
}
