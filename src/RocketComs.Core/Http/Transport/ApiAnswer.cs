using System.Net;
using System.Net.Http.Headers;
using RocketComs.Core.Http.Secrets;

namespace RocketComs.Core.Http.Transport;

/// <summary>An answer, read to its end.</summary>
public sealed class ApiAnswer
{
    internal ApiAnswer(HttpStatusCode statusCode, byte[] body, RetryConditionHeaderValue? retryAfter, SecretMask mask)
    {
        StatusCode = statusCode;
        Body = body;
        RetryAfter = retryAfter;
        Mask = mask;
    }

    /// <summary>Gets the HTTP status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>Gets the bytes of the body.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Gets whether the status is 2xx.</summary>
    public bool IsSuccess => (int)StatusCode is >= 200 and < 300;

    internal RetryConditionHeaderValue? RetryAfter { get; }

    /// <summary>Gets what hides the request's secrets, for a server that repeats them.</summary>
    internal SecretMask Mask { get; }
}
