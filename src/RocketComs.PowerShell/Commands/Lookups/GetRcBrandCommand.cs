using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Commands;

/// <summary>Gets the brands of the account: all of them page by page as they are asked for, those with a name, or those with the ids given.</summary>
[Cmdlet(VerbsCommon.Get, "RcBrand", DefaultParameterSetName = ListSet)]
[OutputType(typeof(RcBrand))]
public sealed class GetRcBrandCommand : NamedLookupCommand<BrandReference>
{
    /// <summary>Gets or sets the brands: ids, brands, or objects of a brand such as campaigns.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = IdSet, ValueFromPipeline = true)]
    [Alias("BrandId")]
    [ArgumentCompleter(typeof(BrandCompleter))]
    public override BrandReference[] Id { get; set; } = [];

    private BrandsClient Brands => new(Transport);

    private protected override void CheckId(IdReference id) => BrandsClient.ThrowIfNotId(IdParameter, id.For(IdParameter));

    private protected override async Task ProcessIdAsync(string id) => WriteObject(await Brands.GetAsync(id, StopToken));

    private protected override Task ListAsync() => WriteNamedAsync(Brands.ListAsync(StopToken), static brand => [brand.DisplayName, brand.CompanyName]);
}
