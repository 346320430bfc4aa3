namespace RocketComs.Core.Errors;

/// <summary>A write whose answer was lost: the platform may have carried it out. It was sent once and is never repeated.</summary>
public sealed class OutcomeUnknownException : RocketComsException
{
    internal OutcomeUnknownException(string request, string reason, string howToFindOut, Exception? innerException = null)
        : base($"The answer to {request} was lost ({reason}), so it is not known whether it was carried out. It was not repeated.", howToFindOut, innerException)
    {
    }
}
