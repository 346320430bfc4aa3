using System.Text.Json;

namespace RocketComs.Core.Json;

/// <summary>Reads what the platform reports of a batch.</summary>
internal static class ReportJson
{
    private static readonly string[] s_counters = ["submitted", "processed", "rejected", "sent", "delivered", "failed", "inProgress"];

    /// <summary>Whether an object has at least one of the counters, and no time line, which only a campaign has.</summary>
    public static bool IsInsight(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && json.EnumerateObject().Any(field => s_counters.Contains(SoundJson.Name(field)))
        && SoundJson.Field(json, "intervals") is null or { ValueKind: JsonValueKind.Null };

    /// <summary>Reads the Insights of a batch (API page of that name).</summary>
    public static RcInsight Insight(string batchId, JsonFields fields) => new()
    {
        BatchId = batchId,
        Submitted = fields.Integer("submitted"),
        Processed = fields.Integer("processed"),
        Rejected = fields.Integer("rejected"),
        Sent = fields.Integer("sent"),
        Delivered = fields.Integer("delivered"),
        Failed = fields.Integer("failed"),
        InProgress = fields.Integer("inProgress"),
        AdditionalProperties = fields.Rest(),
    };

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
