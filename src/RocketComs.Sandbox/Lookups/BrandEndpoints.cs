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
