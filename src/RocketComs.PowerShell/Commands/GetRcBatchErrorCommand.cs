using System.Management.Automation;
using System.Threading.Tasks;
using RocketComs.PowerShell.Common;

namespace RocketComs.PowerShell.Commands;

/// <summary>Gets the errors that the platform found in a batch's file, all pages (<c>GET /v1/batches/{id}/errors</c>).</summary>
[Cmdlet(VerbsCommon.Get, "RcBatchError", DefaultParameterSetName = IdSet)]
[OutputType(typeof(RcBatchError))]
public sealed class GetRcBatchErrorCommand : BatchIdCommand
{
    private protected override async Task ProcessBatchAsync(string id)
    {
        await foreach (RcBatchError error in Batches.GetErrorsAsync(id, doubt => Post(() => WriteWarning(doubt)), StopToken))
        {
            WriteObject(error);
        }
    }
}
