using System.Text.Json.Nodes;
using RocketComs.Sandbox.Lookups;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Messages;

/// <summary>The replies to campaigns. Nobody has replied to one that is not running yet.</summary>
internal static class ReplyEndpoints
{
    private const string LongText =
        "Thank you, but we have moved: please write to the new number from now on, and take this one off your list. "
        + "We would still like to hear of the sale, and of anything else that is new in the shop.";

    private static readonly string[] s_fields =
    [
        "id", "source", "sourceCountry", "sourceCountryCode", "sourceCountryAbbreviation", "destination", "messageText", "concatenatedMessage", "createdAt", "lastRetrievedAt",
    ];

    private static readonly IReadOnlyList<SeededReply> s_replies =
    [
        new("3fa85f64-5717-4562-b3fc-2c963f66afa6", "2025550101", "Yes", IsConcatenated: false, Minutes: 10),
        new("b0a1b1c5-3f2e-4d57-9f0e-6f1f5f1f7a01", "2025550102", LongText, IsConcatenated: true, Minutes: 20),
        new("c2d41a77-90d1-4c5b-8a34-1d0f6cf6be02", "2025550104", "STOP", IsConcatenated: false, Minutes: 30),
    ];

    /// <summary>A page of replies as a bare array, as documented: the total is not told.</summary>
    public static Answer List(RcSandboxRequest request, string campaignId)
    {
        SeededCampaign campaign = SeededCampaign.Get(campaignId);
        JsonObject page = Paging.Read(request, s_fields).Cut(campaign.IsUsable ? s_replies : [], Write);
        JsonNode content = page["content"]!;
        page.Remove("content");
        return Answer.Bare(content);
    }

    private static JsonObject Write(SeededReply reply) => new()
    {
        ["id"] = reply.Id,
        ["source"] = reply.Number,
        ["sourceCountry"] = "United States",
        ["sourceCountryCode"] = "USA",
        ["sourceCountryAbbreviation"] = "US",
        ["destination"] = "2025550100",
        ["messageText"] = reply.Text,
        ["concatenatedMessage"] = reply.IsConcatenated,
        ["createdAt"] = ApiFormat.Moment(SandboxData.CreatedAt.AddMinutes(reply.Minutes)),
        ["lastRetrievedAt"] = ApiFormat.Moment(SandboxData.CreatedAt.AddMinutes(reply.Minutes)),
    };
}

/// <summary>A reply that is there from the start.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Who wrote it: ten digits, as the documentation shows.</param>
/// <param name="Text">What it says.</param>
/// <param name="IsConcatenated">Whether it came in several segments.</param>
/// <param name="Minutes">How many minutes after the seed's time it came.</param>
internal sealed record SeededReply(string Id, string Number, string Text, bool IsConcatenated, int Minutes);
