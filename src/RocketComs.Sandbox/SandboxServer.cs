using RocketComs.Sandbox.Auth;
using RocketComs.Sandbox.Batches;
using RocketComs.Sandbox.Lookups;
using RocketComs.Sandbox.Messages;
using RocketComs.Sandbox.Recipients;
using RocketComs.Sandbox.Server;
using RocketComs.Sandbox.Server.Dispatch;
using RocketComs.Sandbox.Server.Faults;
using RocketComs.Sandbox.Server.Wire;

namespace RocketComs.Sandbox;

/// <summary>
/// A RocketCOMS stand-in: real HTTP on 127.0.0.1, the documented behaviour, nothing sent and nothing charged. It reads
/// batch files with rules of its own, so that a client and the sandbox cannot be wrong together.
/// </summary>
public sealed class SandboxServer : IRcSandboxServer
{
    private readonly SandboxOptions _options;
    private readonly SandboxClock _clock;
    private readonly RequestLog _log = new();
    private readonly DueFaults _faults = new();
    private readonly WireServer _wire;

    private SandboxServer(SandboxOptions options)
    {
        _options = options;
        _clock = new SandboxClock(options.Clock);
        foreach (RcSandboxFault fault in options.Faults)
        {
            _faults.Add(fault);
        }

        TokenStore tokens = new(_clock, options.TokenLifetime);
        OrderedStore<StoredBatch> batches = StoredBatch.NewStore();
        OrderedStore<StoredTemplate> templates = StoredTemplate.NewStore();
        RecipientStores recipients = new();
        MessageBook book = new(batches, _clock, options.ProcessingTime);
        IReadOnlyList<Route> routes = Routes.All(
            new AuthEndpoints(tokens, options.PortalUser, options.PortalPassword),
            new BatchEndpoints(batches, templates, recipients, _clock, options.Placement, options.ProcessingTime),
            new BatchReport(batches, book, _clock),
            new InsightEndpoints(batches, book, _clock),
            new MessageEndpoints(book, _clock),
            new TemplateEndpoints(templates, _clock),
            new RecipientListEndpoints(recipients, _clock),
            new RecipientEndpoints(recipients, _clock),
            new RecipientLoad(recipients, _clock));
        Authorizer authorizer = new(tokens, options.ApiKey, options.ApiSecret, options.AccessToken);
        ExchangeHandler handler = new(new Dispatcher(routes, authorizer.Check, _clock, options.Readings), _log, _faults, options.MostBodyBytes, options.Wait);
        _wire = WireServer.Start(options.Port, handler.HandleAsync);
    }

    /// <inheritdoc/>
    public Uri BaseUri => _wire.BaseUri;

    /// <inheritdoc/>
    public bool IsRunning => _wire.IsRunning;

    /// <inheritdoc/>
    public string ApiKey => _options.ApiKey;

    /// <inheritdoc/>
    public string ApiSecret => _options.ApiSecret;

    /// <inheritdoc/>
    public string AccessToken => _options.AccessToken;

    /// <inheritdoc/>
    public string CampaignId => SandboxData.CampaignId;

    /// <inheritdoc/>
    public DateTime Now => _clock.Local(_clock.UtcNow).DateTime;

    /// <inheritdoc/>
    public IReadOnlyList<RcSandboxRequest> Requests => _log.Snapshot();

    /// <inheritdoc/>
    public IReadOnlyList<RcSandboxFault> Faults => _faults.Snapshot();

    /// <inheritdoc/>
    public int ConnectionCount => _wire.Connections.Accepted;

    /// <inheritdoc/>
    public int OpenConnectionCount => _wire.Connections.Open;

    /// <inheritdoc/>
    public int MostOpenConnections => _wire.Connections.MostOpen;

    /// <summary>Starts a sandbox. It listens when this returns.</summary>
    /// <param name="options">How it is set up.</param>
    /// <exception cref="ArgumentException">An option or a fault is not valid.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">The port asked for cannot be listened on.</exception>
    public static SandboxServer Start(SandboxOptions options)
    {
        if (options is null)
        {
            throw new ArgumentNullException(nameof(options));
        }

        if (options.Port is < 0 or > 65535)
        {
            throw new ArgumentException($"Port {options.Port} is not one.", nameof(options));
        }

        if (options.ProcessingTime < TimeSpan.Zero || options.TokenLifetime <= TimeSpan.Zero)
        {
            throw new ArgumentException("ProcessingTime must not be negative, and TokenLifetime must be positive.", nameof(options));
        }

        if (options.MostBodyBytes is < 0 or > SandboxOptions.LongestArray)
        {
            throw new ArgumentException($"MostBodyBytes must be from 0 to {SandboxOptions.LongestArray}.", nameof(options));
        }

        return new SandboxServer(options);
    }

    /// <summary>Refuses a fault that is not valid, as <see cref="AddFault"/> does.</summary>
    /// <param name="fault">The fault.</param>
    /// <exception cref="ArgumentNullException">The fault is null.</exception>
    /// <exception cref="ArgumentException">Its properties contradict each other, or a value is out of range; the message says which.</exception>
    public static void CheckFault(RcSandboxFault fault) => FaultRules.Check(fault);

    /// <inheritdoc/>
    public void ClearRequests() => _log.Clear();

    /// <inheritdoc/>
    public void AddFault(RcSandboxFault fault) => _faults.Add(fault);

    /// <inheritdoc/>
    public void ClearFaults() => _faults.Clear();

    /// <inheritdoc/>
    public void Advance(TimeSpan time) => _clock.Advance(time);

    /// <summary>Stops listening and drops the connections. Stopping twice does nothing.</summary>
    public void Dispose() => _wire.Dispose();
}
