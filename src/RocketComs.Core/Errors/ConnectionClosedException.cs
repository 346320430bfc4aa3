namespace RocketComs.Core.Errors;

/// <summary>A request over a connection that was closed before it, or while it was under way. A write has surely not been carried out.</summary>
public sealed class ConnectionClosedException : RocketComsException
{
    internal ConnectionClosedException(Uri baseUri)
        : base($"The connection to {baseUri} has been closed.", "Connect again with Connect-RcAccount.")
    {
    }
}
