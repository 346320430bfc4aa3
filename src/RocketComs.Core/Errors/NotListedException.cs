namespace RocketComs.Core.Errors;

/// <summary>An id that the platform's list does not have, where the list is the only way to look it up.</summary>
public sealed class NotListedException : RocketComsException
{
    internal NotListedException(string what, string id, string recommendedAction)
        : base($"{what} {id} was not found: the list does not have it.", recommendedAction)
    {
    }
}
