using System.Linq;
using System.Text.Json.Nodes;

namespace RocketComs.Sandbox;

/// <summary>Templates and recipient lists: what a batch is made of.</summary>
internal static class LookupEndpoints
{
    private static readonly string[] s_listFields = ["id", "name", "createdAt", "updatedAt", "recipientsAmount"];

    /// <summary>All templates, the archived ones too: no envelope and no paging, as documented.</summary>
    public static Answer Templates() => Answer.Bare(new JsonObject { ["content"] = new JsonArray([.. Seed.Templates.Select(Write)]) });

    /// <summary>A page of recipient lists, without envelope as documented.</summary>
    public static Answer Lists(RcSandboxRequest request) => Answer.Bare(Paging.Read(request, s_listFields).Cut(Seed.Lists, Write));

    public static Answer List(string id) => Answer.Bare(Write(Seed.List(id) ?? throw Refusal.NotFound($"Recipient list {id} was not found")));

    private static JsonObject Write(SeededTemplate template) => new()
    {
        ["id"] = template.Id,
        ["name"] = template.Name,
        ["message"] = template.Message,
        ["status"] = template.Status,
        ["createdAt"] = WireFormat.Moment(Seed.CreatedAt),
        ["updatedAt"] = WireFormat.Moment(Seed.CreatedAt),
    };

    private static JsonObject Write(SeededList list) => new()
    {
        ["id"] = list.Id,
        ["name"] = list.Name,
        ["createdAt"] = WireFormat.Moment(Seed.CreatedAt),
        ["updatedAt"] = WireFormat.Moment(Seed.CreatedAt),
        ["recipientsAmount"] = list.Numbers.Count,
    };
}
