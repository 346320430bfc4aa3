using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using RocketComs.Core.Errors;
using RocketComs.Core.Http;
using RocketComs.Core.Json;
using RocketComs.Core.Paging;

namespace RocketComs.Core.Lookups;

/// <summary>The reading half of the campaign endpoints.</summary>
/// <remarks>Sources: API pages "Retrieve a Campaign" and "List All Campaigns".</remarks>
public sealed class CampaignsClient
{
    private const string Root = "v1/campaigns";

    private readonly ITransport _transport;

    /// <summary>Initializes the endpoints.</summary>
    /// <param name="transport">The way to the platform.</param>
    public CampaignsClient(ITransport transport) => _transport = transport;

    /// <summary>Gets a campaign (<c>GET /v1/campaigns/{id}</c>).</summary>
    /// <param name="id">The campaign.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">The answer is no campaign, or another one.</exception>
    public async Task<RcCampaign> GetAsync(string id, CancellationToken cancellationToken)
    {
        ApiAnswer answer = await _transport.SendAsync(new ApiRequest(HttpMethod.Get, PathOf(id)), cancellationToken).ConfigureAwait(false);
        using ApiDocument document = ApiDocument.Parse(answer, $"campaign {id}");
        RcCampaign campaign = LookupJson.Campaign(document.Object());
        return campaign with { Id = LookupJson.SameId(document, id, campaign.Id, (campaign.Id ?? campaign.CampaignName) is not null) };
    }

    /// <summary>Lists campaigns lazily, page by page (<c>GET /v1/campaigns</c>).</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async IAsyncEnumerable<RcCampaign> ListAsync(CampaignFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (JsonElement item in new PagedList(_transport, Root, filter.Query(), "the list of campaigns").ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return LookupJson.Campaign(new JsonFields(item));
        }
    }

    private static string PathOf(string id) => Root + "/" + Uri.EscapeDataString(id);
}
