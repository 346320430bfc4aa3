using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Messages;

/// <summary>The documented filters of the search for messages. The days are those on which messages go out.</summary>
internal sealed class MessageFilter
{
    private static readonly string[] s_statuses = ["PENDING", "IN_PROCESS", "CANCELED", "SENT", "DELIVERED", "FAILED"];

    private readonly SandboxClock _clock;
    private readonly Guid? _campaignId;
    private readonly Guid? _batchId;
    private readonly DateTime? _from;
    private readonly DateTime? _to;
    private readonly string? _status;
    private readonly bool _singleOnly;

    public MessageFilter(RcSandboxRequest request, SandboxClock clock)
    {
        _clock = clock;
        _campaignId = Id(request, "campaignId");
        _batchId = Id(request, "batchId");
        _from = Date(request, "from");
        _to = Date(request, "to");
        _status = QueryText.Single(request, "status");
        if (_status is not null && !s_statuses.Contains(_status))
        {
            throw Refusal.BadRequest($"status must be one of {string.Join(", ", s_statuses)}, not '{_status}'");
        }

        _singleOnly = QueryText.Single(request, "singleOnly") switch
        {
            null or "false" => false,
            "true" => true,
            string other => throw Refusal.BadRequest($"singleOnly must be one of true, false, not '{other}'"),
        };
    }

    /// <summary>Whether a message is asked for. A row that cannot be sent never became a message.</summary>
    public bool Lets(MessageEntry message)
    {
        DateTime day = _clock.DayOf(message.SentAt);
        return message.Stage != MessageStage.Invalid
            && (_campaignId is null || WireFormat.TryId(message.CampaignId, out Guid campaign) && campaign == _campaignId)
            && (_batchId is null || message.BatchId == _batchId)
            && (_from is null || day >= _from)
            && (_to is null || day <= _to)
            && (_status is null || MessageStages.InSearch(message.Stage) == _status)
            && (!_singleOnly || message.BatchId is null);
    }

    private static Guid? Id(RcSandboxRequest request, string name)
    {
        if (QueryText.Single(request, name) is not { } text)
        {
            return null;
        }

        return WireFormat.TryId(text, out Guid id) ? id : throw Refusal.BadRequest($"{name} must be a UUID, not '{text}'");
    }

    private static DateTime? Date(RcSandboxRequest request, string name)
    {
        if (QueryText.Single(request, name) is not { } text)
        {
            return null;
        }

        return WireFormat.TryDate(text, out DateTime date) ? date : throw Refusal.BadRequest($"{name} must be a date as YYYY-MM-DD, not '{text}'");
    }
}
