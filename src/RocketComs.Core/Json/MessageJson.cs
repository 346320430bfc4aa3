namespace RocketComs.Core.Json;

/// <summary>Reads messages and replies. No other code that reads knows the field names.</summary>
internal static class MessageJson
{
    private const string StatusField = "status";

    /// <summary>Reads a Message (API page of that name). Its status is an object; a plain text, as other objects have, is read too.</summary>
    public static RcMessage Message(JsonFields fields)
    {
        JsonFields? status = fields.Object(StatusField);
        RcMessage message = new()
        {
            Id = fields.Text("id"),
            CampaignId = fields.Text("campaignId"),
            CreatedAt = fields.Moment("createdAt"),
            DestinationNumber = fields.Text("destinationNumber"),
            MessageText = fields.Text("messageText"),
            Status = status is null ? fields.Text(StatusField) : status.Text("statusCode"),
            ReasonText = status?.Text("reasonText"),
            StatusUpdatedAt = status?.Moment("updatedAt"),
        };
        Dictionary<string, object?> rest = fields.Rest().ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        foreach (KeyValuePair<string, object?> field in status?.Rest() ?? new Dictionary<string, object?>())
        {
            rest[$"{StatusField}.{field.Key}"] = field.Value;
        }

        return message with { AdditionalProperties = rest };
    }

    /// <summary>Reads a reply (API page "Retrieve Campaign Responses").</summary>
    public static RcReply Reply(string campaignId, JsonFields fields) => new()
    {
        Id = fields.Text("id"),
        CampaignId = campaignId,
        Source = fields.Text("source"),
        SourceCountry = fields.Text("sourceCountry"),
        SourceCountryCode = fields.Text("sourceCountryCode"),
        SourceCountryAbbreviation = fields.Text("sourceCountryAbbreviation"),
        Destination = fields.Text("destination"),
        MessageText = fields.Text("messageText"),
        ConcatenatedMessage = fields.Flag("concatenatedMessage"),
        CreatedAt = fields.Moment("createdAt"),
        LastRetrievedAt = fields.Moment("lastRetrievedAt"),
        AdditionalProperties = fields.Rest(),
    };
}
