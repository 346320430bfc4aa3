namespace RocketComs.Core.Errors;

/// <summary>What Core throws on purpose: a sentence for the user, and what to do about it. Never a secret.</summary>
public abstract class RocketComsException : Exception
{
    /// <summary>Initializes the error.</summary>
    /// <param name="message">What went wrong, in one or two sentences.</param>
    /// <param name="recommendedAction">What the user can do.</param>
    /// <param name="innerException">The cause, if another exception was.</param>
    protected RocketComsException(string message, string recommendedAction, Exception? innerException = null)
        : base(message, innerException) => RecommendedAction = recommendedAction;

    /// <summary>Gets what the user can do.</summary>
    public string RecommendedAction { get; }
}
