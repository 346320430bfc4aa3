using System;
using System.Collections.Generic;
using System.Linq;

namespace RocketComs.Sandbox;

/// <summary>What every sandbox holds from its start. The numbers are of the range 555-01xx, which is nobody's.</summary>
internal static class Seed
{
    public static DateTimeOffset CreatedAt { get; } = new(2023, 11, 2, 16, 58, 25, 808, TimeSpan.Zero);

    public static IReadOnlyList<SeededCampaign> Campaigns { get; } =
    [
        new(SandboxData.CampaignId, "Spring Campaign", ApiWords.Active),
        new(SandboxData.PendingCampaignId, "Autumn Campaign", ApiWords.Pending),
    ];

    public static IReadOnlyList<SeededOptOut> OptOuts { get; } = [new(SandboxData.OptOutNumber, "STOP"), new(SandboxData.SecondOptOutNumber, "No")];

    public static IReadOnlyList<SeededTemplate> Templates { get; } =
    [
        new(SandboxData.MessageTemplateId, "Spring Campaign", SandboxData.MessageTemplateText, ApiWords.Active),
        new(SandboxData.ArchivedMessageTemplateId, "Winter Campaign", "Our winter sale ends today!", ApiWords.Archived),
    ];

    public static IReadOnlyList<SeededList> Lists { get; } =
    [
        new(SandboxData.RecipientListId, "Customers", ["+12025550101", "+12025550102", "+12025550103"]),
        new(SandboxData.SecondRecipientListId, "Staff", ["+12025550103", "+12025550104"]),
        new(SandboxData.EmptyRecipientListId, "Nobody yet", []),
    ];

    public static SeededTemplate? Template(string id) => Templates.FirstOrDefault(template => SameId(template.Id, id));

    public static SeededList? List(string id) => Lists.FirstOrDefault(list => SameId(list.Id, id));

    public static SeededCampaign? Campaign(string id) => Campaigns.FirstOrDefault(campaign => SameId(campaign.Id, id));

    // UUIDs are the same in either case.
    private static bool SameId(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
