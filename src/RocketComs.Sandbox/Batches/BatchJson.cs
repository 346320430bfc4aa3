using System.Text.Json.Nodes;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Batches;

/// <summary>The batch object on the wire; what the batch does not have is left out.</summary>
internal static class BatchJson
{
    public static string[] Fields { get; } =
    [
        "id", "campaignId", "description", "externalId", "operationType", "message", "messageTemplateId", "charset",
        "startDate", "endDate", "startTime", "endTime", "status", "createdAt", "updatedAt", "finishedAt",
    ];

    public static JsonObject Write(StoredBatch batch, BatchLife life)
    {
        BatchContent content = batch.Content;
        JsonObject json = new();
        Put(json, "id", ApiFormat.Id(batch.Id));
        Put(json, "campaignId", content.CampaignId);
        Put(json, "description", content.Description);
        Put(json, "externalId", content.ExternalId);
        Put(json, "operationType", content.OperationType);
        Put(json, "message", content.OperationType == ApiWords.ManualMessage ? content.Message : null);
        Put(json, "messageTemplateId", content.OperationType == ApiWords.MessageTemplate ? content.MessageTemplateId : null);
        if (!content.IsFile)
        {
            json["namedRecipientsListIds"] = ListIds(content);
        }

        Put(json, "charset", content.Charset());
        Put(json, "startDate", ApiFormat.Date(content.StartDate));
        Put(json, "endDate", content.EndDate is { } endDate ? ApiFormat.Date(endDate) : null);
        Put(json, "startTime", content.StartTime is { } startTime ? ApiFormat.TimeOfDay(startTime) : null);
        Put(json, "endTime", content.EndTime is { } endTime ? ApiFormat.TimeOfDay(endTime) : null);
        Put(json, "status", life.Status);
        Put(json, "createdAt", ApiFormat.Moment(batch.CreatedAt));
        Put(json, "updatedAt", ApiFormat.Moment(batch.UpdatedAt));
        Put(json, "finishedAt", life.FinishedAt is { } finishedAt ? ApiFormat.Moment(finishedAt) : null);
        return json;
    }

    // The parameter is an array, but the documentation's answer has a single string: a client must take both.
    private static JsonNode ListIds(BatchContent content) =>
        content.RecipientListIds.Count == 1
            ? JsonValue.Create(content.RecipientListIds[0])!
            : new JsonArray([.. content.RecipientListIds.Select(id => JsonValue.Create(id))]);

    private static void Put(JsonObject json, string name, string? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}
