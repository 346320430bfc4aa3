namespace RocketComs.Core.Errors;

/// <summary>No answer to a read within the time allowed, or no connection for a write.</summary>
public sealed class RequestTimeoutException : RocketComsException
{
    internal RequestTimeoutException(string request, TimeSpan timeout)
        : base(
            FormattableString.Invariant($"{request} had no answer within {timeout.TotalSeconds:0.###} seconds."),
            "Try again, or connect with a larger -TimeoutSec.")
    {
    }
}
