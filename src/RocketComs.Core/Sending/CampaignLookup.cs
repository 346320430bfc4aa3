using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;

namespace RocketComs.Core.Sending;

/// <summary>The campaigns of one command, each asked for once.</summary>
/// <param name="transport">The way to the platform.</param>
/// <param name="host">Who is told.</param>
internal sealed class CampaignLookup(ITransport transport, ISendingHost host)
{
    private readonly Dictionary<string, RcCampaign?> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds a campaign; what cannot be had is not known, and its owner is told.</summary>
    /// <param name="id">The campaign, a UUID.</param>
    /// <param name="stop">The user's stop.</param>
    /// <exception cref="RocketComsException">No request could fare better, or the answer is about another campaign.</exception>
    public async Task<RcCampaign?> FindAsync(string id, CancellationToken stop)
    {
        if (_known.TryGetValue(id, out RcCampaign? known))
        {
            return known;
        }

        try
        {
            known = await new CampaignsClient(transport).GetAsync(id, stop);
        }
        catch (RocketComsException exception) when (!exception.EndsCommand)
        {
            host.Warn($"Campaign {id} could not be looked up, so whether batches can be sent for it is not known: {exception.Message}");
        }

        return _known[id] = known;
    }
}
