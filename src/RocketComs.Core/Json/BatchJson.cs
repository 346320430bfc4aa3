using System.Text.Json;

namespace RocketComs.Core.Json;

/// <summary>Reads the objects of the batch endpoints and reports. No other code that reads knows the field names.</summary>
internal static class BatchJson
{
    private const string ExternalIdField = "externalId";

    // What only a batch has: an error or a word of success has a status, a message and perhaps a description too.
    private static readonly string[] s_ofBatches =
    [
        "id", "campaignId", ExternalIdField, "operationType", "messageTemplateId", "namedRecipientsListIds", "charset",
        "startDate", "endDate", "startTime", "endTime", "createdAt", "updatedAt", "finishedAt",
    ];

    private static readonly string[] s_counters = ["submitted", "processed", "rejected", "sent", "delivered", "failed", "inProgress"];

    private static readonly string[] s_words = ["OK", "SUCCESS", "DONE", "FAILED", "FAILURE"];

    /// <summary>Whether an object is a batch, and not a word about one: it has a field that only batches have.</summary>
    public static bool IsBatch(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.EnumerateObject().Any(field => s_ofBatches.Contains(LenientJson.Name(field)));

    /// <summary>Whether an object has nothing to say but the status that a batch has.</summary>
    public static bool IsState(JsonElement json) => json.ValueKind == JsonValueKind.Object && LenientJson.Field(json, "message") is null && HasStatus(json);

    /// <summary>Reads a Campaign Batch (API page "Update a Campaign Batch").</summary>
    public static RcBatch Batch(JsonFields fields) => UnchangedObjects.Add(new RcBatch
    {
        Id = fields.Text("id"),
        CampaignId = fields.Text("campaignId"),
        Description = fields.Text("description"),
        ExternalId = fields.Text(ExternalIdField),
        Status = fields.Text("status"),
        OperationType = fields.Text("operationType"),
        Message = fields.Text("message"),
        MessageTemplateId = fields.Text("messageTemplateId"),
        NamedRecipientsListIds = fields.Ids("namedRecipientsListIds") ?? [],
        Charset = fields.Text("charset"),
        StartDate = fields.Date("startDate"),
        EndDate = fields.Date("endDate"),
        StartTime = fields.Time("startTime"),
        EndTime = fields.Time("endTime"),
        CreatedAt = fields.Moment("createdAt"),
        UpdatedAt = fields.Moment("updatedAt"),
        FinishedAt = fields.Moment("finishedAt"),
        AdditionalProperties = fields.Rest(),
    });

    /// <summary>Whether a batch came with an ExternalId that cannot be read, which is not the same as none.</summary>
    public static bool HasUnreadReference(RcBatch batch) => batch.AdditionalProperties.ContainsKey(ExternalIdField);

    /// <summary>Reads an entry of a batch's errors (API page "Retrieve Errors for a Batch").</summary>
    public static RcBatchError Error(string batchId, JsonFields fields) => new()
    {
        BatchId = batchId,
        Line = fields.Integer("line"),
        DetailMessage = fields.Text("detailMessage"),
        AdditionalProperties = fields.Rest(),
    };

    /// <summary>Whether an object has at least one of the counters, and no time line, which only a campaign has.</summary>
    public static bool IsInsight(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && json.EnumerateObject().Any(field => s_counters.Contains(LenientJson.Name(field)))
        && LenientJson.Field(json, "intervals") is null or { ValueKind: JsonValueKind.Null };

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

    private static bool HasStatus(JsonElement json) =>
        LenientJson.Field(json, "status") is { ValueKind: JsonValueKind.String } status
        && LenientJson.Text(status) is { } word
        && !int.TryParse(word, out _)
        && !s_words.Contains(word, StringComparer.OrdinalIgnoreCase);
}
