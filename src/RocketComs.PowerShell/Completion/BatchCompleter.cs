using RocketComs.Core.Api;

namespace RocketComs.PowerShell.Completion;

/// <summary>Completes the ids of batches, the latest first.</summary>
public sealed class BatchCompleter : ServerCompleter
{
    private protected override Task<IReadOnlyList<Candidate>> ReadAsync(string commandName, CandidatesClient client, CancellationToken stop) => client.BatchesAsync(stop);
}
