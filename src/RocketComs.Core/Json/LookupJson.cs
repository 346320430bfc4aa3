namespace RocketComs.Core.Json;

/// <summary>Reads what batches refer to. The field names of the API stand here and nowhere else in reading.</summary>
internal static class LookupJson
{
    /// <summary>Reads a Campaign (API page "Retrieve a Campaign").</summary>
    public static RcCampaign Campaign(JsonFields fields) => new()
    {
        Id = fields.Text("id"),
        CampaignName = fields.Text("campaignName"),
        Description = fields.Text("description"),
        Status = fields.Text("status"),
        RejectionReason = fields.Text("rejectionReason"),
        BrandId = fields.Text("brandId"),
        BusinessAccountId = fields.Text("businessAccountId"),
        CspId = fields.Text("cspId"),
        Sender = fields.Text("sender"),
        Usecase = fields.Text("usecase"),
        SubUsecases = fields.Texts("subUsecases") ?? [],
        MnoIds = fields.Texts("mnoIds") ?? [],
        EmbeddedLink = fields.Flag("embeddedLink"),
        EmbeddedPhone = fields.Flag("embeddedPhone"),
        NumberPool = fields.Flag("numberPool"),
        AgeGated = fields.Flag("ageGated"),
        DirectLending = fields.Flag("directLending"),
        AffiliateMarketing = fields.Flag("affiliateMarketing"),
        SubscriberOptin = fields.Flag("subscriberOptin"),
        SubscriberOptout = fields.Flag("subscriberOptout"),
        SubscriberHelp = fields.Flag("subscriberHelp"),
        AutoRenewal = fields.Flag("autoRenewal"),
        MessageFlow = fields.Text("messageFlow"),
        HelpMessage = fields.Text("helpMessage"),
        OptinMessage = fields.Text("optinMessage"),
        OptoutMessage = fields.Text("optoutMessage"),
        Sample1 = fields.Text("sample1"),
        Sample2 = fields.Text("sample2"),
        Sample3 = fields.Text("sample3"),
        Sample4 = fields.Text("sample4"),
        Sample5 = fields.Text("sample5"),
        BatchMessageCount = fields.Integer("batchMessageCount"),
        SingleMessageCount = fields.Integer("singleMessageCount"),
        CreatedAt = fields.Moment("createdAt"),
        LastStatusAt = fields.Moment("lastStatusAt"),
        BilledDate = fields.Moment("billedDate"),
        EndDateTime = fields.Moment("endDateTime"),
        AdditionalProperties = fields.Rest(),
    };

    /// <summary>Reads a Message Template (API page "List All Message Templates").</summary>
    public static RcMessageTemplate MessageTemplate(JsonFields fields) => new()
    {
        Id = fields.Text("id"),
        Name = fields.Text("name"),
        Message = fields.Text("message"),
        Status = fields.Text("status"),
        CreatedAt = fields.Moment("createdAt"),
        UpdatedAt = fields.Moment("updatedAt"),
        AdditionalProperties = fields.Rest(),
    };

    /// <summary>Reads an opt-out (API page "Retrieve Opt-Out Messages").</summary>
    public static RcOptOut OptOut(string campaignId, JsonFields fields) => new()
    {
        CampaignId = campaignId,
        Destination = fields.Text("destination"),
        OptoutText = fields.Text("optoutText"),
        OptoutAt = fields.Moment("optoutAt"),
        AdditionalProperties = fields.Rest(),
    };

    /// <summary>Reads a Recipient List (API page "Retrieve a Recipient List").</summary>
    public static RcRecipientList RecipientList(JsonFields fields) => new()
    {
        Id = fields.Text("id"),
        Name = fields.Text("name"),
        RecipientsAmount = fields.Integer("recipientsAmount"),
        CreatedAt = fields.Moment("createdAt"),
        UpdatedAt = fields.Moment("updatedAt"),
        AdditionalProperties = fields.Rest(),
    };

    /// <summary>The id of what was asked for by its id.</summary>
    /// <param name="document">The answer, for the error.</param>
    /// <param name="asked">The id that was asked for.</param>
    /// <param name="answered">The id in the answer; <see langword="null"/> where it has none.</param>
    /// <param name="isKnown">Whether the answer has anything that only such an object has.</param>
    /// <exception cref="Errors.UnexpectedResponseException">The answer is about another object, or is none: what a batch is sent with is not guessed.</exception>
    public static string SameId(ApiDocument document, string asked, string? answered, bool isKnown) =>
        !isKnown ? throw document.Unexpected("it has no field that it should have")
        : answered is null || string.Equals(asked, answered, StringComparison.OrdinalIgnoreCase) ? answered ?? asked
        : throw document.Unexpected($"it is about {answered}");
}
