using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Sending;

/// <summary>Takes the single messages of one command all the way: each checked, then, when all of them are known, asked for and sent.</summary>
/// <param name="transport">The way to the platform.</param>
/// <param name="measure">How texts are counted and priced.</param>
/// <param name="checksOptOuts">Whether numbers are compared with the opt-outs of their campaign.</param>
/// <param name="isForced">Whether to send without asking.</param>
/// <param name="host">Who is asked and told.</param>
/// <param name="guard">Watches the writes.</param>
public sealed class MessageSender(ITransport transport, MeasureOptions measure, bool checksOptOuts, bool isForced, ISendingHost host, WriteGuard guard)
{
    private readonly MessagesClient _messages = new(transport);
    private readonly OptOutNumbers _optOuts = new(transport, host);
    private readonly List<(MessageDraft Draft, RcBatchCsvReport Report)> _pending = [];

    /// <summary>Checks a message and keeps it for <see cref="SendAllAsync"/>.</summary>
    /// <exception cref="RocketComsException">It cannot be sent.</exception>
    public async Task AddAsync(MessageDraft draft, CancellationToken stop)
    {
        InvalidParameterException.ThrowIfNotUuid("CampaignId", draft.CampaignId);
        string[] optOuts = checksOptOuts ? await _optOuts.GetAsync(draft.CampaignId, stop) : [];
        _pending.Add((draft, MessageRules.Check(draft, measure, optOuts)));
    }

    /// <summary>Asks for each message and sends it. A failure of one does not keep the others back.</summary>
    /// <param name="failed">Gets each failure.</param>
    /// <param name="stop">The user's stop.</param>
    public async Task SendAllAsync(Action<MessageDraft, RocketComsException> failed, CancellationToken stop)
    {
        if (_pending.Count > 1 && MessageRules.Repeated(_pending.Select(item => item.Draft)) is > 0 and int repeated)
        {
            host.Warn($"{repeated} of the {_pending.Count} messages go to a number that gets another of them.");
        }

        foreach ((MessageDraft draft, RcBatchCsvReport report) in _pending)
        {
            try
            {
                await SendAsync(draft, report, stop);
            }
            catch (RocketComsException exception)
            {
                failed(draft, exception);
            }
        }
    }

    private async Task SendAsync(MessageDraft draft, RcBatchCsvReport report, CancellationToken stop)
    {
        Consent consent = host.Ask(Describe(draft, report), isRisky: !isForced);
        if (consent == Consent.Refused)
        {
            return;
        }

        if (consent == Consent.NotAsked && SendingText.CostlyWarnings(report) is { } costly)
        {
            host.Warn($"The message to {draft.Number} goes out with {costly}.");
        }

        await guard.RunAsync(
            async sent =>
            {
                await _messages.SendAsync(draft, () => sent(0, null), stop);
                return true;
            },
            $"Stopped while a message to {draft.Number} was being sent: it is not known whether that happened. {MessagesClient.HowToFind(draft.CampaignId)}",
            stop);
    }

    private string Describe(MessageDraft draft, RcBatchCsvReport report)
    {
        string warnings = SendingText.Warnings(report) is { } found ? $"; {found}" : string.Empty;
        string all = _pending.Count > 1 ? $"; all {_pending.Count} messages: {Price(_pending.Count, _pending.Sum(item => item.Report.SegmentCount))}" : string.Empty;
        return $"Send a message to {draft.Number} for campaign {draft.CampaignId} at {host.Authority}: {Price(1, report.SegmentCount)}{warnings}{all}. It will be sent and charged at once; nothing documented stops it.";
    }

    private string Price(long recipients, long segments) => new BatchForecast(recipients, segments, measure.PricePerSegment).Describe();
}
