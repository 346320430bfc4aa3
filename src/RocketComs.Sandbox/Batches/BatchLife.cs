using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Batches;

/// <summary>The state of a batch, worked out from the clock: no timer runs, so putting the clock forward is enough.</summary>
internal readonly struct BatchLife
{
    private readonly bool _isHopeless;
    private readonly DateTimeOffset _now;

    public BatchLife(StoredBatch batch, SandboxClock clock, DateTimeOffset now, TimeSpan processingTime)
    {
        _now = now;
        _isHopeless = batch.Content.IsHopeless;
        ScheduledAt = batch.ScheduledAt;
        if (ScheduledAt is { } scheduledAt)
        {
            DateTimeOffset firstDay = clock.StartOf(batch.Content.StartDate);
            DateTimeOffset earliest = scheduledAt + processingTime;
            TakenUpAt = firstDay > earliest ? firstDay : earliest;
            DoneAt = TakenUpAt + processingTime;
        }
    }

    public DateTimeOffset? ScheduledAt { get; }

    /// <summary>When the batch goes, or went, from <c>PENDING</c> to <c>IN_PROCESS</c>.</summary>
    public DateTimeOffset? TakenUpAt { get; }

    /// <summary>When the batch is, or was, completed: a file without any good row never is.</summary>
    public DateTimeOffset? FinishedAt => Status == ApiWords.Completed ? DoneAt : null;

    public string Status =>
        ScheduledAt is null ? ApiWords.Created
        : _isHopeless ? ApiWords.Error
        : _now < TakenUpAt ? ApiWords.Pending
        : _now < DoneAt ? ApiWords.InProcess
        : ApiWords.Completed;

    private DateTimeOffset? DoneAt { get; }
}
