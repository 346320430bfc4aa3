using System.Globalization;
using System.Text.Json.Nodes;
using RocketComs.Sandbox.Batches;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Messages;

/// <summary>The report of a batch: its messages, in the words that the documentation has for them there.</summary>
internal sealed class BatchReport(OrderedStore<StoredBatch> batches, MessageBook book, SandboxClock clock)
{
    private static readonly string[] s_fields =
    [
        "id", "batchId", "campaignId", "destinationNumber", "messageText", "destinationFormat", "additionalData", "status",
        "createdAt", "retrievedAt", "sentAt", "confirmedAt",
    ];

    public Answer List(RcSandboxRequest request, string id)
    {
        StoredBatch batch = batches.Get(id);
        IReadOnlyList<MessageRow> rows = MessageBook.Rows(batch);
        Func<MessageRow, int, MessageEntry> message = book.Maker(batch, clock.UtcNow);
        int[] indexes = [.. Enumerable.Range(0, rows.Count)];
        return Answer.Enveloped(Paging.Read(request, s_fields).Cut(indexes, index => Write(message(rows[index], index))));
    }

    private static JsonObject Write(MessageEntry message)
    {
        JsonObject json = new()
        {
            ["id"] = ApiFormat.Id(message.Id),
            ["batchId"] = ApiFormat.Id(message.BatchId!.Value),
            ["campaignId"] = message.CampaignId,
        };

        // The documented type is a number, so text that is not one is left out.
        if (long.TryParse(message.Number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && number > 0)
        {
            json["destinationNumber"] = number;
        }

        json["messageText"] = message.Text;
        json["destinationFormat"] = message.Number.StartsWith("+", StringComparison.Ordinal) ? 1 : 0;
        json["additionalData"] = string.Empty;
        json["status"] = MessageStages.InBatch(message.Stage);
        json["createdAt"] = ApiFormat.Moment(message.CreatedAt);
        if (message.Stage is MessageStage.InProcess or MessageStage.Delivered or MessageStage.Failed)
        {
            json["retrievedAt"] = ApiFormat.Moment(message.SentAt);
            json["sentAt"] = ApiFormat.Moment(message.SentAt);
        }

        if (message.Stage == MessageStage.Delivered)
        {
            json["confirmedAt"] = ApiFormat.Moment(message.UpdatedAt);
        }

        return json;
    }
}
