using System.Globalization;

namespace RocketComs.Sandbox.Server.Wire;

/// <summary>The head of a request: RFC 9112, sections 2 to 6.</summary>
internal sealed record RequestHead
{
    /// <summary>The method as it was sent; methods are case-sensitive.</summary>
    public required string Method { get; init; }

    /// <summary>The request target as it stood in the request line: ASCII without blanks, nothing decoded.</summary>
    public required string Target { get; init; }

    /// <summary>Whether the client speaks HTTP/1.1; otherwise it speaks HTTP/1.0.</summary>
    public required bool IsHttp11 { get; init; }

    /// <summary>The headers by name, whatever the case; the values of one that came twice are joined with a comma.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The bytes of the body; <see langword="null"/> when it comes in chunks.</summary>
    public long? ContentLength { get; init; } = 0;

    /// <summary>Whether the body comes in chunks.</summary>
    public bool IsChunked => ContentLength is null;

    /// <summary>Whether the client waits with the body until it is told to go on.</summary>
    public bool ExpectsContinue { get; init; }

    /// <summary>Whether the connection ends with this request. Here it always does for HTTP/1.0.</summary>
    public bool IsLast => !IsHttp11 || HasToken("Connection", "close");

    private bool HasToken(string name, string token) =>
        Headers.TryGetValue(name, out string? value)
        && Array.Exists(value.Split([',']), item => item.Trim().Equals(token, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Where a request ends (RFC 9112, section 6), and what its headers ask of the connection.</summary>
internal static class Framing
{
    /// <summary>The head with the length of its body, once its headers agree with each other.</summary>
    /// <exception cref="WireRefusal">The headers contradict each other, or ask for something that is not supported here.</exception>
    public static RequestHead Apply(RequestHead head)
    {
        RequireOneHost(head);
        return head with { ContentLength = Length(head), ExpectsContinue = ExpectsContinue(head) };
    }

    private static void RequireOneHost(RequestHead head)
    {
        bool hasHost = head.Headers.TryGetValue("Host", out string? host);
        if ((head.IsHttp11 && !hasHost) || (hasHost && host!.IndexOf(',') >= 0))
        {
            throw WireRefusal.Malformed("A request must have one Host header");
        }
    }

    private static long? Length(RequestHead head)
    {
        bool hasLength = head.Headers.TryGetValue("Content-Length", out string? length);
        if (!head.Headers.TryGetValue("Transfer-Encoding", out string? coding))
        {
            return !hasLength ? 0
                : long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out long bytes) ? bytes
                : throw WireRefusal.Malformed($"Content-Length must be a number of bytes, not '{length}'");
        }

        if (hasLength || !head.IsHttp11)
        {
            // Two parties that read such a request differently can be made to see two different requests.
            throw WireRefusal.Malformed("Transfer-Encoding must not come with Content-Length, nor with HTTP/1.0");
        }

        return coding!.Equals("chunked", StringComparison.OrdinalIgnoreCase) ? null : throw new WireRefusal(501, $"Transfer-Encoding '{coding}' is not known here");
    }

    private static bool ExpectsContinue(RequestHead head)
    {
        if (!head.IsHttp11 || !head.Headers.TryGetValue("Expect", out string? expectation))
        {
            return false;
        }

        return expectation!.Equals("100-continue", StringComparison.OrdinalIgnoreCase)
            ? true
            : throw new WireRefusal(417, $"Expectation '{expectation}' cannot be met");
    }
}
