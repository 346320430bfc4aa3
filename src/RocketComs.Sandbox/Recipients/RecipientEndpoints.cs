using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Recipients;

/// <summary>The calls on single recipients.</summary>
internal sealed class RecipientEndpoints(RecipientStores stores, SandboxClock clock)
{
    public Answer Create(RcSandboxRequest request)
    {
        DateTimeOffset now = clock.UtcNow;
        StoredRecipient blank = new(ApiFormat.Id(Guid.NewGuid()), string.Empty) { CreatedAt = now, UpdatedAt = now };
        StoredRecipient recipient = RecipientJson.Read(RequestJson.Read(request), blank);
        stores.Recipients.Add(recipient);
        return Answer.Bare(RecipientJson.Write(recipient));
    }

    /// <summary>A page of the recipients that match every filter exactly, without envelope as documented.</summary>
    public Answer List(RcSandboxRequest request)
    {
        Paging paging = Paging.Read(request, RecipientJson.Fields);
        IEnumerable<StoredRecipient> recipients = stores.Recipients.All();
        foreach ((string name, Func<StoredRecipient, string?> field) in ((string, Func<StoredRecipient, string?>)[])
        [
            ("firstName", recipient => recipient.FirstName),
            ("lastName", recipient => recipient.LastName),
            ("mobileNumber", recipient => recipient.MobileNumber),
            ("email", recipient => recipient.Email),
            ("city", recipient => recipient.Address?.CityName),
            ("state", recipient => recipient.Address?.StateCode),
            ("country", recipient => recipient.Address?.CountryCode),
        ])
        {
            if (request.Query(name) is { } wanted)
            {
                recipients = recipients.Where(recipient => field(recipient) == wanted);
            }
        }

        // The documentation types these "string" and no more; here they are days.
        DateTime? from = Checked.Date("lastUpdateFrom", request.Query("lastUpdateFrom"));
        DateTime? to = Checked.Date("lastUpdateTo", request.Query("lastUpdateTo"));
        StoredRecipient[] found =
        [
            .. recipients.Where(recipient => (from is null || clock.DayOf(recipient.UpdatedAt) >= from) && (to is null || clock.DayOf(recipient.UpdatedAt) <= to)),
        ];
        return Answer.Bare(paging.Cut(found, RecipientJson.Write));
    }

    public Answer Retrieve(string id) => Answer.Enveloped(RecipientJson.Write(stores.Recipients.Get(id)), "Recipient was successfully retrieved");

    public Answer Update(RcSandboxRequest request, string id)
    {
        stores.Recipients.Get(id);
        RequestJson json = RequestJson.Read(request);
        return Answer.Bare(RecipientJson.Write(stores.Recipients.Update(id, recipient => RecipientJson.Read(json, recipient) with { UpdatedAt = clock.UtcNow })));
    }

    /// <summary>Removes a recipient, and so takes it off every list.</summary>
    public Answer Remove(string id)
    {
        stores.Recipients.Remove(id);
        return Answer.Text("200 Recipient deleted successfully");
    }
}
