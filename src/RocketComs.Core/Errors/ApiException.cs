using System.Globalization;
using System.Net;
using System.Text;

namespace RocketComs.Core.Errors;

/// <summary>An HTTP answer that says no.</summary>
/// <remarks>Source: API page "Errors".</remarks>
public sealed class ApiException : RocketComsException
{
    internal ApiException(HttpStatusCode statusCode, string request, ApiErrorBody body, TimeSpan? retryAfter, string recommendedAction)
        : base(Describe(statusCode, request, body), recommendedAction)
    {
        StatusCode = statusCode;
        Body = body;
        RetryAfter = retryAfter;
    }

    /// <summary>Gets the HTTP status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>Gets the platform's error body, as far as it sent one.</summary>
    public ApiErrorBody Body { get; }

    /// <summary>Gets how long the platform asks to wait.</summary>
    public TimeSpan? RetryAfter { get; }

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
