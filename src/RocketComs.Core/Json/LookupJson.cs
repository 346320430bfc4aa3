using System.Text.Json;

namespace RocketComs.Core.Json;

/// <summary>Reads what batches refer to, and what comes of a bulk load of recipients. No other code that reads knows the field names.</summary>
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

    /// <summary>Reads a Brand (API page "Retrieve a Brand").</summary>
    public static RcBrand Brand(JsonFields fields) => new()
    {
        Id = fields.Text("id"),
        DisplayName = fields.Text("displayName"),
        CompanyName = fields.Text("companyName"),
        Status = fields.Text("status"),
        RejectionReason = fields.Text("rejectionReason"),
        EntityType = fields.Text("entityType"),
        Vertical = fields.Text("vertical"),
        Website = fields.Text("website"),
        Country = fields.Text("country"),
        BrandRelationship = fields.Text("brandRelationship"),
        BusinessAccountId = fields.Text("businessAccountId"),
        CspId = fields.Text("cspId"),
        CreatedAt = fields.Moment("createdAt"),
        LastStatusAt = fields.Moment("lastStatusAt"),
        AdditionalProperties = fields.Rest(),
    };

    /// <summary>Reads a Message Template (API page "List All Message Templates").</summary>
    public static RcMessageTemplate MessageTemplate(JsonFields fields) => UnchangedObjects.Add(new RcMessageTemplate
    {
        Id = fields.Text("id"),
        Name = fields.Text("name"),
        Message = fields.Text("message"),
        Status = fields.Text("status"),
        CreatedAt = fields.Moment("createdAt"),
        UpdatedAt = fields.Moment("updatedAt"),
        AdditionalProperties = fields.Rest(),
    });

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

    /// <summary>Reads a Recipient Batch (API page "Recipient Batch Object").</summary>
    /// <returns><see langword="null"/> when the object has none of its fields.</returns>
    public static RcRecipientImport? RecipientImport(string path, JsonFields fields)
    {
        RcRecipientImport import = new()
        {
            Path = path,
            Succeeded = fields.Integer("succeeded"),
            Failed = fields.Integer("failed"),
            Skipped = fields.Integer("skipped"),
            ErrorDetails = RecipientErrors(fields),
            RecipientsListId = fields.Text("recipientsListId"),
            AdditionalProperties = fields.Rest(),
        };
        return (import.Succeeded ?? import.Failed ?? import.Skipped) is null && import.RecipientsListId is null ? null : import;
    }

    private static RcRecipientError[] RecipientErrors(JsonFields fields) => Array.ConvertAll(
        (fields.Items("errorDetails") ?? []).Where(item => item.ValueKind == JsonValueKind.Object).ToArray(),
        item =>
        {
            JsonFields error = new(item);
            return new RcRecipientError { LineNumber = error.Integer("lineNumber"), Description = error.Text("description") };
        });
}
