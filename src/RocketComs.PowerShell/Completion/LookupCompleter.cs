using RocketComs.Core.Api;

namespace RocketComs.PowerShell.Completion;

/// <summary>Completes <c>-Id</c> of the commands that are about templates or about lists.</summary>
public sealed class LookupCompleter : ServerCompleter
{
    private protected override string KindOf(string commandName) =>
        IsList(commandName) ? nameof(RecipientListCompleter) : Is(commandName, "Template") ? nameof(MessageTemplateCompleter) : commandName;

    private protected override Task<IReadOnlyList<Candidate>> ReadAsync(string commandName, CandidatesClient client, CancellationToken stop) =>
        IsList(commandName) ? client.RecipientListsAsync(stop)
        : Is(commandName, "Template") ? client.MessageTemplatesAsync(stop)
        : Task.FromResult<IReadOnlyList<Candidate>>([]);

    private static bool IsList(string commandName) => Is(commandName, "RecipientList");

    private static bool Is(string commandName, string noun) => commandName.IndexOf(noun, StringComparison.OrdinalIgnoreCase) >= 0;
}
