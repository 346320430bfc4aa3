using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Lookups;

/// <summary>A message template as the sandbox keeps it.</summary>
internal sealed record StoredTemplate(string Id, string Name, string Message, string Status)
{
    public DateTimeOffset CreatedAt { get; init; } = Seed.CreatedAt;

    public DateTimeOffset UpdatedAt { get; init; } = Seed.CreatedAt;

    public bool IsUsable => Status == ApiWords.Active;
}
