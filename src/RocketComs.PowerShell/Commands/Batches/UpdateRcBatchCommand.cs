using System.Management.Automation;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Commands;

/// <summary>Updates a campaign batch that is <c>CREATED</c> (<c>PATCH /v1/batches/{id}</c>).</summary>
[Cmdlet(VerbsData.Update, "RcBatch", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(RcBatch))]
public sealed class UpdateRcBatchCommand : BatchCommand
{
    /// <summary>Gets or sets the batch: an id, a batch, or an object of a batch such as one of its errors.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("BatchId")]
    [Column(ColumnKind.Batch)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(BatchCompleter))]
    public object? Id { get; set; }

    private protected override string TargetParameter => nameof(Id);
}
