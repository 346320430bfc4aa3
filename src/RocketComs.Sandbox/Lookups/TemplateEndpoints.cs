using System.Text.Json.Nodes;
using RocketComs.Sandbox.Recipients;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Lookups;

/// <summary>The calls on message templates. There is none for a single one, as in the documents.</summary>
internal sealed class TemplateEndpoints
{
    private readonly SandboxStores _stores;
    private readonly SandboxClock _clock;

    public TemplateEndpoints(SandboxStores stores, SandboxClock clock)
    {
        _stores = stores;
        _clock = clock;
    }

    /// <summary>All templates, the archived ones too: no envelope and no paging, as documented.</summary>
    public Answer List() => Answer.Bare(new JsonObject { ["content"] = new JsonArray([.. _stores.Templates.All().Select(Write)]) });

    public Answer Create(RcSandboxRequest request)
    {
        RequestJson json = RequestJson.Read(request);
        DateTimeOffset now = _clock.UtcNow;
        StoredTemplate template = new(WireFormat.Id(Guid.NewGuid()), json.Required("name"), json.Required("message"), ApiWords.Active) { CreatedAt = now, UpdatedAt = now };
        _stores.Templates.Add(template);
        return Answer.Bare(Write(template));
    }

    /// <summary>Changes what was sent, and leaves the rest as it is.</summary>
    public Answer Update(RcSandboxRequest request, string id)
    {
        _stores.Templates.Get(id);
        RequestJson json = RequestJson.Read(request);
        string? status = json.Text("status");
        if (status is not (null or ApiWords.Active or ApiWords.Archived))
        {
            throw Refusal.BadRequest($"status must be one of {ApiWords.Active}, {ApiWords.Archived}, not '{status}'");
        }

        return Answer.Bare(Write(_stores.Templates.Update(id, template => template with
        {
            Name = json.Text("name") ?? template.Name,
            Message = json.Text("message") ?? template.Message,
            Status = status ?? template.Status,
            UpdatedAt = _clock.UtcNow,
        })));
    }

    private static JsonObject Write(StoredTemplate template) => new()
    {
        ["id"] = template.Id,
        ["name"] = template.Name,
        ["message"] = template.Message,
        ["status"] = template.Status,
        ["createdAt"] = WireFormat.Moment(template.CreatedAt),
        ["updatedAt"] = WireFormat.Moment(template.UpdatedAt),
    };
}
