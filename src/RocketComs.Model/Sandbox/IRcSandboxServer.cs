namespace RocketComs;

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
