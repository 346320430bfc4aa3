using System.Text.Json;

namespace RocketComs.Core.Json;

/// <summary>Reads the objects of the batch endpoints. The field names of the API stand here and nowhere else in reading.</summary>
internal static class BatchJson
{
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
    public static RcBatchError Error(string batchId, JsonElement json)
    {
        JsonFields fields = new(json);
        return new RcBatchError
        {
            BatchId = batchId,
            Line = fields.Integer("line"),
            DetailMessage = fields.Text("detailMessage"),
            AdditionalProperties = fields.Rest(),
        };
    }
}
