using RocketComs.Core.Errors;

namespace RocketComs.PowerShell.Errors;

/// <summary>A command that needs a connection, without one.</summary>
internal sealed class NotConnectedException : RocketComsException
{
    public NotConnectedException()
        : base(
            "There is no connection to RocketCOMS in this session.",
            "Run Connect-RcAccount -BaseUri <address> -Credential <key and secret>, or set ROCKETCOMS_BASE_URI with ROCKETCOMS_API_KEY and ROCKETCOMS_API_SECRET, or ROCKETCOMS_ACCESS_TOKEN.")
    {
    }

    public NotConnectedException(string message, string recommendedAction)
        : base(message, recommendedAction)
    {
    }
}
