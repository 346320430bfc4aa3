using RocketComs.Core.Errors;

namespace RocketComs.Core.Api;

/// <summary>Which campaigns to list. Filters match exactly; the platform has no search within names.</summary>
/// <param name="BrandId">The brand, 36 to 60 characters: the platform lists no campaigns without one.</param>
/// <remarks>Source: API page "List All Campaigns". Its prose speaks of any combination of filters, but its table has the brand as required.</remarks>
public sealed record CampaignFilter(string BrandId)
{
    private const int ShortestBrand = 36;
    private const int LongestBrand = 60;
    private const int LongestName = 255;

    /// <summary>Gets the name, at most 255 characters; <see langword="null"/> for any.</summary>
    public string? CampaignName { get; init; }

    /// <summary>Gets the status, such as <c>ACTIVE</c>; <see langword="null"/> for any. It is sent in capitals, and one that the platform does not know is its to refuse.</summary>
    public string? Status { get; init; }

    /// <summary>Refuses what the platform would refuse.</summary>
    /// <exception cref="InvalidParameterException">The brand or the name has not the documented length.</exception>
    public void Check()
    {
        if (BrandId.Length is < ShortestBrand or > LongestBrand)
        {
            throw new InvalidParameterException(
                nameof(BrandId), BrandId, $"-BrandId '{BrandId}' is no id: it must have {ShortestBrand} to {LongestBrand} characters.", "Give the BrandId of a campaign: (Get-RcCampaign -Id $id).BrandId.");
        }

        if (CampaignName?.Length > LongestName)
        {
            throw new InvalidParameterException(
                nameof(CampaignName), CampaignName, $"-CampaignName has more than {LongestName} characters.", "Give the name as the platform has it, or list all campaigns of the brand.");
        }
    }

    /// <summary>The query, in the order of the documentation.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Query()
    {
        List<KeyValuePair<string, string>> query = [];
        if (CampaignName is { } name)
        {
            query.Add(new("campaignName", name));
        }

        query.Add(new("brandId", BrandId));
        if (Status is { } status)
        {
            query.Add(new("status", status.ToUpperInvariant()));
        }

        return query;
    }
}
