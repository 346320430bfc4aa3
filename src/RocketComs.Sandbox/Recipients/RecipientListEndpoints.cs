using System.Text.Json.Nodes;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Recipients;

/// <summary>The calls on recipient lists. None shows who is on a list, and none deletes one, as in the documents.</summary>
internal sealed class RecipientListEndpoints
{
    private static readonly string[] s_fields = ["id", "name", "createdAt", "updatedAt", "recipientsAmount"];

    private readonly SandboxStores _stores;
    private readonly SandboxClock _clock;

    public RecipientListEndpoints(SandboxStores stores, SandboxClock clock)
    {
        _stores = stores;
        _clock = clock;
    }

    /// <summary>A page of recipient lists, without envelope as documented.</summary>
    public Answer List(RcSandboxRequest request) => Answer.Bare(Paging.Read(request, s_fields).Cut(_stores.Lists.All(), Write));

    public Answer Retrieve(string id) => Answer.Bare(Write(_stores.Lists.Get(id)));

    public Answer Create(RcSandboxRequest request)
    {
        RequestJson json = RequestJson.Read(request);
        DateTimeOffset now = _clock.UtcNow;
        StoredList list = new(WireFormat.Id(Guid.NewGuid()), json.Required("name"), _stores.RequireRecipients("recipientIds", json.Ids("recipientIds"))) { CreatedAt = now, UpdatedAt = now };
        _stores.Lists.Add(list);
        return Answer.Bare(Write(list));
    }

    public Answer Rename(RcSandboxRequest request, string id)
    {
        _stores.Lists.Get(id);
        string name = RequestJson.Read(request).Required("name");
        return Answer.Bare(Write(_stores.Lists.Update(id, list => list with { Name = name, UpdatedAt = _clock.UtcNow })));
    }

    /// <summary>Adds, then removes. To add who is there, or to remove who is not, changes nothing; the documents do not say.</summary>
    public Answer ManageMembers(RcSandboxRequest request, string id)
    {
        _stores.Lists.Get(id);
        RequestJson json = RequestJson.Read(request);
        IReadOnlyList<string> added = _stores.RequireRecipients("recipientsToAdd", json.Ids("recipientsToAdd"));
        IReadOnlyList<string> removed = _stores.RequireRecipients("recipientsToRemove", json.Ids("recipientsToRemove"));
        if (added.Count + removed.Count == 0)
        {
            throw Refusal.BadRequest("recipientsToAdd or recipientsToRemove is required");
        }

        _stores.Lists.Update(id, list => list with { RecipientIds = [.. list.RecipientIds.Union(added).Except(removed)], UpdatedAt = _clock.UtcNow });
        return Answer.Text("200 Named recipients list updated successfully");
    }

    private JsonObject Write(StoredList list) => new()
    {
        ["id"] = list.Id,
        ["name"] = list.Name,
        ["createdAt"] = WireFormat.Moment(list.CreatedAt),
        ["updatedAt"] = WireFormat.Moment(list.UpdatedAt),
        ["recipientsAmount"] = _stores.MembersOf(list).Count,
    };
}
