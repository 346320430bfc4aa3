using System.Management.Automation;
using System.Threading.Tasks;
using RocketComs.Core.Batches;
using RocketComs.Core.Errors;
using RocketComs.PowerShell.Common;

namespace RocketComs.PowerShell.Commands;

/// <summary>Removes a batch that is <c>CREATED</c> (<c>DELETE /v1/batches/{id}</c>).</summary>
[Cmdlet(VerbsCommon.Remove, "RcBatch", SupportsShouldProcess = true)]
[OutputType(typeof(void))]
public sealed class RemoveRcBatchCommand : ConnectedCmdlet
{
    /// <summary>Gets or sets the batches.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("BatchId")]
    public IdReference[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync()
    {
        foreach (IdReference id in Id)
        {
            try
            {
                DraftRules.CheckId(nameof(Id), id.Value);
                BatchesClient.RequireCreated(await Batches.GetAsync(id.Value, StopToken), id.Value);
                if (ShouldProcess($"batch {id.Value}", "Remove"))
                {
                    await Batches.RemoveAsync(id.Value, StopToken);
                }
            }
            catch (RocketComsException exception)
            {
                Report(exception, id.Value);
            }
        }
    }
}
