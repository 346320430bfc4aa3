namespace RocketComs.PowerShell.Common;

/// <summary>A write that says what is not known when it is stopped half-way.</summary>
internal static class GuardedWrite
{
    /// <summary>Runs a write.</summary>
    /// <param name="command">The command.</param>
    /// <param name="write">The write; it tells the listener of the bytes that leave.</param>
    /// <param name="ifStopped">What to say when the user stops it after the first byte has left and before the answer has come.</param>
    /// <param name="stop">The user's stop.</param>
    public static async Task<T> RunAsync<T>(ConnectedCmdlet command, Func<Action<long, long?>, Task<T>> write, string ifStopped, CancellationToken stop)
    {
        try
        {
            return await write((_, _) => command.IsAwaitingAnswer = true);
        }
        catch (OperationCanceledException) when (command.IsAwaitingAnswer && stop.IsCancellationRequested)
        {
            command.WarnAtStop(ifStopped);
            throw;
        }
    }
}
