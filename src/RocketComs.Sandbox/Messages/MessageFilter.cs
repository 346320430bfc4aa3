using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Messages;

/// <summary>The documented filters of the search for messages. The days are those on which messages go out.</summary>
internal sealed class MessageFilter
{
    private static readonly string[] s_statuses = ["PENDING", "IN_PROCESS", "CANCELED", "SENT", "DELIVERED", "FAILED"];

    private readonly SandboxClock _clock;
    private readonly string? _campaignId;
    private readonly Guid? _batchId;
    private readonly DateTime? _from;
    private readonly DateTime? _to;
    private readonly string? _status;
    private readonly bool _singleOnly;

    public MessageFilter(RcSandboxRequest request, SandboxClock clock)
    {
        _clock = clock;
        _campaignId = Checked.Id("campaignId", request.Query("campaignId")) is { } id ? ApiFormat.Id(id) : null;
        _batchId = Checked.Id("batchId", request.Query("batchId"));
        _from = Checked.Date("from", request.Query("from"));
        _to = Checked.Date("to", request.Query("to"));
        _status = Checked.OneOf("status", request.Query("status"), s_statuses);
        _singleOnly = Checked.Flag("singleOnly", request.Query("singleOnly"));
    }

    /// <summary>Whether a message matches. A row that cannot be sent never became a message.</summary>
    public bool Lets(MessageEntry message)
    {
        DateTime day = _clock.DayOf(message.SentAt);
        return message.Stage != MessageStage.Invalid
            && (_campaignId is null || message.CampaignId == _campaignId)
            && (_batchId is null || message.BatchId == _batchId)
            && (_from is null || day >= _from)
            && (_to is null || day <= _to)
            && (_status is null || MessageStages.InSearch(message.Stage) == _status)
            && (!_singleOnly || message.BatchId is null);
    }
}
