using RocketComs.Sandbox.Recipients;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Lookups;

/// <summary>What every sandbox holds from its start. The numbers are of the range 555-01xx, which is nobody's.</summary>
internal static class Seed
{
    private static readonly PostalAddress s_home =
        new() { AddressType = "Home", StreetLine1 = "200 Queen St", ZipCode = "10001", CountryCode = "US", StateCode = "NY", CityName = "New York" };

    public static DateTimeOffset CreatedAt { get; } = new(2023, 11, 2, 16, 58, 25, 808, TimeSpan.Zero);

    public static IReadOnlyList<SeededCampaign> Campaigns { get; } =
    [
        new(SandboxData.CampaignId, "Spring Campaign", ApiWords.Active),
        new(SandboxData.PendingCampaignId, "Autumn Campaign", ApiWords.Pending),
    ];

    public static IReadOnlyList<SeededOptOut> OptOuts { get; } = [new(SandboxData.OptOutNumber, "STOP"), new(SandboxData.SecondOptOutNumber, "No")];

    public static IReadOnlyList<StoredTemplate> Templates { get; } =
    [
        new(SandboxData.MessageTemplateId, "Spring Campaign", SandboxData.MessageTemplateText, ApiWords.Active),
        new(SandboxData.ArchivedMessageTemplateId, "Winter Campaign", "Our winter sale ends today!", ApiWords.Archived),
    ];

    public static IReadOnlyList<StoredRecipient> Recipients { get; } =
    [
        new(SandboxData.RecipientId, "+12025550101") { FirstName = "Ada", LastName = "Adams", Email = "ada@example.com", Address = s_home },
        new(SandboxData.SecondRecipientId, "+12025550102") { FirstName = "Bob", LastName = "Brown" },
        new(SandboxData.ThirdRecipientId, "+12025550103") { FirstName = "Cleo", LastName = "Clark" },
        new(SandboxData.FourthRecipientId, "+12025550104") { FirstName = "Dan", LastName = "Davis" },
        new(SandboxData.UnlistedRecipientId, "+12025550105"),
    ];

    public static IReadOnlyList<StoredList> Lists { get; } =
    [
        new(SandboxData.RecipientListId, "Customers", [SandboxData.RecipientId, SandboxData.SecondRecipientId, SandboxData.ThirdRecipientId]),
        new(SandboxData.SecondRecipientListId, "Staff", [SandboxData.ThirdRecipientId, SandboxData.FourthRecipientId]),
        new(SandboxData.EmptyRecipientListId, "Nobody yet", []),
    ];

    public static SeededCampaign? Campaign(string id) => Campaigns.FirstOrDefault(campaign => SameId(campaign.Id, id));

    // UUIDs are the same in either case.
    private static bool SameId(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
