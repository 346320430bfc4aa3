namespace RocketComs.Core.Sending;

/// <summary>Says what is not known when a write is stopped half-way. One serves all writes of a command, one after the other.</summary>
/// <param name="warnAtStop">Says it.</param>
public sealed class WriteGuard(Action<string> warnAtStop)
{
    private volatile bool _isAwaitingAnswer;

    /// <summary>Notes that an answer has come; from any thread.</summary>
    public void NoteAnswer() => _isAwaitingAnswer = false;

    /// <summary>Runs a write.</summary>
    /// <param name="write">The write; it reports the bytes that it has sent.</param>
    /// <param name="ifStopped">What to say when the user stops it after the first byte was sent and before the answer has come.</param>
    /// <param name="stop">The user's stop.</param>
    public async Task<T> RunAsync<T>(Func<Action<long, long?>, Task<T>> write, string ifStopped, CancellationToken stop)
    {
        try
        {
            return await write((_, _) => _isAwaitingAnswer = true);
        }
        catch (OperationCanceledException) when (_isAwaitingAnswer && stop.IsCancellationRequested)
        {
            warnAtStop(ifStopped);
            throw;
        }
    }
}
