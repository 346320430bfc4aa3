using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using RocketComs.Core.Errors;
using RocketComs.Core.Http.Secrets;

namespace RocketComs.Core.Http.Transport;

/// <summary>Says what an answer or a fault means for a read and for a write, and what may be tried again. The one place for it.</summary>
internal static class FailurePolicy
{
    private const string TryLater = "Try again later.";

    /// <summary>Whether an answer may be followed by another try.</summary>
    /// <remarks>A write only where the platform surely did nothing.</remarks>
    public static bool MayRetry(ApiRequest request, ApiAnswer answer) => (int)answer.StatusCode switch
    {
        429 => true,
        503 => !request.IsWrite || answer.RetryAfter is not null,
        408 or 500 or 502 or 504 => !request.IsWrite,
        _ => false,
    };

    /// <summary>Whether a fault may be followed by another try.</summary>
    public static bool MayRetry(ApiRequest request, RocketComsException fault) =>
        fault is ConnectionFailedException or RequestTimeoutException
        && !IsFinalTlsFault(fault.InnerException)
        && (!request.IsWrite || IsRefused(fault.InnerException));

    /// <summary>The error for an answer that is not 2xx.</summary>
    public static RocketComsException ForAnswer(ApiRequest request, ApiAnswer answer, DateTimeOffset now)
    {
        int code = (int)answer.StatusCode;
        if (code is >= 300 and < 400)
        {
            return new UnexpectedResponseException(
                $"{request.Name} was answered with a redirect (HTTP {code}), which is not followed: it could carry the credentials elsewhere."
                    + (request.IsWrite ? " Whether it was carried out is not known." : string.Empty),
                (request.IsWrite ? request.HowToFindOut + " Not before that: " : string.Empty) + "Check the base URI: give the address that the redirect leads to, if it is RocketCOMS' own.")
            {
                Outcome = request.IsWrite ? RcJournalOutcome.Unknown : null,
            };
        }

        if (request.IsWrite && (code is < 200 or 408 or 502 or 504 or (>= 520 and <= 524)))
        {
            return new OutcomeUnknownException(request.Name, $"HTTP {code} from a gateway", request.HowToFindOut);
        }

        TimeSpan? wait = Wait(answer, now);
        return new ApiException(answer.StatusCode, request.Name, answer.ErrorBody(), wait, Advise(request, code, wait, now));
    }

    /// <summary>The error for a try that ended without a complete answer.</summary>
    /// <param name="request">The call.</param>
    /// <param name="cause">What the HTTP stack threw.</param>
    /// <param name="hasSentBytes">Whether any byte of the body may have been sent.</param>
    /// <param name="mask">Hides the secrets of the call: an HTTP stack quotes the line that it does not understand.</param>
    public static RocketComsException ForFault(ApiRequest request, Exception cause, bool hasSentBytes, SecretMask mask)
    {
        string whole = cause.ToString();
        Exception? shown = mask.Hides(whole) || ShownText.Of(whole) != whole ? null : cause;
        if (request.IsWrite && hasSentBytes)
        {
            // Even where the network says 'unreachable': it was reachable a moment ago.
            return new OutcomeUnknownException(request.Name, "the connection broke off", request.HowToFindOut, shown);
        }

        string why = mask.Apply(Innermost(cause).Message).TrimEnd('.');
        if (IsCertificateFault(cause))
        {
            return new ConnectionFailedException(
                $"{request.Name} was not sent: the server's certificate cannot be trusted ({why}).",
                "Check the base URI. If a company proxy inspects traffic, have its root certificate installed on this machine.",
                shown);
        }

        return IsTlsFault(cause)
            ? new ConnectionFailedException(
                $"{request.Name} was not sent: TLS could not be set up ({why}).",
                "Check that host and port of the base URI speak https, that this machine and the server have a version of TLS in common (1.2 or later), and any proxy or firewall in between; nothing was changed.",
                shown)
            : new ConnectionFailedException(
                $"{request.Name} could not connect: {why}.",
                "Check the base URI, the network and any proxy, and try again; nothing was changed.",
                shown);
    }

    /// <summary>The error for a try that took too long.</summary>
    public static RocketComsException ForTimeout(ApiRequest request, TimeSpan timeout, bool hasSentBytes) => request.IsWrite && hasSentBytes
        ? new OutcomeUnknownException(
            request.Name,
            string.Format(CultureInfo.InvariantCulture, "no answer within {0:0.###} seconds", timeout.TotalSeconds),
            request.HowToFindOut)
        : new RequestTimeoutException(request.Name, timeout);

    /// <summary>How long an answer asks to wait, given in seconds or as a date.</summary>
    public static TimeSpan? Wait(ApiAnswer answer, DateTimeOffset now)
    {
        TimeSpan? wait = answer.RetryAfter?.Delta ?? answer.RetryAfter?.Date - now;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static string Advise(ApiRequest request, int code, TimeSpan? wait, DateTimeOffset now) => code switch
    {
        401 when request.IsAnonymous => "Check the e-mail address and the password of the portal user.",
        401 => "Connect again with Connect-RcAccount and a valid key and secret, or a token that has not expired.",
        403 => "Ask an administrator of the business account for the rights; the documented roles are BA_ADMIN and BA_MANAGER.",
        404 when request.IsAnonymous => "Check the base URI: scheme and host of the account, without /v1.",
        404 => "Check the id, and that it belongs to the account of this connection. If no id was given: check the base URI, which goes without /v1.",
        408 when !request.IsWrite => TryLater,
        429 when wait is not null => string.Format(
            CultureInfo.InvariantCulture, "Too many requests. Come back at {0:yyyy-MM-dd HH:mm:ss} UTC; nothing was changed.", (now + wait.Value).UtcDateTime),
        429 => "Too many requests. Wait a while and try again; nothing was changed.",
        503 when wait is not null => "RocketCOMS is busy and did nothing. " + TryLater,

        // An error inside the platform does not say what was done before it.
        >= 500 when request.IsWrite => request.HowToFindOut,
        >= 500 => TryLater,
        _ => request.IsWrite ? "Correct what the message names; nothing was changed." : "Correct what the message names.",
    };

    private static bool IsRefused(Exception? exception) =>
        Has(exception, cause => cause is SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain
            or SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.NoData });

    // A handshake that was cut off may succeed the next time; one that was refused, or made no sense, will not.
    private static bool IsFinalTlsFault(Exception? exception) =>
        IsCertificateFault(exception)
        || (Has(exception, cause => cause is AuthenticationException) && !Has(exception, cause => cause is IOException or SocketException));

    private static bool IsTlsFault(Exception? exception) => Has(exception, cause => cause is AuthenticationException or WebException { Status: WebExceptionStatus.SecureChannelFailure }
#if NET8_0_OR_GREATER
        or HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }
#endif
    );

    // .NET has no exception type for it. An alert from the server, which may mention a certificate too, has an inner exception; the messages of
    // .NET are English everywhere. Those of .NET Framework are not, but it has a status.
    private static bool IsCertificateFault(Exception? exception) => Has(
        exception,
        cause => cause is WebException { Status: WebExceptionStatus.TrustFailure }
            || (cause is AuthenticationException { InnerException: null } && cause.Message.IndexOf("remote certificate", StringComparison.OrdinalIgnoreCase) >= 0));

    private static bool Has(Exception? exception, Predicate<Exception> isIt)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (isIt(cause))
            {
                return true;
            }
        }

        return false;
    }

    private static Exception Innermost(Exception exception)
    {
        while (exception.InnerException is not null and not HttpRequestException { InnerException: null })
        {
            exception = exception.InnerException;
        }

        return exception;
    }
}
