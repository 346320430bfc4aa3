using RocketComs.Sandbox.Lookups;

namespace RocketComs.Sandbox.Recipients;

/// <summary>A recipient list as the sandbox keeps it. An id of a recipient who has been deleted stays, and counts for nothing.</summary>
internal sealed record StoredList(string Id, string Name, IReadOnlyList<string> RecipientIds)
{
    public DateTimeOffset CreatedAt { get; init; } = Seed.CreatedAt;

    public DateTimeOffset UpdatedAt { get; init; } = Seed.CreatedAt;
}
