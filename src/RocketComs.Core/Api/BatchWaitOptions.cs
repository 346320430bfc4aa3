using RocketComs.Core.Errors;

namespace RocketComs.Core.Api;

/// <summary>What is waited for and for how long, and who is told. The listeners are called on any thread.</summary>
public sealed record BatchWaitOptions
{
    /// <summary>Gets the statuses, any of which ends the wait.</summary>
    public IReadOnlyCollection<string> Statuses { get; init; } = [BatchesClient.CreatedStatus, .. BatchStatuses.Final];

    /// <summary>Gets the time between the first two looks; it grows by half each time, to six times itself.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets how long to wait at most. Zero is one look, which takes as long as a request may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>Gets a listener to the batch and the time waited, after every look that succeeded.</summary>
    public Action<RcBatch, TimeSpan>? Looked { get; init; }

    /// <summary>Gets what is done with the batch and the time waited before each pause, such as showing more of it. It must not throw but at a stop.</summary>
    public Func<RcBatch, TimeSpan, CancellationToken, Task>? Waiting { get; init; }

    /// <summary>Gets a listener to the failures that are borne.</summary>
    public Action<RocketComsException>? Borne { get; init; }

    /// <summary>Gets a listener to what the user should know; told once a wait at most.</summary>
    public Action<string>? Warned { get; init; }
}
