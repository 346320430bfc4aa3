using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Recipients;

/// <summary>The recipients of one sandbox and their lists. The first numbers are of the range 555-01xx, which is reserved for fiction.</summary>
internal sealed class RecipientStores
{
    public OrderedStore<StoredRecipient> Recipients { get; } = new("Recipient", recipient => recipient.Id,
    [
        new(SandboxData.RecipientId, "+12025550101")
        {
            FirstName = "Ada",
            LastName = "Adams",
            Email = "ada@example.com",
            Address = new()
            {
                AddressType = "Home", StreetLine1 = "200 Queen St", ZipCode = "10001", CountryCode = "US", StateCode = "NY", CityName = "New York",
            },
        },
        new(SandboxData.SecondRecipientId, "+12025550102") { FirstName = "Bob", LastName = "Brown" },
        new(SandboxData.ThirdRecipientId, "+12025550103") { FirstName = "Cleo", LastName = "Clark" },
        new(SandboxData.FourthRecipientId, "+12025550104") { FirstName = "Dan", LastName = "Davis" },
        new(SandboxData.UnlistedRecipientId, "+12025550105"),
    ]);

    public OrderedStore<StoredList> Lists { get; } = new("Recipient list", list => list.Id,
    [
        new(SandboxData.RecipientListId, "Customers", [SandboxData.RecipientId, SandboxData.SecondRecipientId, SandboxData.ThirdRecipientId]),
        new(SandboxData.SecondRecipientListId, "Staff", [SandboxData.ThirdRecipientId, SandboxData.FourthRecipientId]),
        new(SandboxData.EmptyRecipientListId, "Nobody yet", []),
    ]);

    /// <summary>Who is on a list, in the order in which they came onto it; who has been deleted is left out.</summary>
    public IReadOnlyList<StoredRecipient> MembersOf(StoredList list)
    {
        Dictionary<string, StoredRecipient> recipients = Recipients.All().ToDictionary(recipient => recipient.Id, StringComparer.OrdinalIgnoreCase);
        return [.. list.RecipientIds.Where(recipients.ContainsKey).Select(id => recipients[id])];
    }

    /// <summary>The numbers on some lists; a recipient on two of them counts once.</summary>
    public IReadOnlyList<string> NumbersOf(IEnumerable<string> listIds) =>
        [.. listIds.SelectMany(id => MembersOf(Lists.Get(id))).Select(recipient => recipient.MobileNumber).Distinct()];

    /// <summary>Refuses unknown recipients: as documented, recipients must exist before they go onto a list.</summary>
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
