using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Commands;

/// <summary>Gets campaigns by id, or lists those of the account or of a brand page by page as they are asked for.</summary>
/// <remarks>The platform lists the campaigns of one brand; without one, the brands are asked for first.</remarks>
[Cmdlet(VerbsCommon.Get, "RcCampaign", DefaultParameterSetName = ListSet)]
[OutputType(typeof(RcCampaign))]
public sealed class GetRcCampaignCommand : NamedLookupCommand<CampaignReference>
{
    private const string BrandSet = "Brand";

    /// <summary>Gets or sets the campaigns: ids, campaigns, or objects of a campaign such as batches.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true)]
    [Alias("CampaignId")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public override CampaignReference[] Id { get; set; } = [];

    /// <summary>Gets or sets the names, with wildcards, which are filtered here.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Parameter(ParameterSetName = BrandSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public override string[]? Name { get; set; }

    /// <summary>Gets or sets the brand: an id, a brand, or an object of a brand. Without one, the campaigns of all brands are listed.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(BrandCompleter))]
    public BrandReference? BrandId { get; set; }

    /// <summary>Gets or sets a brand from the pipeline, which could be a campaign by nothing but its type.</summary>
    [Parameter(Mandatory = true, ParameterSetName = BrandSet, ValueFromPipeline = true)]
    public RcBrand? InputObject { get; set; }

    /// <summary>Gets or sets the exact name, which the platform filters by.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Parameter(ParameterSetName = BrandSet)]
    [ValidateNotNullOrEmpty]
    public string? CampaignName { get; set; }

    /// <summary>Gets or sets the status: ACTIVE, PENDING, DECLINED, DELETED or COMPLETED.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [Parameter(ParameterSetName = BrandSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(CampaignStatusCompleter))]
    public string? Status { get; set; }

    private CampaignsClient Campaigns => new(Transport);

    private protected override async Task ProcessIdAsync(string id) => WriteObject(await Campaigns.GetAsync(id, StopToken));

    private protected override Task ListAsync()
    {
        BrandReference? brand = InputObject is null ? BrandId : new BrandReference(InputObject);
        CampaignFilter filter = new(brand?.For(nameof(BrandId))) { CampaignName = CampaignName, Status = Status };
        filter.Check();
        return WriteNamedAsync(Campaigns.ListAsync(filter, StopToken), static campaign => [campaign.CampaignName]);
    }
}
