using System.Text.Json.Nodes;

namespace RocketComs.Sandbox.Messages;

/// <summary>Counts messages by where they stand.</summary>
/// <remarks>
/// No page defines the counters. Here rejected are the rows that cannot be sent; the others are processed and sent once they are taken
/// up, in progress until they are done, and then delivered or failed.
/// </remarks>
internal sealed class InsightCounters
{
    private int _pending;
    private int _inProcess;
    private int _delivered;
    private int _failed;
    private int _invalid;

    public void Add(MessageStage stage) => _ = stage switch
    {
        MessageStage.Pending => _pending++,
        MessageStage.InProcess => _inProcess++,
        MessageStage.Delivered => _delivered++,
        MessageStage.Failed => _failed++,
        _ => _invalid++,
    };

    /// <summary>Writes the counters into an object; an interval has no <c>inProgress</c>.</summary>
    public JsonObject Write(JsonObject json, bool isInterval)
    {
        int sent = _inProcess + _delivered + _failed;
        json["submitted"] = _pending + sent + _invalid;
        json["processed"] = sent + _invalid;
        json["rejected"] = _invalid;
        json["sent"] = sent;
        json["delivered"] = _delivered;
        json["failed"] = _failed;
        if (!isInterval)
        {
            json["inProgress"] = _inProcess;
        }

        return json;
    }
}
