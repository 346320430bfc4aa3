using System.Globalization;
using System.Text.Json.Nodes;
using RocketComs.Sandbox.Batches;
using RocketComs.Sandbox.Lookups;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Messages;

/// <summary>The insights, of a batch or of a campaign: the documentation has one path for both, so the id decides.</summary>
internal sealed class InsightEndpoints(OrderedStore<StoredBatch> batches, MessageBook book, SandboxClock clock)
{
    private static readonly string[] s_intervals = ["HOUR", "DAY", "WEEK", "MONTH"];

    public Answer Retrieve(RcSandboxRequest request, string id)
    {
        JsonObject insights = SeededCampaign.Find(id) is { } campaign
            ? OfCampaign(request, campaign)
            : Count(book.OfBatch(batches.Get(id), clock.UtcNow)).Write([], isInterval: false);
        return Answer.Enveloped(insights, "Insights were successfully retrieved");
    }

    // Messages of batches and single ones alike, by when they were created; without both ends all of them count, as documented.
    private JsonObject OfCampaign(RcSandboxRequest request, SeededCampaign campaign)
    {
        DateTimeOffset? from = Moment(request, "dateFrom");
        DateTimeOffset? to = Moment(request, "dateTo");
        string? interval = Checked.OneOf("interval", request.Query("interval"), s_intervals);
        bool hasRange = from is not null && to is not null;
        MessageEntry[] messages =
        [
            .. book.All(clock.UtcNow).Where(message => message.CampaignId == campaign.Id
                && (!hasRange || (message.CreatedAt >= from && message.CreatedAt <= to))),
        ];
        JsonObject result = Count(messages).Write([], isInterval: false);
        if (interval is not null)
        {
            result["intervals"] = new JsonArray([.. messages
                .GroupBy(message => StartOf(interval, message.CreatedAt))
                .OrderBy(group => group.Key)
                .Select(group => Count(group).Write(new JsonObject { ["dateTime"] = ApiFormat.Moment(group.Key) }, isInterval: true))]);
        }

        return result;
    }

    // When the interval around a moment begins; a week begins on Monday.
    private DateTimeOffset StartOf(string interval, DateTimeOffset moment)
    {
        DateTime day = clock.DayOf(moment);
        return interval switch
        {
            "HOUR" => moment.AddTicks(-(clock.Local(moment).Ticks % TimeSpan.TicksPerHour)),
            "WEEK" => clock.StartOf(day.AddDays(-(((int)day.DayOfWeek + 6) % 7))),
            "MONTH" => clock.StartOf(day.AddDays(1 - day.Day)),
            _ => clock.StartOf(day),
        };
    }

    private static InsightCounters Count(IEnumerable<MessageEntry> messages)
    {
        InsightCounters counters = new();
        foreach (MessageEntry message in messages)
        {
            counters.Add(message.Stage);
        }

        return counters;
    }

    private static DateTimeOffset? Moment(RcSandboxRequest request, string name)
    {
        if (request.Query(name) is not { } text)
        {
            return null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment) && text.IndexOf('T') == "yyyy-MM-dd".Length
            ? moment
            : throw Refusal.BadRequest($"{name} must be a date-time as 2027-01-31T09:00:00Z, not '{text}'");
    }
}

/// <summary>Counts messages by stage.</summary>
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
