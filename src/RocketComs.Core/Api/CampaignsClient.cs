using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Json;
using RocketComs.Core.Api.Paging;

namespace RocketComs.Core.Api;

/// <summary>The reading half of the campaign endpoints.</summary>
/// <remarks>Sources: API pages "Retrieve a Campaign", "List All Campaigns", "Retrieve Opt-Out Messages" and "Retrieve Campaign Responses".</remarks>
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
    public IAsyncEnumerable<RcCampaign> ListAsync(CampaignFilter filter, CancellationToken cancellationToken) =>
        new PagedList(_transport, Root, filter.Query(), "the list of campaigns").ReadAsync(LookupJson.Campaign, cancellationToken);

    /// <summary>Gets who asked a campaign for no more messages (<c>GET /v1/campaigns/{id}/optouts</c>): one request, for no paging is documented.</summary>
    /// <param name="id">The campaign.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UnexpectedResponseException">The answer is no whole list, or one of its entries has no number: a file would be checked against less than there is.</exception>
    public async Task<IReadOnlyList<RcOptOut>> GetOptOutsAsync(string id, CancellationToken cancellationToken)
    {
        string what = $"the opt-outs of campaign {id}";
        IReadOnlyList<RcOptOut> optOuts = await WholeList.ReadAsync(
            _transport, PathOf(id) + "/optouts", what, fields => LookupJson.OptOut(id, fields), cancellationToken).ConfigureAwait(false);
        return optOuts.Any(optOut => string.IsNullOrWhiteSpace(optOut.Number))
            ? throw new UnexpectedResponseException($"The answer for {what} is not what RocketCOMS documents: an entry has no number.", "Ask RocketCOMS for the opt-outs of the campaign, and send nothing to them until then.")
            : optOuts;
    }

    /// <summary>Gets what was written back to a campaign, lazily, page by page (<c>GET /v1/campaigns/{id}/replies</c>).</summary>
    /// <param name="id">The campaign.</param>
    /// <param name="sorting">The sorting, from <see cref="Sorting"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IAsyncEnumerable<RcReply> GetRepliesAsync(string id, IReadOnlyList<KeyValuePair<string, string>> sorting, CancellationToken cancellationToken) =>
        new PagedList(_transport, PathOf(id) + "/replies", sorting, $"the replies to campaign {id}").ReadAsync(fields => MessageJson.Reply(id, fields), cancellationToken);

    private static string PathOf(string id) => Root + "/" + Uri.EscapeDataString(id);
}
