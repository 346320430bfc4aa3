using System.Management.Automation;
using System.Threading.Tasks;
using RocketComs.Core.Batches;
using RocketComs.PowerShell.Common;

namespace RocketComs.PowerShell.Commands;

/// <summary>Removes a batch that is <c>CREATED</c> (<c>DELETE /v1/batches/{id}</c>).</summary>
[Cmdlet(VerbsCommon.Remove, "RcBatch", SupportsShouldProcess = true, DefaultParameterSetName = IdSet)]
[OutputType(typeof(void))]
public sealed class RemoveRcBatchCommand : BatchIdCommand
{
    private protected override async Task ProcessBatchAsync(string id)
    {
        BatchesClient.RequireCreated(await Batches.GetAsync(id, StopToken), id);
        if (ShouldProcess($"batch {id}", "Remove"))
        {
            await Batches.RemoveAsync(id, StopToken);
        }
    }
}
