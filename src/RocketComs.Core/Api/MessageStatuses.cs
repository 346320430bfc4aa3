namespace RocketComs.Core.Api;

/// <summary>The statuses that the documentation has for a message; others can come.</summary>
/// <remarks>Source: API page "Message". Those of a message within a batch are others, with hyphens.</remarks>
public static class MessageStatuses
{
    /// <summary>Gets the statuses, in the order of the documentation.</summary>
    public static IReadOnlyList<string> Documented { get; } = ["PENDING", "IN_PROCESS", "CANCELED", "SENT", "DELIVERED", "FAILED"];
}
