using System;
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
            IsAwaitingAnswer = true;
            try
            {
                await Batches.RemoveAsync(id, StopToken);
            }
            catch (OperationCanceledException) when (IsAwaitingAnswer && StopToken.IsCancellationRequested)
            {
                WarnAtStop($"Stopped while batch {id} was being removed: whether it was is not known. If 'Get-RcBatch {id}' does not find it, it was.");
                throw;
            }
        }
    }
}
