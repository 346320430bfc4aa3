using System.Text.Json.Nodes;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Lookups;

/// <summary>The campaigns of the one brand that every sandbox has.</summary>
internal static class CampaignEndpoints
{
    private static readonly string[] s_statuses = [ApiWords.Active, ApiWords.Declined, ApiWords.Deleted, ApiWords.Pending, ApiWords.Completed];
    private static readonly string[] s_sortable = ["campaignName", "id", "status", "createdAt"];

    public static Answer Retrieve(string id) => Answer.Enveloped(Write(SeededCampaign.Get(id)));

    /// <summary>A page of campaigns in an envelope. As documented the brand is required, and filters match exactly.</summary>
    public static Answer List(RcSandboxRequest request)
    {
        string brandId = request.Query("brandId") ?? throw Refusal.BadRequest("brandId is required");
        string? name = request.Query("campaignName");
        if (brandId.Length is < 36 or > 60)
        {
            throw Refusal.BadRequest($"brandId must have 36 to 60 characters, not '{brandId}'");
        }

        string? status = Checked.OneOf("status", request.Query("status"), s_statuses);
        SeededCampaign[] campaigns =
        [
            .. SeededCampaign.All.Where(campaign =>
                string.Equals(brandId, SandboxData.BrandId, StringComparison.OrdinalIgnoreCase)
                && (name is null || campaign.Name == name)
                && (status is null || campaign.Status == status)),
        ];
        return Answer.Enveloped(Paging.Read(request, s_sortable).Cut(campaigns, Write));
    }

    /// <summary>All opt-outs, as a bare array without paging as documented.</summary>
    public static Answer OptOuts(string id) => Answer.Bare(new JsonArray([.. SeededCampaign.Get(id).OptOuts.Select(Write)]));

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
        ["createdAt"] = ApiFormat.Moment(SandboxData.CreatedAt),
        ["lastStatusAt"] = ApiFormat.Moment(SandboxData.CreatedAt),
        ["batchMessageCount"] = 0,
        ["singleMessageCount"] = 0,
    };

    private static JsonObject Write(SeededOptOut optOut) => new()
    {
        ["optoutAt"] = ApiFormat.Moment(SandboxData.CreatedAt),
        ["optoutText"] = optOut.Text,
        ["destination"] = optOut.Number,
    };
}
