using System.Net.Http.Headers;

namespace RocketComs.Core.Http.Transport;

/// <summary>Reads <c>Retry-After</c> (RFC 9110, section 10.2.3): seconds or a date, and what servers write instead.</summary>
internal static class RetryAfterHeader
{
    /// <summary>The header; <see langword="null"/> when it is not there or says nothing.</summary>
    /// <param name="headers">The headers of an answer.</param>
    public static RetryConditionHeaderValue? Read(HttpResponseHeaders headers)
    {
        if (headers.RetryAfter is { } known)
        {
            return known;
        }

        string text = headers.TryGetValues("Retry-After", out IEnumerable<string>? values) ? values.First().Trim() : string.Empty;
        bool isNegative = text.StartsWith("-", StringComparison.Ordinal);
        string digits = isNegative ? text.Substring(1) : text;
        if (digits.Length == 0 || !digits.All(character => character is >= '0' and <= '9'))
        {
            return null;
        }

        // More seconds than an int holds are a long time, and less than none is now.
        return new RetryConditionHeaderValue(isNegative ? TimeSpan.Zero : TimeSpan.FromSeconds(int.MaxValue));
    }
}
