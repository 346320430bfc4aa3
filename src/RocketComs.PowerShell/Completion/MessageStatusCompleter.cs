using RocketComs.Core.Api;

namespace RocketComs.PowerShell.Completion;

/// <summary>Completes the documented statuses of a message.</summary>
public sealed class MessageStatusCompleter : WordCompleter
{
    private protected override IEnumerable<string> Words => MessageStatuses.Documented;
}
