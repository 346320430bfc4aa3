using RocketComs.Core.Api;

namespace RocketComs.PowerShell.Completion;

/// <summary>Completes the ids of campaigns.</summary>
public sealed class CampaignCompleter : ServerCompleter
{
    private protected override Task<IReadOnlyList<Candidate>> ReadAsync(string commandName, CandidatesClient client, CancellationToken stop) => client.CampaignsAsync(stop);
}
