using System.Net;

namespace RocketComs.Core.Http.Transport;

/// <summary>One try on the wire, for verbose output: no header, no body and no query value.</summary>
/// <param name="Request">Method and path.</param>
/// <param name="StatusCode">The status; <see langword="null"/> when no answer came.</param>
/// <param name="Milliseconds">From sending to the end of the answer.</param>
/// <param name="TraceId">The platform's trace id of an error answer.</param>
public sealed record ClientTrace(string Request, HttpStatusCode? StatusCode, long Milliseconds, string? TraceId);
