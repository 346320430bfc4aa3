using RocketComs.Sandbox.Lookups;

namespace RocketComs.Sandbox.Recipients;

/// <summary>A recipient as the sandbox keeps it. Two with one number are one to the bulk load, which looks recipients up by it.</summary>
internal sealed record StoredRecipient(string Id, string MobileNumber)
{
    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Email { get; init; }

    public PostalAddress? Address { get; init; }

    public DateTimeOffset CreatedAt { get; init; } = Seed.CreatedAt;

    public DateTimeOffset UpdatedAt { get; init; } = Seed.CreatedAt;
}
