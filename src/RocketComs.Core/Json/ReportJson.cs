namespace RocketComs.Core.Json;

/// <summary>Reads what the platform reports of a batch.</summary>
internal static class ReportJson
{
    /// <summary>Reads a Campaign Batch Message (API page of that name).</summary>
    public static RcBatchMessage Message(JsonFields fields) => new()
    {
        Id = fields.Text("id"),
        BatchId = fields.Text("batchId"),
        CampaignId = fields.Text("campaignId"),
        DestinationNumber = fields.Text("destinationNumber"),
        MessageText = fields.Text("messageText"),
        DestinationFormat = fields.Integer("destinationFormat"),
        AdditionalData = fields.Text("additionalData"),
        Status = fields.Text("status"),
        CreatedAt = fields.Moment("createdAt"),
        RetrievedAt = fields.Moment("retrievedAt"),
        SentAt = fields.Moment("sentAt"),
        ConfirmedAt = fields.Moment("confirmedAt"),
        AdditionalProperties = fields.Rest(),
    };
}
