using System;

namespace RocketComs.Core.Errors;

/// <summary>An answer that is not what the documentation promises: HTML from a gateway, broken JSON, a redirect.</summary>
public sealed class UnexpectedResponseException : RocketComsException
{
    internal UnexpectedResponseException(string message, string recommendedAction, Exception? innerException = null)
        : base(message, recommendedAction, innerException)
    {
    }
}
