using System.Globalization;
using System.Text;

namespace RocketComs.Sandbox.Server.Wire;

/// <summary>An answer before it is written: status, headers of its own, body.</summary>
internal sealed record WireAnswer(int Status, byte[] Body)
{
    /// <summary>The headers besides Date, Server, Content-Length and Connection; ASCII without line breaks.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Whether this status has a body at all (RFC 9110, 6.4.1).</summary>
    public bool MayHaveBody => Status is not (204 or 304);

    /// <summary>A sentence as plain text.</summary>
    public static WireAnswer Text(int status, string text) =>
        new(status, Encoding.UTF8.GetBytes(text)) { Headers = [new("Content-Type", "text/plain; charset=utf-8")] };

    /// <summary>The bytes before the body.</summary>
    /// <param name="now">The moment for the Date header.</param>
    /// <param name="isLast">Whether the connection ends with this answer.</param>
    public byte[] Head(DateTimeOffset now, bool isLast)
    {
        StringBuilder head = new();
        head.Append("HTTP/1.1 ").Append(Status.ToString(CultureInfo.InvariantCulture)).Append(' ').Append(ReasonPhrases.For(Status)).Append("\r\n");
        Add(head, "Date", now.ToString("R", CultureInfo.InvariantCulture));
        Add(head, "Server", "RocketComs.Sandbox");
        foreach (KeyValuePair<string, string> header in Headers)
        {
            Add(head, header.Key, header.Value);
        }

        if (MayHaveBody)
        {
            Add(head, "Content-Length", Body.Length.ToString(CultureInfo.InvariantCulture));
        }

        if (isLast)
        {
            Add(head, "Connection", "close");
        }

        return Encoding.ASCII.GetBytes(head.Append("\r\n").ToString());
    }

    private static void Add(StringBuilder head, string name, string value) => head.Append(name).Append(": ").Append(value).Append("\r\n");
}

/// <summary>The words after the status, for people who read the wire. No client decides by them.</summary>
internal static class ReasonPhrases
{
    /// <summary>The phrase of RFC 9110 or RFC 6585; empty for a status that has none here.</summary>
    public static string For(int status) => status switch
    {
        200 => "OK",
        201 => "Created",
        202 => "Accepted",
        204 => "No Content",
        301 => "Moved Permanently",
        302 => "Found",
        303 => "See Other",
        304 => "Not Modified",
        307 => "Temporary Redirect",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        409 => "Conflict",
        413 => "Content Too Large",
        415 => "Unsupported Media Type",
        417 => "Expectation Failed",
        422 => "Unprocessable Content",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        505 => "HTTP Version Not Supported",
        _ => string.Empty,
    };
}
