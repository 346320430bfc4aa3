using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Transport;

namespace RocketComs.Core.Sending;

/// <summary>Takes the single messages of one command all the way: each checked, then, when all of them are known, held to the ceiling, asked for and sent.</summary>
/// <param name="transport">The way to the platform.</param>
/// <param name="options">How they are sent.</param>
/// <param name="host">Who is asked and told.</param>
/// <param name="guard">Watches the writes.</param>
/// <param name="clock">The time now.</param>
public sealed class MessageSender(ITransport transport, BatchSendOptions options, ISendingHost host, WriteGuard guard, TimeProvider clock)
{
    private readonly MessageContent _content = new();
    private readonly MessagesClient _messages = new(transport);
    private readonly OptOutNumbers _optOuts = new(transport, host.Verbose);
    private readonly RepeatGuard _repeats = new(new BatchesClient(transport, RcParameterPlacement.Query), guard, host, options.AllowRepeat, clock);
    private readonly List<(MessageDraft Draft, RcBatchCsvReport Report, BatchIntent Intent)> _pending = [];

    /// <summary>Checks a message and keeps it for <see cref="SendAllAsync"/>.</summary>
    /// <exception cref="RocketComsException">It cannot be sent.</exception>
    public async Task AddAsync(MessageDraft draft, CancellationToken stop)
    {
        InvalidParameterException.ThrowIfNotUuid("CampaignId", draft.CampaignId);
        string[] optOuts = options.CheckOptOut ? await _optOuts.GetAsync(draft.CampaignId, stop) : [];
        RcBatchCsvReport report = MessageCheck.Check(draft, options.Measure, optOuts);

        // To the guard against repeats a message is a batch of one.
        (string content, string rows) = _content.Of(draft.Number, draft.Message);
        BatchIntent intent = new(new BatchTarget(draft.CampaignId, IsNew: true), new BatchDraft(), null)
        {
            HowToFind = MessagesClient.HowToFind(draft.CampaignId),
            ContentHash = content,
            RowsHash = rows,
            Forecast = Forecast(1, report.SegmentCount),
        };
        await FollowUpAsync(intent, stop);
        await _repeats.RequireNewAsync(intent, _pending.Select(item => item.Intent), stop);
        _pending.Add((draft, report, intent));
    }

    /// <summary>Asks for each message and sends it. A failure of one does not keep the others back.</summary>
    /// <param name="failed">Gets each failure.</param>
    /// <param name="stop">The user's stop.</param>
    /// <exception cref="CeilingExceededException">All of them together are more than is allowed; nothing was sent.</exception>
    public async Task SendAllAsync(Action<MessageDraft, RocketComsException> failed, CancellationToken stop)
    {
        if (MessageCheck.Repeated(_pending.Select(item => item.Draft)) is > 0 and int repeated)
        {
            host.Warn($"{repeated} of the {_pending.Count} messages go to a number that gets another of them.");
        }

        BatchForecast total = BatchForecast.Total(_pending.Select(item => item.Intent.Forecast), options);
        options.Ceiling.Require(total);
        guard.Expect(_pending.Select(item => NameOf(item.Draft)));
        foreach ((MessageDraft draft, RcBatchCsvReport report, BatchIntent intent) in _pending)
        {
            try
            {
                await SendAsync(draft, report, intent, total, stop);
            }
            catch (RocketComsException exception)
            {
                failed(draft, exception);
            }
        }
    }

    // The list is read only where one like this may have been sent.
    private async Task FollowUpAsync(BatchIntent intent, CancellationToken stop)
    {
        if (UnknownOutcomes.Latest((await guard.JournalAsync(stop)).Where(entry => entry.ContentHash == intent.ContentHash)).FirstOrDefault(entry => entry.Outcome == RcJournalOutcome.Unknown) is not { } lost)
        {
            return;
        }

        MessageFilter filter = new() { CampaignId = intent.CampaignId, SingleOnly = true, From = lost.Time.UtcDateTime.AddDays(-1) };
        try
        {
            await foreach (RcMessage _ in new UnknownOutcomes(guard, host, clock).FollowUpAsync(_messages.ListAsync(filter, [], stop), stop))
            {
            }
        }
        catch (RocketComsException exception) when (!exception.EndsCommand)
        {
            host.Verbose($"The messages of campaign {intent.CampaignId} cannot be read, so what became of an earlier one stays unknown: {exception.Message}");
        }
    }

    private static string NameOf(MessageDraft draft) => $"a message to {draft.Number}";

    private async Task SendAsync(MessageDraft draft, RcBatchCsvReport report, BatchIntent intent, BatchForecast total, CancellationToken stop)
    {
        bool isShown = host.ShowsBefore(options.Force);
        if (host.Ask(Describe(draft, report, total, isShown), isRisky: true, options.Force) is not { } consent)
        {
            return;
        }

        if (!isShown && SendingText.CostlyWarnings(report) is { } costly)
        {
            host.Warn($"The message to {draft.Number} goes out with {costly}.");
        }

        await guard.RunAsync(
            _repeats.Hold(intent.Write(consent), intent.SeenAt) with { Name = NameOf(draft) },
            sent => _messages.SendAsync(draft, () => sent(0, null), stop),
            stop);
    }

    private string Describe(MessageDraft draft, RcBatchCsvReport report, BatchForecast total, bool showsText)
    {
        string warnings = SendingText.Warnings(report) is { } found ? $"; {found}" : string.Empty;
        string all = _pending.Count > 1 ? $"; all {_pending.Count} messages: {total.Describe()}" : string.Empty;
        string text = showsText ? $" ('{SendingText.Short(draft.Message)}')" : string.Empty;
        return $"Send a message to {draft.Number}{text} for campaign {draft.CampaignId} at {host.Authority}: {Forecast(1, report.SegmentCount).Describe()}{warnings}{all}. It will be sent and charged at once; nothing documented stops it.";
    }

    private BatchForecast Forecast(long recipients, long segments) => new(recipients, segments, options.Measure.PricePerSegment) { Currency = options.Currency };
}
