namespace RocketComs.PowerShell.Completion;

/// <summary>Completes the fields that messages can be sorted by: those of the documented answer.</summary>
public sealed class MessageFieldCompleter : WordCompleter
{
    private protected override IEnumerable<string> Words =>
    [
        nameof(RcMessage.CreatedAt), nameof(RcMessage.DestinationNumber), nameof(RcMessage.MessageText), nameof(RcMessage.CampaignId), nameof(RcMessage.Id),
    ];
}
