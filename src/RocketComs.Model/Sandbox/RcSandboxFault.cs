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
