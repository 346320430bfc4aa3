using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Recipients;

/// <summary>The calls on single recipients.</summary>
internal sealed class RecipientEndpoints
{
    private readonly SandboxStores _stores;
    private readonly SandboxClock _clock;

    public RecipientEndpoints(SandboxStores stores, SandboxClock clock)
    {
        _stores = stores;
        _clock = clock;
    }

    public Answer Create(RcSandboxRequest request)
    {
        DateTimeOffset now = _clock.UtcNow;
        StoredRecipient blank = new(WireFormat.Id(Guid.NewGuid()), string.Empty) { CreatedAt = now, UpdatedAt = now };
        StoredRecipient recipient = RecipientJson.Read(RequestJson.Read(request), blank);
        _stores.Recipients.Add(recipient);
        return Answer.Bare(RecipientJson.Write(recipient));
    }

    /// <summary>A page of the recipients that match every filter exactly, without envelope as documented.</summary>
    public Answer List(RcSandboxRequest request)
    {
        Paging paging = Paging.Read(request, RecipientJson.Fields);
        IEnumerable<StoredRecipient> recipients = _stores.Recipients.All();
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
            if (QueryText.Single(request, name) is { } wanted)
            {
                recipients = recipients.Where(recipient => field(recipient) == wanted);
            }
        }

        DateTime? from = Date(request, "lastUpdateFrom");
        DateTime? to = Date(request, "lastUpdateTo");
        StoredRecipient[] found =
        [
            .. recipients.Where(recipient => (from is null || _clock.DayOf(recipient.UpdatedAt) >= from) && (to is null || _clock.DayOf(recipient.UpdatedAt) <= to)),
        ];
        return Answer.Bare(paging.Cut(found, RecipientJson.Write));
    }

    public Answer Retrieve(string id) => Answer.Enveloped(RecipientJson.Write(_stores.Recipients.Get(id)), "Recipient was successfully retrieved");

    public Answer Update(RcSandboxRequest request, string id)
    {
        _stores.Recipients.Get(id);
        RequestJson json = RequestJson.Read(request);
        return Answer.Bare(RecipientJson.Write(_stores.Recipients.Update(id, recipient => RecipientJson.Read(json, recipient) with { UpdatedAt = _clock.UtcNow })));
    }

    /// <summary>Removes a recipient, and so takes it off every list.</summary>
    public Answer Remove(string id)
    {
        _stores.Recipients.Remove(id);
        return Answer.Text("200 Recipient deleted successfully");
    }

    // The documents type these "string" and no more; here they are days.
    private static DateTime? Date(RcSandboxRequest request, string name)
    {
        if (QueryText.Single(request, name) is not { } text)
        {
            return null;
        }

        return WireFormat.TryDate(text, out DateTime date) ? date : throw Refusal.BadRequest($"{name} must be a date as YYYY-MM-DD, not '{text}'");
    }
}
