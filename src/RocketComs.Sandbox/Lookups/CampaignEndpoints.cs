using System.Text.Json.Nodes;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Lookups;

/// <summary>The campaigns of the one brand that every sandbox has.</summary>
internal static class CampaignEndpoints
{
    private static readonly string[] s_statuses = [ApiWords.Active, ApiWords.Declined, ApiWords.Deleted, ApiWords.Pending, ApiWords.Completed];
    private static readonly string[] s_sortable = ["campaignName", "id", "status", "createdAt"];

    public static Answer Retrieve(string id) => Answer.Enveloped(Write(Find(id)));

    /// <summary>A page of campaigns in an envelope. As documented the brand is required, and filters match exactly.</summary>
    public static Answer List(RcSandboxRequest request)
    {
        string brandId = QueryText.Single(request, "brandId") ?? throw Refusal.BadRequest("brandId is required");
        string? name = QueryText.Single(request, "campaignName");
        string? status = QueryText.Single(request, "status");
        if (brandId.Length is < 36 or > 60)
        {
            throw Refusal.BadRequest($"brandId must have 36 to 60 characters, not '{brandId}'");
        }

        if (status is not null && !s_statuses.Contains(status))
        {
            throw Refusal.BadRequest($"status must be one of {string.Join(", ", s_statuses)}, not '{status}'");
        }

        SeededCampaign[] campaigns =
        [
            .. Seed.Campaigns.Where(campaign =>
                string.Equals(brandId, SandboxData.BrandId, StringComparison.OrdinalIgnoreCase)
                && (name is null || campaign.Name == name)
                && (status is null || campaign.Status == status)),
        ];
        return Answer.Enveloped(Paging.Read(request, s_sortable).Cut(campaigns, Write));
    }

    /// <summary>All opt-outs, as a bare array without paging as documented. Nobody has opted out of a campaign that is not running yet.</summary>
    public static Answer OptOuts(string id) => Answer.Bare(new JsonArray([.. Find(id).IsUsable ? Seed.OptOuts.Select(Write) : []]));

    private static SeededCampaign Find(string id) => Seed.Campaign(id) ?? throw Refusal.NotFound($"Campaign {id} was not found");

    private static JsonObject Write(SeededCampaign campaign) => new()
    {
        ["campaignName"] = campaign.Name,
        ["description"] = "A campaign that every sandbox has from its start.",
        ["sender"] = "12025550100",
        ["usecase"] = "MARKETING",
        ["subUsecases"] = new JsonArray(),
        ["embeddedLink"] = false,
        ["subscriberOptin"] = true,
        ["subscriberOptout"] = true,
        ["subscriberHelp"] = true,
        ["affiliateMarketing"] = "false", // A string: the documents' own sample has it so.
        ["mnoIds"] = new JsonArray("10017"),
        ["optoutMessage"] = "To unsubscribe, reply STOP.",
        ["autoRenewal"] = true,
        ["id"] = campaign.Id,
        ["brandId"] = SandboxData.BrandId,
        ["status"] = campaign.Status,
        ["createdAt"] = WireFormat.Moment(Seed.CreatedAt),
        ["lastStatusAt"] = WireFormat.Moment(Seed.CreatedAt),
        ["batchMessageCount"] = 0,
        ["singleMessageCount"] = 0,
    };

    private static JsonObject Write(SeededOptOut optOut) => new()
    {
        ["optoutAt"] = WireFormat.Moment(Seed.CreatedAt),
        ["optoutText"] = optOut.Text,
        ["destination"] = optOut.Number,
    };
}
