namespace RocketComs.Core.Errors;

/// <summary>A base URI that would carry credentials in the clear.</summary>
/// <param name="uri">The URI; user info in it is not shown.</param>
public sealed class InsecureUriException(Uri uri) : RocketComsException(
    $"'{uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)}' is not https, so the credentials would travel in the clear.",
    "Give an https:// address. Plain http is accepted for loopback only (127.0.0.1, localhost, [::1]).")
{
    /// <inheritdoc/>
    public override bool EndsCommand => true;
}

/// <summary>A request over a connection that was closed before it was sent, or while it was under way. A write has surely not been carried out.</summary>
/// <param name="baseUri">The platform's address.</param>
public sealed class ConnectionClosedException(Uri baseUri) : RocketComsException(
    $"The connection to {baseUri} has been closed.", "Connect again with Connect-RcAccount.")
{
    /// <inheritdoc/>
    public override bool EndsCommand => true;
}

/// <summary>No connection could be made, or a read broke off: the platform did nothing.</summary>
/// <param name="message">What went wrong.</param>
/// <param name="recommendedAction">What to do.</param>
/// <param name="innerException">What the HTTP stack threw, unless it shows a secret.</param>
public sealed class ConnectionFailedException(string message, string recommendedAction, Exception? innerException)
    : RocketComsException(message, recommendedAction, innerException);

/// <summary>No answer to a read within the time allowed, or no connection for a write.</summary>
/// <param name="request">Method and path.</param>
/// <param name="timeout">The time allowed.</param>
public sealed class RequestTimeoutException(string request, TimeSpan timeout) : RocketComsException(
    FormattableString.Invariant($"{request} had no answer within {timeout.TotalSeconds:0.###} seconds."),
    "Try again, or connect with a larger -TimeoutSec.");

/// <summary>A write whose answer was lost: the platform may have carried it out. It was sent once and is never repeated.</summary>
/// <param name="request">Method and path.</param>
/// <param name="reason">How the answer was lost.</param>
/// <param name="howToFindOut">How to find out whether it was carried out.</param>
/// <param name="innerException">What the HTTP stack threw, unless it shows a secret.</param>
public sealed class OutcomeUnknownException(string request, string reason, string howToFindOut, Exception? innerException = null) : RocketComsException(
    $"The answer to {request} was lost ({reason}), so it is not known whether it was carried out. It was not repeated.", howToFindOut, innerException);
