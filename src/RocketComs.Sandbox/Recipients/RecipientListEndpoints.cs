using System.Text.Json.Nodes;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Recipients;

/// <summary>The calls on recipient lists. None shows who is on a list, and none deletes one, as in the documentation.</summary>
internal sealed class RecipientListEndpoints(RecipientStores stores, SandboxClock clock)
{
    private static readonly string[] s_fields = ["id", "name", "createdAt", "updatedAt", "recipientsAmount"];

    /// <summary>A page of recipient lists, without envelope as documented.</summary>
    public Answer List(RcSandboxRequest request) => Answer.Bare(Paging.Read(request, s_fields).Cut(stores.Lists.All(), Write));

    public Answer Retrieve(string id) => Answer.Bare(Write(stores.Lists.Get(id)));

    public Answer Create(RcSandboxRequest request)
    {
        RequestJson json = RequestJson.Read(request);
        DateTimeOffset now = clock.UtcNow;
        StoredList list = new(ApiFormat.Id(Guid.NewGuid()), json.Required("name"), stores.RequireRecipients("recipientIds", json.Ids("recipientIds")))
        {
            CreatedAt = now,
            UpdatedAt = now,
        };
        stores.Lists.Add(list);
        return Answer.Bare(Write(list));
    }

    public Answer Rename(RcSandboxRequest request, string id)
    {
        stores.Lists.Get(id);
        string name = RequestJson.Read(request).Required("name");
        return Answer.Bare(Write(stores.Lists.Update(id, list => list with { Name = name, UpdatedAt = clock.UtcNow })));
    }

    /// <summary>Adds, then removes. Adding a member again or removing a stranger changes nothing: an assumption, as the documentation does not say.</summary>
    public Answer ManageMembers(RcSandboxRequest request, string id)
    {
        stores.Lists.Get(id);
        RequestJson json = RequestJson.Read(request);
        IReadOnlyList<string> added = stores.RequireRecipients("recipientsToAdd", json.Ids("recipientsToAdd"));
        IReadOnlyList<string> removed = stores.RequireRecipients("recipientsToRemove", json.Ids("recipientsToRemove"));
        if (added.Count + removed.Count == 0)
        {
            throw Refusal.BadRequest("recipientsToAdd or recipientsToRemove is required");
        }

        stores.Lists.Update(id, list => list with { RecipientIds = [.. list.RecipientIds.Union(added).Except(removed)], UpdatedAt = clock.UtcNow });
        return Answer.Text("200 Named recipients list updated successfully");
    }

    private JsonObject Write(StoredList list) => new()
    {
        ["id"] = list.Id,
        ["name"] = list.Name,
        ["createdAt"] = ApiFormat.Moment(list.CreatedAt),
        ["updatedAt"] = ApiFormat.Moment(list.UpdatedAt),
        ["recipientsAmount"] = stores.MembersOf(list).Count,
    };
}
