using System.Globalization;
using System.Text.Json.Nodes;
using RocketComs.Sandbox.Batches;
using RocketComs.Sandbox.Lookups;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Messages;

/// <summary>The insights, of a batch or of a campaign: the documents have one path for both, so the id decides.</summary>
internal sealed class InsightEndpoints
{
    private readonly BatchEndpoints _batches;
    private readonly MessageBook _book;
    private readonly SandboxClock _clock;

    public InsightEndpoints(BatchEndpoints batches, MessageBook book, SandboxClock clock)
    {
        _batches = batches;
        _book = book;
        _clock = clock;
    }

    public Answer Retrieve(RcSandboxRequest request, string id) => Seed.Campaign(id) is { } campaign ? OfCampaign(request, campaign) : _batches.Insights(id);

    // Messages of batches and single ones alike, by when they were created; without both ends all of them count, as documented.
    private Answer OfCampaign(RcSandboxRequest request, SeededCampaign campaign)
    {
        DateTimeOffset? from = Moment(request, "dateFrom");
        DateTimeOffset? to = Moment(request, "dateTo");
        string? interval = InsightInterval.Read(request);
        bool hasRange = from is not null && to is not null;
        MessageEntry[] messages =
        [
            .. _book.All(_clock.UtcNow).Where(message => string.Equals(message.CampaignId, campaign.Id, StringComparison.OrdinalIgnoreCase)
                && (!hasRange || (message.CreatedAt >= from && message.CreatedAt <= to))),
        ];
        JsonObject result = Count(messages).Write([], isInterval: false);
        if (interval is not null)
        {
            result["intervals"] = new JsonArray([.. messages
                .GroupBy(message => InsightInterval.StartOf(interval, message.CreatedAt, _clock))
                .OrderBy(group => group.Key)
                .Select(group => Count(group).Write(new JsonObject { ["dateTime"] = WireFormat.Moment(group.Key) }, isInterval: true))]);
        }

        return Answer.Enveloped(result, "Insights were successfully retrieved");
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
        if (QueryText.Single(request, name) is not { } text)
        {
            return null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment) && text.IndexOf('T') == "yyyy-MM-dd".Length
            ? moment
            : throw Refusal.BadRequest($"{name} must be a date-time as 2027-01-31T09:00:00Z, not '{text}'");
    }
}
