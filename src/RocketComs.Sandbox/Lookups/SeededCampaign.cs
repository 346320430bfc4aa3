using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Lookups;

/// <summary>An opt-out that is there from the start: ten digits, as the documentation shows.</summary>
internal sealed record SeededOptOut(string Number, string Text);

/// <summary>A campaign that is there from the start.</summary>
internal sealed record SeededCampaign(string Id, string Name, string Status)
{
    public static IReadOnlyList<SeededCampaign> All { get; } =
    [
        new(SandboxData.CampaignId, "Spring Campaign", ApiWords.Active),
        new(SandboxData.PendingCampaignId, "Autumn Campaign", ApiWords.Pending),
    ];

    public bool IsUsable => Status == ApiWords.Active;

    /// <summary>Nobody has opted out of a campaign that is not running yet.</summary>
    public IReadOnlyList<SeededOptOut> OptOuts => IsUsable ? [new(SandboxData.OptOutNumber, "STOP"), new(SandboxData.SecondOptOutNumber, "No")] : [];

    // UUIDs are the same in either case.
    public static SeededCampaign? Find(string id) => All.FirstOrDefault(campaign => string.Equals(campaign.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The campaign of a path; without one, a 404.</summary>
    public static SeededCampaign Get(string id) => Find(id) ?? throw Refusal.NotFound($"Campaign {id} was not found");

    /// <summary>The campaign that something is to be sent for.</summary>
    public static SeededCampaign GetUsable(string id)
    {
        SeededCampaign campaign = Find(id) ?? throw Refusal.BadRequest($"campaignId: campaign {id} does not exist");
        return campaign.IsUsable ? campaign : throw Refusal.BadRequest($"campaignId: campaign {id} is {campaign.Status}, not {ApiWords.Active}");
    }
}
