namespace RocketComs.PowerShell.Completion;

/// <summary>Completes the fields that messages of a batch can be sorted by: those of the documented answer.</summary>
public sealed class BatchMessageFieldCompleter : WordCompleter
{
    private protected override IEnumerable<string> Words =>
    [
        nameof(RcBatchMessage.Status), nameof(RcBatchMessage.DestinationNumber), nameof(RcBatchMessage.SentAt), nameof(RcBatchMessage.CreatedAt), nameof(RcBatchMessage.ConfirmedAt), nameof(RcBatchMessage.Id),
    ];
}
