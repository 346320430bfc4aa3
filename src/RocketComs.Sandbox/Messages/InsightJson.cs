using System.Text.Json.Nodes;
using RocketComs.Sandbox.Batches;

namespace RocketComs.Sandbox.Messages;

/// <summary>The insights of a batch on the wire.</summary>
internal static class InsightJson
{
    public static JsonObject Write(StoredBatch batch, BatchLife life)
    {
        // A batch that was only validated has submitted nothing.
        IReadOnlyList<MessageRow> rows = batch.ScheduledAt is null ? [] : batch.Content.Rows();
        InsightCounters counters = new();
        foreach (MessageRow row in rows)
        {
            counters.Add(MessageStages.Of(life, row));
        }

        return counters.Write([], isInterval: false);
    }
}
