using RocketComs.Sandbox.Lookups;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Recipients;

/// <summary>What one sandbox holds beside its batches: message templates, recipients and their lists.</summary>
internal sealed class SandboxStores
{
    public OrderedStore<StoredTemplate> Templates { get; } = new("Message template", template => template.Id, Seed.Templates);

    public OrderedStore<StoredRecipient> Recipients { get; } = new("Recipient", recipient => recipient.Id, Seed.Recipients);

    public OrderedStore<StoredList> Lists { get; } = new("Recipient list", list => list.Id, Seed.Lists);

    /// <summary>Who is on a list, in the order in which they came onto it; who has been deleted is left out.</summary>
    public IReadOnlyList<StoredRecipient> MembersOf(StoredList list)
    {
        Dictionary<string, StoredRecipient> recipients = Recipients.All().ToDictionary(recipient => recipient.Id, StringComparer.OrdinalIgnoreCase);
        return [.. list.RecipientIds.Where(recipients.ContainsKey).Select(id => recipients[id])];
    }

    /// <summary>The numbers on some lists; who is on two of them is still one recipient.</summary>
    public IReadOnlyList<string> NumbersOf(IEnumerable<string> listIds) =>
        [.. listIds.SelectMany(id => MembersOf(Lists.Get(id))).Select(recipient => recipient.MobileNumber).Distinct()];

    /// <summary>Refuses ids of recipients that there are not: as documented, recipients must exist before they go onto a list.</summary>
    public IReadOnlyList<string> RequireRecipients(string name, IReadOnlyList<string> ids)
    {
        foreach (string id in ids)
        {
            if (Recipients.Find(id) is null)
            {
                throw Refusal.BadRequest($"{name}: recipient {id} does not exist");
            }
        }

        return ids;
    }
}
