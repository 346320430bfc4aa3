namespace RocketComs.Core.Errors;

/// <summary>An answer that is not what the documentation promises: HTML from a gateway, broken JSON, a redirect.</summary>
public sealed class UnexpectedResponseException : RocketComsException
{
    /// <summary>Initializes the error.</summary>
    /// <param name="message">What came instead.</param>
    /// <param name="recommendedAction">What to do.</param>
    /// <param name="innerException">The error behind it, if there was one.</param>
    public UnexpectedResponseException(string message, string recommendedAction, Exception? innerException = null)
        : base(message, recommendedAction, innerException)
    {
    }
}
