using System.Text.Json.Nodes;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Lookups;

/// <summary>The one brand that every sandbox has: campaigns are listed by brand.</summary>
internal static class BrandEndpoints
{
    private static readonly string[] s_sortable = ["id", "displayName", "companyName", "status", "createdAt"];

    /// <summary>A page of brands in an envelope; <c>status</c> matches exactly, as documented.</summary>
    public static Answer List(RcSandboxRequest request)
    {
        string? status = request.Query("status");
        string[] ids = [.. new[] { SandboxData.BrandId }.Where(_ => status is null or ApiWords.Active)];
        return Answer.Enveloped(Paging.Read(request, s_sortable).Cut(ids, Write));
    }

    public static Answer Retrieve(string id) => string.Equals(id, SandboxData.BrandId, StringComparison.OrdinalIgnoreCase)
        ? Answer.Enveloped(Write(SandboxData.BrandId))
        : throw Refusal.NotFound($"Brand {id} was not found");

    /// <summary>The use case of the campaigns, in a bare array as documented, with an operator that limits the minute and one that limits the day.</summary>
    public static Answer Qualification(string id) => string.Equals(id, SandboxData.BrandId, StringComparison.OrdinalIgnoreCase)
        ? Answer.Bare(new JsonArray
        {
            new JsonObject
            {
                ["usecase"] = "MARKETING",
                ["monthlyFee"] = 10,
                ["mnoMetadata"] = new JsonArray { Operator("10017", perMinute: 240, perDay: 0), Operator("10035", perMinute: 0, perDay: 10_000) },
            },
        })
        : throw Refusal.NotFound($"Brand {id} was not found");

    private static JsonObject Operator(string mno, int perMinute, int perDay) => new()
    {
        ["mno"] = mno,
        ["qualify"] = true,
        ["mnoSupport"] = true,
        ["tpmScope"] = "CAMPAIGN",
        ["tpm"] = perMinute,
        ["brandDailyCap"] = perDay,
    };

    private static JsonObject Write(string id) => new()
    {
        ["companyName"] = "Spring Shop Inc.",
        ["displayName"] = "Spring Shop",
        ["entityType"] = "PRIVATE_PROFIT",
        ["vertical"] = "RETAIL",
        ["country"] = "US",
        ["id"] = id,
        ["createdAt"] = ApiFormat.Moment(SandboxData.CreatedAt),
        ["status"] = ApiWords.Active,
    };
}
