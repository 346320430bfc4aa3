namespace RocketComs.PowerShell.Completion;

/// <summary>Completes the fields that replies can be sorted by: those of the documented answer.</summary>
public sealed class ReplyFieldCompleter : WordCompleter
{
    private protected override IEnumerable<string> Words =>
    [
        nameof(RcReply.CreatedAt), nameof(RcReply.Source), nameof(RcReply.Destination), nameof(RcReply.MessageText), nameof(RcReply.LastRetrievedAt), nameof(RcReply.Id),
    ];
}
