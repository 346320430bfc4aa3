using System.Management.Automation;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Common;

/// <summary>Base of the commands that get what belongs to campaigns: a failure of one does not keep the others back.</summary>
public abstract class CampaignCommand : IdCommand
{
    /// <summary>Gets or sets the campaigns: ids, campaigns, or objects of a campaign such as batches.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public CampaignReference[] CampaignId { get; set; } = [];

    private protected override string IdParameter => nameof(CampaignId);

    private protected override IdReference[] Ids => CampaignId;
}
