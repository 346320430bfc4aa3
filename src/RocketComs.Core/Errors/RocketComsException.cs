namespace RocketComs.Core.Errors;

/// <summary>What Core throws on purpose: a sentence for the user, and what to do about it. Never a secret.</summary>
/// <param name="message">What went wrong, in one or two sentences.</param>
/// <param name="recommendedAction">What the user can do.</param>
/// <param name="innerException">The cause, if another exception was.</param>
public abstract class RocketComsException(string message, string recommendedAction, Exception? innerException = null) : Exception(ShownText.Of(message), innerException)
{
    /// <summary>Gets what the user can do.</summary>
    public string RecommendedAction { get; } = ShownText.Of(recommendedAction);

    /// <summary>Gets whether no further input could fare better: no way to the platform, no right to use it, or answers that are about something else.</summary>
    public virtual bool EndsCommand => false;
}
