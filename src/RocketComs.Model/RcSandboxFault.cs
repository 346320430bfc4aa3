using System.Globalization;
using System.Text.RegularExpressions;

namespace RocketComs;

/// <summary>
/// A fault that the sandbox makes on demand: which one (<see cref="Kind"/> and what belongs to it), for which requests
/// (<see cref="Method"/>, <see cref="Path"/>), and for how many (<see cref="Skip"/>, <see cref="Times"/>). A request meets
/// at most one: the first that matches, in the order in which they were added; only <see cref="Delay"/> goes with any kind.
/// </summary>
/// <remarks>
/// PowerShell makes one out of a hashtable (<c>@{ Kind = 'Status'; Status = 503; Times = 2; RetryAfter = '1' }</c>), a number
/// (<c>503</c>) or a short form (<c>'503*2'</c>, <c>'DropAnswer'</c>, <c>'Delay=00:00:05'</c>: see <see cref="Parse"/>).
/// </remarks>
public sealed record RcSandboxFault
{
    /// <summary>Initializes an answer of 503, once.</summary>
    public RcSandboxFault()
    {
    }

    /// <summary>Initializes a fault of a kind, once.</summary>
    /// <param name="kind">The kind.</param>
    public RcSandboxFault(RcSandboxFaultKind kind) => Kind = kind;

    /// <summary>Initializes an answer of a status, once.</summary>
    /// <param name="status">The HTTP status.</param>
    public RcSandboxFault(int status) => Status = status;

    /// <summary>Gets the kind. Default: <see cref="RcSandboxFaultKind.Status"/>.</summary>
    public RcSandboxFaultKind Kind { get; init; }

    /// <summary>Gets the HTTP status of kind <c>Status</c>, from 200 to 599. Default 503.</summary>
    public int? Status { get; init; }

    /// <summary>Gets the <c>Retry-After</c> header of kind <c>Status</c>, as it is sent: seconds or an HTTP date. Default: none.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>Gets the <c>Location</c> header of kind <c>Status</c>. Default: none.</summary>
    public string? Location { get; init; }

    /// <summary>Gets the body of kinds <c>Status</c> (default: the documented error body) and <c>ContentType</c> (default: the answer's own).</summary>
    public string? Body { get; init; }

    /// <summary>
    /// Gets the content type of kinds <c>Status</c> (default: JSON, HTML for a <see cref="Body"/> that begins with <c>&lt;</c>)
    /// and <c>ContentType</c> (default <c>text/html</c>). Empty for none.
    /// </summary>
    public string? ContentType { get; init; }

    /// <summary>
    /// Gets how long the outcome is held back: the answer, or the reset. Default: not at all, and for kind <c>Delay</c> until
    /// the client hangs up or the sandbox stops, as <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> does for any kind.
    /// A client that hangs up meanwhile gets nothing, but what it asked for has been done.
    /// </summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>Gets the rate of kinds <c>SlowRequest</c> and <c>SlowAnswer</c>, at least 1. Default 1000.</summary>
    public int? BytesPerSecond { get; init; }

    /// <summary>Gets the most items on a page for kind <c>PageSizeCapped</c>, at least 1. Default 1.</summary>
    public int? PageSize { get; init; }

    /// <summary>
    /// Gets what kind <c>IgnoredParameters</c> passes over, by the names of the API, wherever they stand. Empty (the default):
    /// all scalar parameters except <c>campaignId</c> and <c>operationType</c>. What a create cannot do without is replaced:
    /// <c>startDate</c> by today, <c>externalId</c> by <c>ignored</c>.
    /// </summary>
    public string[] Parameters { get; init; } = [];

    /// <summary>Gets the method of the requests that meet it, such as <c>PATCH</c>. Default: any.</summary>
    public string? Method { get; init; }

    /// <summary>Gets the path of the requests that meet it, without the query; case counts, <c>*</c> stands for any text, <c>?</c> for one character. Default: any.</summary>
    public string? Path { get; init; }

