using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Commands;

/// <summary>Gets campaigns by id, or lists those of a brand page by page as they are asked for.</summary>
/// <remarks>
/// The platform's list wants a brand: <c>Get-RcCampaign -BrandId (Get-RcCampaign $id).BrandId</c> lists the campaigns beside one.
/// </remarks>
[Cmdlet(VerbsCommon.Get, "RcCampaign", DefaultParameterSetName = IdSet)]
[OutputType(typeof(RcCampaign))]
public sealed class GetRcCampaignCommand : IdCommand
{
    private const string IdSet = "Id";
    private const string BrandSet = "Brand";

    /// <summary>Gets or sets the campaigns: ids, campaigns, or objects of a campaign such as batches.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true)]
    [Alias("CampaignId")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public CampaignReference[] Id { get; set; } = [];

    /// <summary>Gets or sets the brand.</summary>
    [Parameter(Mandatory = true, ParameterSetName = BrandSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BrandCompleter))]
    public string BrandId { get; set; } = string.Empty;

    /// <summary>Gets or sets the exact name. Patterns are for <c>Where-Object</c>: the platform has none.</summary>
    [Parameter(ParameterSetName = BrandSet)]
    [ValidateNotNullOrEmpty]
    public string? CampaignName { get; set; }

    /// <summary>Gets or sets the status: ACTIVE, PENDING, DECLINED, DELETED or COMPLETED.</summary>
    [Parameter(ParameterSetName = BrandSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CampaignStatusCompleter))]
    public string? Status { get; set; }

    private protected override string IdParameter => nameof(Id);

    private protected override IdReference[] Ids => Id;

    private CampaignsClient Campaigns => new(Transport);

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync() => ParameterSetName == BrandSet ? ListAsync() : base.ProcessRecordAsync();

    private protected override async Task ProcessIdAsync(string id) => WriteObject(await Campaigns.GetAsync(id, StopToken));

    private async Task ListAsync()
    {
        CampaignFilter filter = new(BrandId) { CampaignName = CampaignName, Status = Status };
        filter.Check();
        await foreach (RcCampaign campaign in Campaigns.ListAsync(filter, StopToken))
        {
            WriteObject(campaign);
        }
    }
}
