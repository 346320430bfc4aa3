using System.Text.Json.Nodes;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Recipients;

/// <summary>The bulk load of recipients, which is synchronous and finds recipients by number.</summary>
internal sealed class RecipientLoad(RecipientStores stores, SandboxClock clock)
{
    private const string Skip = "SKIP";
    private const string Override = "OVERRIDE";
    private const string Merge = "MERGE";

    public Answer Create(RcSandboxRequest request)
    {
        string strategy = Checked.OneOf("batchStrategy", Text(request, "batchStrategy"), Skip, Override, Merge) ?? Skip;
        string? listName = Text(request, "recipientsListName");
        if (listName?.Trim().Length == 0)
        {
            throw Refusal.BadRequest("recipientsListName must not be blank");
        }

        RecipientFile file = RecipientFile.Of(Part(request, "file")?.Content ?? throw Refusal.BadRequest("file is required"));
        int skipped = 0;
        List<string> ids = [];
        foreach (StoredRecipient recipient in file.Recipients)
        {
            StoredRecipient? known = stores.Recipients.All().FirstOrDefault(other => other.MobileNumber == recipient.MobileNumber);
            skipped += known is not null && strategy == Skip ? 1 : 0;
            ids.Add(known is null ? Add(recipient) : Change(known, recipient, strategy));
        }

        JsonObject answer = new()
        {
            ["succeeded"] = file.Recipients.Count - skipped,
            ["failed"] = file.Errors.Count,
            ["skipped"] = skipped,
            ["errorDetails"] = new JsonArray([.. file.Errors.Select(error => new JsonObject { ["lineNumber"] = error.Line, ["description"] = error.DetailMessage })]),
        };
        if (listName is not null)
        {
            // Skipped recipients go onto the list as well: the documentation says "a list with these recipients".
            StoredList list = new(ApiFormat.Id(Guid.NewGuid()), listName, [.. ids.Distinct()]) { CreatedAt = clock.UtcNow, UpdatedAt = clock.UtcNow };
            stores.Lists.Add(list);
            answer["recipientsListId"] = list.Id;
        }

        return Answer.Bare(answer);
    }

    private static string? Text(RcSandboxRequest request, string name) => Part(request, name)?.Text;

    private static RcSandboxPart? Part(RcSandboxRequest request, string name)
    {
        RcSandboxPart[] parts = [.. request.Parts.Where(part => part.Name == name)];
        return parts.Length <= 1 ? parts.FirstOrDefault() : throw Refusal.BadRequest($"{name} must not be given more than once");
    }

    private string Add(StoredRecipient recipient)
    {
        StoredRecipient added = recipient with { Id = ApiFormat.Id(Guid.NewGuid()), CreatedAt = clock.UtcNow, UpdatedAt = clock.UtcNow };
        stores.Recipients.Add(added);
        return added.Id;
    }

    private string Change(StoredRecipient known, StoredRecipient recipient, string strategy)
    {
        if (strategy != Skip)
        {
            stores.Recipients.Update(known.Id, current => strategy == Override
                ? recipient with { Id = current.Id, CreatedAt = current.CreatedAt, UpdatedAt = clock.UtcNow }
                : current with
                {
                    FirstName = recipient.FirstName ?? current.FirstName,
                    LastName = recipient.LastName ?? current.LastName,
                    Email = recipient.Email ?? current.Email,
                    Address = current.Address?.With(recipient.Address) ?? recipient.Address,
                    UpdatedAt = clock.UtcNow,
                });
        }

        return known.Id;
    }
}
