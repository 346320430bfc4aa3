namespace RocketComs;

/// <summary>A RocketCOMS stand-in on loopback, in this process: real HTTP, nothing sent, nothing charged.</summary>
public sealed class RcSandbox
{
    private readonly IRcSandboxServer _server;

    /// <summary>Initializes the handle of a running server.</summary>
    /// <param name="server">The server.</param>
    public RcSandbox(IRcSandboxServer server) => _server = server;

    /// <summary>Gets the address for <c>Connect-RcAccount -BaseUri</c>.</summary>
    public Uri BaseUri => _server.BaseUri;

    /// <summary>Gets whether it still listens.</summary>
    public bool IsRunning => _server.IsRunning;

    /// <summary>Gets the API key that it accepts. A dummy, as all its credentials are.</summary>
    public string ApiKey => _server.ApiKey;

    /// <summary>Gets the secret of <see cref="ApiKey"/>.</summary>
    public string ApiSecret => _server.ApiSecret;

    /// <summary>Gets the access token that it accepts.</summary>
    public string AccessToken => _server.AccessToken;

    /// <summary>Gets the id of the campaign that batches can be created for.</summary>
    public string CampaignId => _server.CampaignId;

    /// <summary>Gets the time by the sandbox's clock, as <c>Get-Date</c> gives that of the machine: its day is the sandbox's today.</summary>
    public DateTime Now => _server.Now;

    /// <summary>Gets what has arrived so far, oldest first: method, path, query, headers and parts.</summary>
    public RcSandboxRequest[] Requests => [.. _server.Requests];

    /// <summary>Gets the faults that are still due, in their order, with <see cref="RcSandboxFault.Hits"/>.</summary>
    public RcSandboxFault[] Faults => [.. _server.Faults];

    /// <summary>Gets how many connections have been accepted so far.</summary>
    public int ConnectionCount => _server.ConnectionCount;

    /// <summary>Gets how many connections are open now.</summary>
    public int OpenConnectionCount => _server.OpenConnectionCount;

    /// <summary>Gets how many connections have been open at the same time at most.</summary>
    public int MostOpenConnections => _server.MostOpenConnections;

    /// <summary>Forgets the requests that have arrived.</summary>
    public void ClearRequests() => _server.ClearRequests();

    /// <summary>
    /// Orders a fault, behind those that are due already. PowerShell takes what <c>Start-RcSandbox -Fault</c> takes:
    /// <c>$sandbox.AddFault('DropAnswer')</c>, <c>$sandbox.AddFault(@{ Status = 429; RetryAfter = '1' })</c>. For one request
    /// alone, its header <c>X-Sandbox-Fault</c> does the same with a short form; a fault in a header goes before those ordered here.
    /// </summary>
    /// <param name="fault">The fault.</param>
    /// <exception cref="ArgumentException">Its properties contradict each other, or a value cannot be right.</exception>
    public void AddFault(RcSandboxFault fault) => _server.AddFault(fault);

    /// <summary>Forgets the faults that are still due.</summary>
    public void ClearFaults() => _server.ClearFaults();

    /// <summary>Puts the sandbox's clock forward, so that scheduled batches move on at once.</summary>
    /// <param name="time">How far; must not be negative.</param>
    public void Advance(TimeSpan time) => _server.Advance(time);

    /// <summary>Stops the server; stopping twice does nothing.</summary>
    public void Stop() => _server.Dispose();

    /// <summary>Returns the address.</summary>
    public override string ToString() => BaseUri.ToString();
}

/// <summary>The running server behind an <see cref="RcSandbox"/>.</summary>
public interface IRcSandboxServer : IDisposable
{
    /// <summary>Gets the address it listens on, such as <c>http://127.0.0.1:40123/</c>.</summary>
    Uri BaseUri { get; }

    /// <summary>Gets whether it still listens.</summary>
    bool IsRunning { get; }

    /// <summary>Gets the API key that it accepts.</summary>
    string ApiKey { get; }

    /// <summary>Gets the secret of <see cref="ApiKey"/>. A dummy: it opens nothing but this sandbox.</summary>
    string ApiSecret { get; }

    /// <summary>Gets the access token that it accepts.</summary>
    string AccessToken { get; }

    /// <summary>Gets the id of the campaign that batches can be created for (a UUID).</summary>
    string CampaignId { get; }

    /// <summary>Gets the time by the sandbox's clock, in the time zone whose days it counts.</summary>
    DateTime Now { get; }

    /// <summary>Gets what has arrived so far, oldest first: a copy, safe to keep.</summary>
    IReadOnlyList<RcSandboxRequest> Requests { get; }

    /// <summary>Gets the faults that are still due, in their order, with <see cref="RcSandboxFault.Hits"/>: a copy, safe to keep.</summary>
    IReadOnlyList<RcSandboxFault> Faults { get; }

    /// <summary>Gets how many connections have been accepted so far.</summary>
    int ConnectionCount { get; }

    /// <summary>Gets how many connections are open now.</summary>
    int OpenConnectionCount { get; }

    /// <summary>Gets how many connections have been open at the same time at most.</summary>
    int MostOpenConnections { get; }

    /// <summary>Forgets the requests that have arrived.</summary>
    void ClearRequests();

    /// <summary>Orders a fault, behind those that are due already.</summary>
    /// <param name="fault">The fault.</param>
    /// <exception cref="ArgumentException">Its properties contradict each other, or a value cannot be right.</exception>
    void AddFault(RcSandboxFault fault);

    /// <summary>Forgets the faults that are still due.</summary>
    void ClearFaults();

    /// <summary>Puts the sandbox's clock forward, so that scheduled batches move on at once.</summary>
    /// <param name="time">How far; must not be negative.</param>
    void Advance(TimeSpan time);
}
