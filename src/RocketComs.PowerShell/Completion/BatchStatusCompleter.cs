using RocketComs.Core.Api;

namespace RocketComs.PowerShell.Completion;

/// <summary>Completes the documented statuses of a batch.</summary>
public sealed class BatchStatusCompleter : WordCompleter
{
    private protected override IEnumerable<string> Words => BatchStatuses.Documented;
}
