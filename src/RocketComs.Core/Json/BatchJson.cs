using System.Text.Json;

namespace RocketComs.Core.Json;

/// <summary>Reads the objects of the batch endpoints. The field names of the API stand here and nowhere else in reading.</summary>
internal static class BatchJson
{
    // What only a batch has: an error or a word of success has a status, a message and perhaps a description too.
    private static readonly string[] s_ofBatches =
    [
        "id", "campaignId", "externalId", "operationType", "messageTemplateId", "namedRecipientsListIds", "charset",
        "startDate", "endDate", "startTime", "endTime", "createdAt", "updatedAt", "finishedAt",
    ];

    private static readonly string[] s_words = ["OK", "SUCCESS", "DONE", "FAILED", "FAILURE"];

    /// <summary>Whether an object is a batch, and not a word about one: it has a field that only batches have, or nothing to say but a status.</summary>
    public static bool IsBatch(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && (json.EnumerateObject().Any(field => s_ofBatches.Contains(SoundJson.Name(field))) || (SoundJson.Field(json, "message") is null && HasStatus(json)));

    private static bool HasStatus(JsonElement json) =>
        SoundJson.Field(json, "status") is { ValueKind: JsonValueKind.String } status
        && SoundJson.Text(status) is { } word
        && !int.TryParse(word, out _)
        && !s_words.Contains(word, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a Campaign Batch (API page "Update a Campaign Batch").</summary>
    public static RcBatch Batch(JsonFields fields) => new()
    {
        Id = fields.Text("id"),
        CampaignId = fields.Text("campaignId"),
        Description = fields.Text("description"),
        ExternalId = fields.Text("externalId"),
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
    };

    /// <summary>Reads an entry of a batch's errors (API page "Retrieve Errors for a Batch").</summary>
    public static RcBatchError Error(string batchId, JsonFields fields) => new()
    {
        BatchId = batchId,
        Line = fields.Integer("line"),
        DetailMessage = fields.Text("detailMessage"),
        AdditionalProperties = fields.Rest(),
    };
}
