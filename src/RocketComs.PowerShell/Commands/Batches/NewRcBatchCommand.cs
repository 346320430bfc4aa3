using System.Management.Automation;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Commands;

/// <summary>Creates a campaign batch (<c>POST /v1/batches</c>).</summary>
[Cmdlet(VerbsCommon.New, "RcBatch", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(RcBatch))]
public sealed class NewRcBatchCommand : BatchCommand
{
    /// <summary>Gets or sets the campaign: an id, a campaign, or an object of a campaign such as a batch.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Column(ColumnKind.Campaign)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public object? CampaignId { get; set; }

    private protected override string TargetParameter => nameof(CampaignId);
}
