using System.Text.Json.Nodes;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Lookups;

/// <summary>The calls on message templates. There is none for a single one, as in the documentation.</summary>
internal sealed class TemplateEndpoints(OrderedStore<StoredTemplate> templates, SandboxClock clock)
{
    /// <summary>All templates, the archived ones too: no envelope and no paging, as documented.</summary>
    public Answer List() => Answer.Bare(new JsonObject { ["content"] = new JsonArray([.. templates.All().Select(Write)]) });

    public Answer Create(RcSandboxRequest request)
    {
        RequestJson json = RequestJson.Read(request);
        DateTimeOffset now = clock.UtcNow;
        StoredTemplate template = new(ApiFormat.Id(Guid.NewGuid()), json.Required("name"), json.Required("message"), ApiWords.Active) { CreatedAt = now, UpdatedAt = now };
        templates.Add(template);
        return Answer.Bare(Write(template));
    }

    /// <summary>Changes what was sent, and leaves the rest as it is.</summary>
    public Answer Update(RcSandboxRequest request, string id)
    {
        templates.Get(id);
        RequestJson json = RequestJson.Read(request);
        string? status = Checked.OneOf("status", json.Text("status"), ApiWords.Active, ApiWords.Archived);

        return Answer.Bare(Write(templates.Update(id, template => template with
        {
            Name = json.Text("name") ?? template.Name,
            Message = json.Text("message") ?? template.Message,
            Status = status ?? template.Status,
            UpdatedAt = clock.UtcNow,
        })));
    }

    private static JsonObject Write(StoredTemplate template) => new()
    {
        ["id"] = template.Id,
        ["name"] = template.Name,
        ["message"] = template.Message,
        ["status"] = template.Status,
        ["createdAt"] = ApiFormat.Moment(template.CreatedAt),
        ["updatedAt"] = ApiFormat.Moment(template.UpdatedAt),
    };
}

/// <summary>A message template as the sandbox keeps it.</summary>
internal sealed record StoredTemplate(string Id, string Name, string Message, string Status)
{
    public DateTimeOffset CreatedAt { get; init; } = SandboxData.CreatedAt;

    public DateTimeOffset UpdatedAt { get; init; } = SandboxData.CreatedAt;

    public bool IsUsable => Status == ApiWords.Active;

    /// <summary>The templates of a new sandbox.</summary>
    public static OrderedStore<StoredTemplate> NewStore() => new("Message template", template => template.Id,
    [
        new(SandboxData.MessageTemplateId, "Spring Campaign", SandboxData.MessageTemplateText, ApiWords.Active),
        new(SandboxData.ArchivedMessageTemplateId, "Winter Campaign", "Our winter sale ends today!", ApiWords.Archived),
    ]);
}
