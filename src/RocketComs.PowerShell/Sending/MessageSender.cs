using RocketComs.Core.Api;
using RocketComs.Core.Http.Transport;
using RocketComs.Core.Sending;
using RocketComs.PowerShell.Common;

namespace RocketComs.PowerShell.Sending;

/// <summary>Takes a checked single message all the way: user asked, or warned where nobody is; sent.</summary>
internal sealed class MessageSender
{
    private readonly ConnectedCmdlet _command;
    private readonly MessagesClient _messages;
    private readonly Confirmation _confirmation;
    private readonly bool _force;
    private readonly decimal? _price;
    private string _all = string.Empty;

    /// <summary>Initializes the sender of one command.</summary>
    /// <param name="command">The command; its confirm impact must be high.</param>
    /// <param name="transport">The way to the platform.</param>
    /// <param name="force">Whether to send without asking.</param>
    /// <param name="price">The price of a segment, if the user gave one.</param>
    public MessageSender(ConnectedCmdlet command, ITransport transport, bool force, decimal? price)
    {
        _command = command;
        _messages = new MessagesClient(transport);
        _confirmation = new Confirmation(command);
        _force = force;
        _price = price;
    }

    /// <summary>Sums up what the command will send in all, for every question.</summary>
    public void Expect(IEnumerable<RcBatchCsvReport> reports)
    {
        RcBatchCsvReport[] all = [.. reports];
        _all = all.Length > 1 ? $"; all {all.Length} messages: {new BatchForecast(all.Length, all.Sum(report => report.SegmentCount), _price).Describe()}" : string.Empty;
    }

    /// <summary>Asks, and sends.</summary>
    /// <param name="draft">The message.</param>
    /// <param name="report">What its check found.</param>
    /// <param name="stop">The user's stop.</param>
    public async Task SendAsync(MessageDraft draft, RcBatchCsvReport report, CancellationToken stop)
    {
        if (!_confirmation.Ask(Describe(draft, report), isRisky: !_force))
        {
            return;
        }

        // Where nobody read the question.
        if (!_confirmation.WasAsked && FileChecks.CostlyDoubts(report) is { } doubts)
        {
            _command.WriteWarning($"The message to {draft.Number} goes out with {doubts}.");
        }

        await GuardedWrite.RunAsync(
            _command,
            async sent =>
            {
                await _messages.SendAsync(draft, () => sent(0, null), stop);
                return true;
            },
            $"Stopped while a message to {draft.Number} was being sent: whether it was is not known. {MessagesClient.HowToFind(draft.CampaignId)}",
            stop);
    }

    private string Describe(MessageDraft draft, RcBatchCsvReport report)
    {
        string price = new BatchForecast(1, report.SegmentCount, _price).Describe();
        string doubts = FileChecks.Doubts(report) is { } warnings ? $"; {warnings}" : string.Empty;
        return $"Send a message to {draft.Number} for campaign {draft.CampaignId} at {_command.Authority}: {price}{doubts}{_all}. It will be sent and charged at once; nothing documented stops it.";
    }
}
