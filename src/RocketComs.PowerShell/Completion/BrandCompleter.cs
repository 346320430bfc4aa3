using RocketComs.Core.Api;

namespace RocketComs.PowerShell.Completion;

/// <summary>Completes the ids of brands.</summary>
public sealed class BrandCompleter : ServerCompleter
{
    private protected override Task<IReadOnlyList<Candidate>> ReadAsync(string commandName, CandidatesClient client, CancellationToken stop) => client.BrandsAsync(stop);
}
