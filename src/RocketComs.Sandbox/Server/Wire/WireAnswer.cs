using System.Globalization;
using System.Text;

namespace RocketComs.Sandbox.Server.Wire;

/// <summary>An answer before it is written: status, headers of its own, body.</summary>
internal sealed record WireAnswer(int Status, byte[] Body)
{
    /// <summary>Gets the headers besides Date, Server, Content-Length and Connection; ASCII without line breaks.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Gets whether this status has a body at all (RFC 9110, 6.4.1).</summary>
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
