namespace RocketComs.Core.Errors;

/// <summary>The body of an error answer.</summary>
/// <param name="Status">The platform's error code.</param>
/// <param name="Message">The platform's text, or a short excerpt of a body that is not the platform's.</param>
/// <param name="TraceId">The key under which RocketCOMS finds the error in its logs.</param>
/// <remarks>Source: API page "Errors". The page spells the last field both <c>traceId</c> and <c>traceID</c>.</remarks>
public sealed record ApiErrorBody(string? Status, string? Message, string? TraceId);
