using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Common;

/// <summary>Base of the commands that make one change out of all that they are given.</summary>
public abstract class WriteCommand : ConnectedCmdlet
{
    /// <summary>Does something and reports its failure as that of an input; a wrong parameter ends the command.</summary>
    /// <param name="target">The input: an id, a name.</param>
    /// <param name="action">What to do.</param>
    private protected async Task ReportingAsync(object target, Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (RocketComsException exception) when (exception is not InvalidParameterException)
        {
            Report(exception, target);
        }
    }

    /// <summary>Runs a write; a stop during it says what is not known.</summary>
    /// <param name="write">The write; it tells the listener of the bytes that leave.</param>
    /// <param name="ifStopped">What to say then.</param>
    private protected Task<T> WriteAsync<T>(Func<Action<long, long?>, Task<T>> write, string ifStopped) => GuardedWrite.RunAsync(this, write, ifStopped, StopToken);
}
