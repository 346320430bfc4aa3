using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Runtime.CompilerServices;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.PowerShell.Connections;

namespace RocketComs.PowerShell.Completion;

/// <summary>
/// Completes ids with names from the platform, where there is a connection. A key press waits two seconds at most, hears of no failure, and what
/// was asked for is remembered for a minute.
/// </summary>
public abstract class ServerCompleter : IArgumentCompleter
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);
    private static readonly ConditionalWeakTable<Session, CandidateMemory> s_memories = new();

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        if (Find(fakeBoundParameters) is not { } session)
        {
            return [];
        }

        CandidatesClient client = new(session.Transport);
        string typed = wordToComplete.Trim('\'', '"');
        Candidate[] meant =
        [
            .. s_memories.GetValue(session, static _ => new CandidateMemory(TimeProvider.System, s_patience))
                .Get(KindOf(commandName), stop => ReadAsync(commandName, client, stop))
                .Where(candidate => candidate.Matches(typed)),
        ];
        HashSet<string> twins = [.. meant.GroupBy(static candidate => candidate.Name, StringComparer.OrdinalIgnoreCase).Where(static group => group.Count() > 1).Select(static group => group.Key)];
        return meant.Select(candidate => ToResult(candidate, isTwin: twins.Contains(candidate.Name)));
    }

    /// <summary>Forgets what was remembered of an account: something of it has just changed, and a batch that was just made is the one that is looked for.</summary>
    /// <param name="session">The account.</param>
    internal static void Forget(Session session) => s_memories.Remove(session);

    /// <summary>The kind of what is completed, for the memory.</summary>
    /// <param name="commandName">The command.</param>
    private protected virtual string KindOf(string commandName) => GetType().Name;

    /// <summary>Asks the platform.</summary>
    /// <param name="commandName">The command.</param>
    /// <param name="client">Where to ask.</param>
    /// <param name="stop">The end of patience.</param>
    private protected abstract Task<IReadOnlyList<Candidate>> ReadAsync(string commandName, CandidatesClient client, CancellationToken stop);

    private static Session? Find(IDictionary parameters)
    {
        object? given = parameters["Connection"] is PSObject wrapper ? wrapper.BaseObject : parameters["Connection"];
        if (given is RcConnection connection)
        {
            return Session.Find(connection);
        }

        try
        {
            return RunspaceState.Current.Find(SessionFactory.ModuleUserAgent(null));
        }
        catch (RocketComsException)
        {
            // The environment variables are not right: the command will say so, a key press does not.
            return null;
        }
    }

    // Of several with one name, the list shows what tells them apart.
    private static CompletionResult ToResult(Candidate candidate, bool isTwin)
    {
        string shown = candidate.Name.Length == 0 ? candidate.Id
            : isTwin ? $"{candidate.Name} ({(candidate.Detail.Length == 0 ? string.Empty : candidate.Detail + ", ")}{candidate.Id})"
            : candidate.Name;
        string tip = candidate.Detail.Length == 0 ? candidate.Id : $"{candidate.Id}: {candidate.Detail}";
        return new CompletionResult(candidate.Id, shown, CompletionResultType.ParameterValue, tip);
    }
}

/// <summary>Completes the ids of batches, the latest first.</summary>
public sealed class BatchCompleter : ServerCompleter
{
    private protected override Task<IReadOnlyList<Candidate>> ReadAsync(string commandName, CandidatesClient client, CancellationToken stop) => client.BatchesAsync(stop);
}

/// <summary>Completes the ids of brands.</summary>
public sealed class BrandCompleter : ServerCompleter
{
    private protected override Task<IReadOnlyList<Candidate>> ReadAsync(string commandName, CandidatesClient client, CancellationToken stop) => client.BrandsAsync(stop);
}

/// <summary>Completes the ids of campaigns.</summary>
public sealed class CampaignCompleter : ServerCompleter
{
    private protected override Task<IReadOnlyList<Candidate>> ReadAsync(string commandName, CandidatesClient client, CancellationToken stop) => client.CampaignsAsync(stop);
}

/// <summary>Completes the ids of message templates, the usable ones first.</summary>
public sealed class MessageTemplateCompleter : ServerCompleter
{
    private protected override Task<IReadOnlyList<Candidate>> ReadAsync(string commandName, CandidatesClient client, CancellationToken stop) => client.MessageTemplatesAsync(stop);
}

/// <summary>Completes the ids of recipient lists.</summary>
public sealed class RecipientListCompleter : ServerCompleter
{
    private protected override Task<IReadOnlyList<Candidate>> ReadAsync(string commandName, CandidatesClient client, CancellationToken stop) => client.RecipientListsAsync(stop);
}

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
