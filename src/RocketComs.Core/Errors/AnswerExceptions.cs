using System.Globalization;
using System.Net;
using System.Text;

namespace RocketComs.Core.Errors;

/// <summary>The body of an error answer.</summary>
/// <param name="Status">The platform's error code.</param>
/// <param name="Message">The platform's text, or a short excerpt of a body that is not the platform's.</param>
/// <param name="TraceId">The key under which RocketCOMS finds the error in its logs.</param>
/// <remarks>Source: API page "Errors". The page spells the last field both <c>traceId</c> and <c>traceID</c>.</remarks>
public sealed record ApiErrorBody(string? Status, string? Message, string? TraceId);

/// <summary>An HTTP answer that says no.</summary>
/// <param name="statusCode">The HTTP status.</param>
/// <param name="request">Method and path.</param>
/// <param name="body">The platform's error body, as far as it sent one.</param>
/// <param name="retryAfter">How long the platform asks to wait.</param>
/// <param name="recommendedAction">What to do.</param>
/// <remarks>Source: API page "Errors".</remarks>
public sealed class ApiException(HttpStatusCode statusCode, string request, ApiErrorBody body, TimeSpan? retryAfter, string recommendedAction)
    : RocketComsException(Describe(statusCode, request, body), recommendedAction)
{
    /// <summary>Gets the HTTP status.</summary>
    public HttpStatusCode StatusCode { get; } = statusCode;

    /// <summary>Gets the platform's error body, as far as it sent one.</summary>
    public ApiErrorBody Body { get; } = body;

    /// <summary>Gets how long the platform asks to wait.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <inheritdoc/>
    public override bool EndsCommand => StatusCode == HttpStatusCode.Unauthorized;

    private static string Describe(HttpStatusCode statusCode, string request, ApiErrorBody body)
    {
        StringBuilder text = new();
        text.AppendFormat(CultureInfo.InvariantCulture, "{0} was answered with HTTP {1} {2}", request, (int)statusCode, statusCode);
        if (body.Message is not null)
        {
            text.Append(": ").Append(body.Message.TrimEnd('.'));
        }

        text.Append('.');
        if (body.Status is not null)
        {
            text.Append(" Status ").Append(body.Status).Append('.');
        }

        if (body.TraceId is not null)
        {
            text.Append(" TraceId ").Append(body.TraceId).Append('.');
        }

        return text.ToString();
    }
}

/// <summary>An answer that is not what the documentation promises: HTML from a gateway, broken JSON, a redirect.</summary>
/// <param name="message">What came instead.</param>
/// <param name="recommendedAction">What to do.</param>
/// <param name="innerException">The error behind it, if there was one.</param>
public sealed class UnexpectedResponseException(string message, string recommendedAction, Exception? innerException = null)
    : RocketComsException(message, recommendedAction, innerException)
{
    /// <summary>Gets what became of a write; <see langword="null"/> for a read.</summary>
    public RcJournalOutcome? Outcome { get; init; }

    /// <summary>Gets whether the answer is about another object than the one that was asked for: whoever answers so is asked for nothing more.</summary>
    public bool IsAboutAnother { get; init; }

    /// <inheritdoc/>
    public override bool EndsCommand => IsAboutAnother;

    /// <summary>Gets whether a list changed while it was read: read again, it may be whole.</summary>
    internal bool HasMoved { get; init; }

    internal UnexpectedResponseException WithOutcome(RcJournalOutcome outcome) =>
        new(Message, RecommendedAction, InnerException) { Outcome = outcome, IsAboutAnother = IsAboutAnother };

    internal UnexpectedResponseException AboutAnother() => new(Message, RecommendedAction, InnerException) { Outcome = Outcome, IsAboutAnother = true };

    // Who answers a write with what cannot be understood may have done it.
    internal UnexpectedResponseException OfWrite(string howToFindOut) => new(
        Message + (Outcome == RcJournalOutcome.Refused ? " Nothing documented says that it was carried out." : " Whether the change was made is not known."),
        howToFindOut,
        InnerException)
    {
        Outcome = Outcome ?? RcJournalOutcome.Unknown,
        IsAboutAnother = IsAboutAnother,
    };
}

/// <summary>An id that the platform's list does not have, where the list is the only way to look it up.</summary>
/// <param name="what">What kind of object was looked for.</param>
/// <param name="id">Its id.</param>
/// <param name="recommendedAction">What to do.</param>
public sealed class NotListedException(string what, string id, string recommendedAction)
    : RocketComsException($"{what} {id} was not found: it is not in the list.", recommendedAction);