    /// <summary>Gets how many requests that match are let through before the first that meets it. Default 0.</summary>
    public int Skip { get; init; }

    /// <summary>Gets how many requests meet it; 0 for no end. Default 1.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Gets how many requests have met it so far; told by the sandbox, which passes over what is set here.</summary>
    public int Hits { get; init; }

    /// <summary>
    /// Reads a short form: a status (<c>503</c>) or a kind (<c>DropAnswer</c>, whatever the case), what belongs to the kind
    /// after an equals sign, and how many times after an asterisk or, behind a status, an x (<c>503*2</c>, <c>503x2</c>).
    /// What belongs: <c>Delay=00:00:05</c> (or seconds: <c>Delay=5</c>), <c>SlowRequest=100</c> and <c>SlowAnswer=100</c>
    /// (bytes a second), <c>Status=503</c>, <c>ContentType=text/plain</c>, <c>PageSizeCapped=2</c>,
    /// <c>IgnoredParameters=startDate,endDate</c>.
    /// </summary>
    /// <param name="text">The short form.</param>
    /// <exception cref="FormatException">It is none; the message names the kinds.</exception>
    public static RcSandboxFault Parse(string text) => RcSandboxFaultText.Parse(text);

    /// <summary>Returns the short form; what a short form cannot say is left out.</summary>
    public override string ToString() => RcSandboxFaultText.Write(this);
}

/// <summary>What can go wrong between a client and the sandbox, on demand.</summary>
public enum RcSandboxFaultKind : long
{
    /// <summary>The request is answered with <see cref="RcSandboxFault.Status"/>; nothing is done.</summary>
    Status,

    /// <summary>The request is carried out, and its answer held back for <see cref="RcSandboxFault.Delay"/>; without one until the client hangs up.</summary>
    Delay,

    /// <summary>The connection is reset after the head was read, before any of the body; nothing is done.</summary>
    DropBeforeBody,

    /// <summary>The connection is reset after the whole request was read; nothing is done.</summary>
    DropAfterBody,

    /// <summary>The request is carried out, and the connection reset before any byte of the answer: success whose answer is lost.</summary>
    DropAnswer,

    /// <summary>The request is carried out; the answer announces its whole length, brings half of its body, and the connection is reset.</summary>
    DropInAnswer,

    /// <summary>The body of the request is read at <see cref="RcSandboxFault.BytesPerSecond"/>.</summary>
    SlowRequest,

    /// <summary>The body of the answer is written at <see cref="RcSandboxFault.BytesPerSecond"/>, its first bytes at once.</summary>
    SlowAnswer,

    /// <summary>The request is carried out; the answer's body stops in the middle, and its Content-Length is that of the half.</summary>
    TruncatedJson,

    /// <summary>The request is carried out; the answer's body has its length, but is no JSON.</summary>
    GarbledJson,

    /// <summary>The request is carried out; the answer comes under another content type, with <see cref="RcSandboxFault.Body"/> instead of its own when there is one.</summary>
    ContentType,

    /// <summary>Another page than the first is asked for, and the first comes again. Meets only such requests.</summary>
    RepeatedPage,

    /// <summary><c>total</c> of a paged answer counts pages. Meets only lists.</summary>
    TotalAsPages,

    /// <summary><c>total</c> of a paged answer counts items, as it does in the sandbox without this. Meets only lists.</summary>
    TotalAsItems,

    /// <summary>A page has at most <see cref="RcSandboxFault.PageSize"/> items, whatever was asked for. Meets only lists.</summary>
    PageSizeCapped,

    /// <summary>A create or update is carried out as if <see cref="RcSandboxFault.Parameters"/> had not been sent. Meets only those.</summary>
    IgnoredParameters,
}

