using RocketComs.Core.Api;

namespace RocketComs.PowerShell.Completion;

/// <summary>Completes the ids of recipient lists.</summary>
public sealed class RecipientListCompleter : ServerCompleter
{
    private protected override Task<IReadOnlyList<Candidate>> ReadAsync(string commandName, CandidatesClient client, CancellationToken stop) => client.RecipientListsAsync(stop);
}
