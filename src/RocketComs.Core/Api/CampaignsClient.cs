using System.Runtime.CompilerServices;
using RocketComs.Core.Api.Calls;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;

namespace RocketComs.Core.Api;

/// <summary>The reading half of the campaign endpoints.</summary>
/// <param name="transport">The way to the platform.</param>
/// <remarks>Sources: API pages "Retrieve a Campaign", "List All Campaigns", "Retrieve Opt-Out Messages" and "Retrieve Campaign Responses".</remarks>
public sealed class CampaignsClient(ITransport transport)
{
    private const string Root = "v1/campaigns";

    /// <summary>Gets a campaign (<c>GET /v1/campaigns/{id}</c>).</summary>
    /// <param name="id">The campaign.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">The answer is no campaign, or another one.</exception>
    public Task<RcCampaign> GetAsync(string id, CancellationToken cancellationToken) => transport.GetAsync(
        PathOf(id),
        $"campaign {id}",
        document =>
        {
            RcCampaign campaign = LookupJson.Campaign(document.Object());
            return (campaign.Id ?? campaign.CampaignName) is null ? throw document.Unrecognized() : campaign with { Id = document.SameId(id, campaign.Id) };
        },
        cancellationToken);

    /// <summary>Lists campaigns lazily, page by page (<c>GET /v1/campaigns</c>); without a brand those of all brands of the account, brand by brand.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">A brand has no id: the list would not be whole.</exception>
    public IAsyncEnumerable<RcCampaign> ListAsync(CampaignFilter filter, CancellationToken cancellationToken) => filter.BrandId is null
        ? ListAllAsync(filter, cancellationToken)
        : new PagedList(transport, Root, filter.Query(), "the list of campaigns").ReadAsync(LookupJson.Campaign, cancellationToken);

    /// <summary>Gets who asked a campaign for no more messages (<c>GET /v1/campaigns/{id}/optouts</c>): one request, for no paging is documented.</summary>
    /// <param name="id">The campaign.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">The answer is no whole list, or one of its entries has no number: a file would be checked against less than there is.</exception>
    public async Task<IReadOnlyList<RcOptOut>> GetOptOutsAsync(string id, CancellationToken cancellationToken)
    {
        string what = $"the opt-outs of campaign {id}";
        IReadOnlyList<RcOptOut> optOuts = await UnpagedList.ReadAsync(
            transport, PathOf(id) + "/optouts", what, fields => LookupJson.OptOut(id, fields), cancellationToken).ConfigureAwait(false);
        return optOuts.Any(optOut => string.IsNullOrWhiteSpace(optOut.Number))
            ? throw new UnexpectedResponseException($"The answer for {what} is not what RocketCOMS documents: an entry has no number.", "Ask RocketCOMS for the opt-outs of the campaign, and send nothing to them until then.")
            : optOuts;
    }

    /// <summary>Gets what was written back to a campaign, lazily, page by page (<c>GET /v1/campaigns/{id}/replies</c>).</summary>
    /// <param name="id">The campaign.</param>
    /// <param name="sorting">The sorting, from <see cref="Sorting"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IAsyncEnumerable<RcReply> GetRepliesAsync(string id, IReadOnlyList<KeyValuePair<string, string>> sorting, CancellationToken cancellationToken) =>
        new PagedList(transport, PathOf(id) + "/replies", sorting, $"the replies to campaign {id}").ReadAsync(fields => MessageJson.Reply(id, fields), cancellationToken);

    private async IAsyncEnumerable<RcCampaign> ListAllAsync(CampaignFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (RcBrand brand in new BrandsClient(transport).ListAsync(cancellationToken).ConfigureAwait(false))
        {
            string id = brand.Id ?? throw new UnexpectedResponseException(
                $"The brand '{brand.DisplayName ?? brand.CompanyName}' is shown without an id, so its campaigns cannot be listed.", "List the campaigns of the others with -BrandId.");
            await foreach (RcCampaign campaign in ListAsync(filter with { BrandId = id }, cancellationToken).ConfigureAwait(false))
            {
                yield return campaign;
            }
        }
    }

    private static string PathOf(string id) => Root + "/" + Uri.EscapeDataString(id);
}

/// <summary>Which campaigns to list. Filters match exactly; the platform has no search within names.</summary>
/// <param name="BrandId">The brand, 36 to 60 characters; <see langword="null"/> for all brands: the platform lists no campaigns without one.</param>
/// <remarks>Source: API page "List All Campaigns". Its prose speaks of any combination of filters, but its table has the brand as required.</remarks>
public sealed record CampaignFilter(string? BrandId)
{
    private const int LongestName = 255;

    /// <summary>Gets the name, at most 255 characters; <see langword="null"/> for any.</summary>
    public string? CampaignName { get; init; }

    /// <summary>Gets the status, such as <c>ACTIVE</c>; <see langword="null"/> for any. It is sent in capitals, and the platform refuses one that it does not know.</summary>
    public string? Status { get; init; }

    /// <summary>Refuses what the platform would refuse.</summary>
    /// <exception cref="InvalidParameterException">The brand or the name does not have the documented length.</exception>
    public void Check()
    {
        if (BrandId is { } brand)
        {
            BrandsClient.ThrowIfNotId(nameof(BrandId), brand);
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

        query.Add(new("brandId", BrandId!));
        if (Status is { } status)
        {
            query.Add(new("status", status.ToUpperInvariant()));
        }

        return query;
    }
}
