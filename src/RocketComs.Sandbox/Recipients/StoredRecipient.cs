using System.Text.Json.Nodes;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Recipients;

/// <summary>A recipient as the sandbox keeps it. To the bulk load, which looks recipients up by number, two with the same number are one.</summary>
internal sealed record StoredRecipient(string Id, string MobileNumber)
{
    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Email { get; init; }

    public PostalAddress? Address { get; init; }

    public DateTimeOffset CreatedAt { get; init; } = SandboxData.CreatedAt;

    public DateTimeOffset UpdatedAt { get; init; } = SandboxData.CreatedAt;
}

/// <summary>A recipient list as the sandbox keeps it. The ids of deleted recipients stay, and count for nothing.</summary>
internal sealed record StoredList(string Id, string Name, IReadOnlyList<string> RecipientIds)
{
    public DateTimeOffset CreatedAt { get; init; } = SandboxData.CreatedAt;

    public DateTimeOffset UpdatedAt { get; init; } = SandboxData.CreatedAt;
}

/// <summary>The address of a recipient. A bulk load has no type, and may leave out any field.</summary>
internal sealed record PostalAddress
{
    public string? AddressType { get; init; }

    public string? StreetLine1 { get; init; }

    public string? ZipCode { get; init; }

    public string? CountryCode { get; init; }

    public string? StateCode { get; init; }

    public string? CityName { get; init; }

    private IEnumerable<KeyValuePair<string, string?>> Fields =>
    [
        new("addressType", AddressType),
        new("streetLine1", StreetLine1),
        new("zipCode", ZipCode),
        new("countryCode", CountryCode),
        new("stateCode", StateCode),
        new("cityName", CityName),
    ];

    /// <summary>Reads an address; as documented, all of its fields are required.</summary>
    public static PostalAddress Read(RequestJson json) => new()
    {
        AddressType = Checked.OneOf("addressType", json.Required("addressType"), "Workplace", "Home"),
        StreetLine1 = json.Required("streetLine1", 255),
        ZipCode = json.Required("zipCode", 10),
        CountryCode = json.Required("countryCode", 10),
        StateCode = json.Required("stateCode", 10),
        CityName = json.Required("cityName", 50),
    };

    /// <summary>This address, with what another one has in the place of its own.</summary>
    public PostalAddress With(PostalAddress? other) => other is null ? this : this with
    {
        StreetLine1 = other.StreetLine1 ?? StreetLine1,
        ZipCode = other.ZipCode ?? ZipCode,
        CountryCode = other.CountryCode ?? CountryCode,
        StateCode = other.StateCode ?? StateCode,
        CityName = other.CityName ?? CityName,
    };

    public JsonObject ToJson() => new(Fields.Where(field => field.Value is not null).Select(field => new KeyValuePair<string, JsonNode?>(field.Key, field.Value)));
}