/// <summary>The short form of a fault.</summary>
internal static class RcSandboxFaultText
{
    private static readonly Regex s_status = new(@"^(?<status>[0-9]{3})(?:[*xX](?<times>[0-9]{1,9}))?$", RegexOptions.CultureInvariant);
    private static readonly Regex s_kind = new(@"^(?<kind>[A-Za-z]+)(?:=(?<value>.*?))?(?:\*(?<times>[0-9]{1,9}))?$", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    /// <summary>Reads a short form.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static RcSandboxFault Parse(string text)
    {
        string trimmed = (text ?? string.Empty).Trim();
        Match match = s_status.Match(trimmed);
        if (match.Success)
        {
            return new RcSandboxFault(Number(match.Groups["status"].Value, trimmed)) { Times = Times(match, trimmed) };
        }

        match = s_kind.Match(trimmed);
        if (!match.Success || !Enum.TryParse(match.Groups["kind"].Value, ignoreCase: true, out RcSandboxFaultKind kind))
        {
            throw Unknown(trimmed);
        }

        RcSandboxFault fault = new(kind) { Times = Times(match, trimmed) };
        Group value = match.Groups["value"];
        return value.Success ? WithValue(fault, value.Value, trimmed) : fault;
    }

    /// <summary>Writes the short form.</summary>
    public static string Write(RcSandboxFault fault)
    {
        string? value = fault.Kind switch
        {
            RcSandboxFaultKind.Status => null,
            RcSandboxFaultKind.Delay => fault.Delay is { } delay && delay > TimeSpan.Zero ? delay.ToString("c", CultureInfo.InvariantCulture) : null,
            RcSandboxFaultKind.SlowRequest or RcSandboxFaultKind.SlowAnswer => fault.BytesPerSecond?.ToString(CultureInfo.InvariantCulture),
            RcSandboxFaultKind.PageSizeCapped => fault.PageSize?.ToString(CultureInfo.InvariantCulture),
            RcSandboxFaultKind.ContentType => fault.ContentType,
            RcSandboxFaultKind.IgnoredParameters => fault.Parameters is { Length: > 0 } names ? string.Join(",", names) : null,
            _ => null,
        };
        string name = fault.Kind == RcSandboxFaultKind.Status ? (fault.Status ?? 503).ToString(CultureInfo.InvariantCulture) : fault.Kind.ToString();
        string times = fault.Times == 1 ? string.Empty : "*" + fault.Times.ToString(CultureInfo.InvariantCulture);
        return (value is null ? name : $"{name}={value}") + times;
    }

    private static RcSandboxFault WithValue(RcSandboxFault fault, string value, string text) => fault.Kind switch
    {
        RcSandboxFaultKind.Status => fault with { Status = Number(value, text) },
        RcSandboxFaultKind.Delay => fault with { Delay = Time(value, text) },
        RcSandboxFaultKind.SlowRequest or RcSandboxFaultKind.SlowAnswer => fault with { BytesPerSecond = Number(value, text) },
        RcSandboxFaultKind.PageSizeCapped => fault with { PageSize = Number(value, text) },
        RcSandboxFaultKind.ContentType => fault with { ContentType = value },
        RcSandboxFaultKind.IgnoredParameters => fault with { Parameters = Array.ConvertAll(value.Split([',']), name => name.Trim()) },
        _ => throw new FormatException($"'{text}' is not a fault: {fault.Kind} takes no value."),
    };

    private static int Times(Match match, string text) => match.Groups["times"] is { Success: true } times ? Number(times.Value, text) : 1;

    private static int Number(string value, string text) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new FormatException($"'{text}' is not a fault: '{value}' must be a whole number.");

    private static TimeSpan Time(string value, string text)
    {
        // A bare number would be days to TimeSpan.
        if (double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds <= int.MaxValue)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out TimeSpan time)
            ? time
            : throw new FormatException($"'{text}' is not a fault: '{value}' must be a time such as 00:00:05, or seconds.");
    }

    private static FormatException Unknown(string text) =>
        new($"'{text}' is not a fault. Write an HTTP status such as 503 or 503*2, or one of {KindNames()}.");

    private static string KindNames() =>
        string.Join(", ", Enumerable.Range(0, (int)RcSandboxFaultKind.IgnoredParameters + 1).Select(number => ((RcSandboxFaultKind)number).ToString()));
}
