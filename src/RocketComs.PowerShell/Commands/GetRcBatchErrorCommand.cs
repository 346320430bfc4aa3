using System.Management.Automation;
using System.Threading.Tasks;
using RocketComs.Core.Batches;
using RocketComs.Core.Errors;
using RocketComs.PowerShell.Common;

namespace RocketComs.PowerShell.Commands;

/// <summary>Gets the errors that the platform found in a batch's file, all pages (<c>GET /v1/batches/{id}/errors</c>).</summary>
[Cmdlet(VerbsCommon.Get, "RcBatchError")]
[OutputType(typeof(RcBatchError))]
public sealed class GetRcBatchErrorCommand : ConnectedCmdlet
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
                await foreach (RcBatchError error in Batches.GetErrorsAsync(id.Value, StopToken))
                {
                    WriteObject(error);
                }
            }
            catch (RocketComsException exception)
            {
                Report(exception, id.Value);
            }
        }
    }
}
