using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace RocketComs.Sandbox;

/// <summary>The insights of a batch on the wire.</summary>
/// <remarks>
/// No page defines the counters. Here rejected are the rows that cannot be sent; the others are processed and sent once the batch is taken
/// up, in progress until it is done, and then delivered.
/// </remarks>
internal static class InsightJson
{
    public static JsonObject Write(StoredBatch batch, BatchLife life)
    {
        // A batch that was only validated has submitted nothing.
        IReadOnlyList<MessageRow> rows = batch.ScheduledAt is null ? [] : batch.Content.Rows();
        int valid = rows.Count(row => row.IsValid);
        int rejected = rows.Count - valid;
        bool isDone = life.Status == ApiWords.Completed;
        int inProgress = life.Status == ApiWords.InProcess ? valid : 0;
        int sent = isDone ? valid : inProgress;
        return new JsonObject
        {
            ["submitted"] = rows.Count,
            ["processed"] = rejected + sent,
            ["rejected"] = rejected,
            ["sent"] = sent,
            ["delivered"] = isDone ? valid : 0,
            ["failed"] = 0,
            ["inProgress"] = inProgress,
        };
    }
}
