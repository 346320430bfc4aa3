namespace RocketComs.Core.Errors;

/// <summary>A wait that ended without the status that was asked for.</summary>
public sealed class WaitEndedException : RocketComsException
{
    internal WaitEndedException(RcBatch? batch, bool timedOut, string message, string recommendedAction)
        : base(message, recommendedAction)
    {
        Batch = batch;
        TimedOut = timedOut;
    }

    /// <summary>Gets the batch as it was last seen; <see langword="null"/> when it never was.</summary>
    public RcBatch? Batch { get; }

    /// <summary>Gets whether the time ran out; otherwise the batch reached a final status that was not asked for.</summary>
    public bool TimedOut { get; }
}
