namespace RocketComs.Core.Errors;

/// <summary>No connection came about, or a read broke off: the platform did nothing.</summary>
public sealed class ConnectionFailedException : RocketComsException
{
    internal ConnectionFailedException(string message, string recommendedAction, Exception? innerException)
        : base(message, recommendedAction, innerException)
    {
    }
}
