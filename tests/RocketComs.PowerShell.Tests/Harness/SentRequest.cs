using System.Collections;
using System.Text;

namespace RocketComs.PowerShell.Tests.Harness;

/// <summary>A request as it arrived at the sandbox.</summary>
internal sealed record SentRequest(string Method, string Path, string RawQuery, IReadOnlyDictionary<string, string> Headers, IReadOnlyList<SentPart> Parts)
{
    /// <summary>Gets the body as text; empty when it is a form, which is in <see cref="Parts"/>.</summary>
    public string Body { get; private init; } = string.Empty;

    /// <summary>Gets the number of the connection that it came over, from 1.</summary>
    public int ConnectionId { get; private init; }

    /// <summary>Gets the status of the answer; 0 when none went out.</summary>
    public int StatusCode { get; private init; }

    /// <summary>Gets the name of the fault that it met, if any.</summary>
    public string? Fault { get; private init; }

    /// <summary>Gets whether the request changes anything.</summary>
    public bool IsWrite => Method != "GET";

    /// <summary>Copies one of the sandbox's own records.</summary>
    public static SentRequest From(object request) => new(
        request.Get<string>("Method")!,
        request.Get<string>("Path")!,
        request.Get<string>("RawQuery")!,
        request.Get<IReadOnlyDictionary<string, string>>("Headers")!,
        [.. request.Get<IEnumerable>("Parts")!.Cast<object>().Select(Part)])
    {
        Body = Encoding.UTF8.GetString(request.Get<byte[]>("Body") ?? []),
        ConnectionId = request.Get<int>("ConnectionId"),
        StatusCode = request.Get<int>("StatusCode"),
        Fault = request.Get<object>("Fault")?.ToString(),
    };

    /// <summary>The names of the query parameters, in order.</summary>
    public string[] QueryNames() => [.. RawQuery.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')[0])];

    /// <summary>The text of the only part of that name.</summary>
    public string PartText(string name) => Parts.Single(part => part.Name == name).Text;

    private static SentPart Part(object part) => new(part.Get<string>("Name")!, part.Get<string>("Text")!, part.Get<string>("FileName"), part.Get<string>("ContentType"));
}
