using System.Globalization;
using System.Text.Json.Nodes;
using RocketComs.Sandbox.Batches;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Messages;

/// <summary>The campaign batch message object on the wire.</summary>
internal static class MessageJson
{
    public static string[] Fields { get; } =
    [
        "id", "batchId", "campaignId", "destinationNumber", "messageText", "destinationFormat", "additionalData", "status",
        "createdAt", "retrievedAt", "sentAt", "confirmedAt",
    ];

    public static JsonObject Write(StoredBatch batch, BatchLife life, MessageRow row, int index)
    {
        MessageStage stage = MessageStages.Of(life, row);
        JsonObject json = new()
        {
            ["id"] = WireFormat.Id(IdOf(batch.Id, index)),
            ["batchId"] = WireFormat.Id(batch.Id),
            ["campaignId"] = batch.Content.CampaignId,
        };

        // A number on the wire, as documented: what is none has to stay away.
        if (long.TryParse(row.Number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && number > 0)
        {
            json["destinationNumber"] = number;
        }

        json["messageText"] = row.Text;
        json["destinationFormat"] = row.Number.StartsWith("+", StringComparison.Ordinal) ? 1 : 0;
        json["additionalData"] = string.Empty;
        json["status"] = MessageStages.InBatch(stage);
        json["createdAt"] = WireFormat.Moment(life.ScheduledAt!.Value);
        if (row.IsValid && life.Status is ApiWords.InProcess or ApiWords.Completed)
        {
            json["retrievedAt"] = WireFormat.Moment(life.TakenUpAt!.Value);
            json["sentAt"] = WireFormat.Moment(life.TakenUpAt!.Value);
        }

        if (stage == MessageStage.Delivered && life.FinishedAt is { } finishedAt)
        {
            json["confirmedAt"] = WireFormat.Moment(finishedAt);
        }

        return json;
    }

    /// <summary>Always the same id for the same message, without keeping one for each of a million rows.</summary>
    public static Guid IdOf(Guid batchId, int index)
    {
        byte[] bytes = batchId.ToByteArray();
        byte[] offset = BitConverter.GetBytes(index + 1);
        for (int i = 0; i < offset.Length; i++)
        {
            bytes[bytes.Length - 1 - i] ^= offset[i];
        }

        return new Guid(bytes);
    }
}
