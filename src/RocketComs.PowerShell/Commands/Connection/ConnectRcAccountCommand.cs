using System.Management.Automation;
using System.Security;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Numbers;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;
using RocketComs.PowerShell.Completion;
using RocketComs.PowerShell.Connections;

namespace RocketComs.PowerShell.Commands;

/// <summary>Makes the connection that this runspace's commands use.</summary>
[Cmdlet(VerbsCommunications.Connect, "RcAccount", DefaultParameterSetName = CredentialSet)]
[OutputType(typeof(RcConnection))]
public sealed class ConnectRcAccountCommand : RcCmdlet
{
    private const string CredentialSet = "Credential";
    private const string AccessTokenSet = "AccessToken";
    private const string PortalSet = "Portal";
    private const string SandboxSet = "Sandbox";

    private const decimal MostPrice = 1_000_000;
    private const decimal MostCost = 1_000_000_000;

    /// <summary>Gets or sets the address: https, or plain http to loopback.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = CredentialSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = AccessTokenSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PortalSet)]
    [BeginsConnect]
    public Uri? BaseUri { get; set; }

    /// <summary>Gets or sets API key and secret.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = CredentialSet)]
    [BeginsConnect]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>Gets or sets the access token.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AccessTokenSet)]
    [BeginsConnect]
    public SecureString? AccessToken { get; set; }

    /// <summary>Gets or sets e-mail address and password of a portal user.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PortalSet)]
    [BeginsConnect]
    [Credential]
    public PSCredential? PortalCredential { get; set; }

    /// <summary>Gets or sets the sandbox to connect to.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SandboxSet, ValueFromPipeline = true)]
    [BeginsConnect]
    public RcSandbox? Sandbox { get; set; }

    /// <summary>Gets or sets the seconds after which a request without an answer, or an upload without progress, is given up.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    [BeginsConnect]
    [WholeNumber]
    public int TimeoutSec { get; set; } = 100;

    /// <summary>Gets or sets how often a request that surely did nothing is tried again.</summary>
    [Parameter]
    [ValidateRange(0, 20)]
    [BeginsConnect]
    [WholeNumber]
    public int MaximumRetryCount { get; set; } = 4;

    /// <summary>Gets or sets where the scalar parameters of a batch call travel.</summary>
    [Parameter]
    [BeginsConnect]
    [OneWord(typeof(RcParameterPlacement))]
    public RcParameterPlacement ParameterPlacement { get; set; }

    /// <summary>Gets or sets the price of a segment that the commands of this connection count with, unless they are given another one.</summary>
    [Parameter]
    [BeginsConnect]
    [PlainNumber(LeavesNull = true)]
    public decimal? PricePerSegment { get; set; }

    /// <summary>Gets or sets the currency of the price, three letters as in ISO 4217: it is shown beside costs, and nothing is converted.</summary>
    [Parameter]
    [BeginsConnect]
    public string? Currency { get; set; }

    /// <summary>Gets or sets the most that one command of this connection may spend, unless it is given another ceiling.</summary>
    [Parameter]
    [BeginsConnect]
    [PlainNumber(LeavesNull = true)]
    public decimal? MaxCost { get; set; }

    /// <summary>Gets or sets the zone in which the platform reads the times of a batch, an IANA name: its documents do not say which it is.</summary>
    [Parameter]
    [BeginsConnect]
    [ArgumentCompleter(typeof(TimeZoneCompleter))]
    public string? TimeZone { get; set; }

    /// <summary>Gets or sets whether the connection is emitted.</summary>
    [Parameter]
    [BeginsConnect]
    [OnOrOff]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Gets or sets whether the platform is asked for the brands, which it shows to whom it knows: a key is else found wrong by the first command that uses it.</summary>
    [Parameter]
    [BeginsConnect]
    [OnOrOff]
    public SwitchParameter Verify { get; set; }

    /// <summary>Forgets the account before, also where no sandbox arrives to connect to.</summary>
    protected override Task BeginProcessingAsync()
    {
        RunspaceState.Current.BeginConnect();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync()
    {
        RunspaceState state = RunspaceState.Current;
        state.BeginConnect();
        Session? session = null;
        try
        {
            session = Create();
            await session.Transport.AuthorizeAsync(StopToken);
            if (Verify)
            {
                await foreach (RcBrand _ in new BrandsClient(session.Transport).ListAsync(StopToken))
                {
                    break;
                }
            }

            StopToken.ThrowIfCancellationRequested();
            state.Use(session);
        }
        catch (RocketComsException exception)
        {
            state.Fail(exception.Message);
            throw;
        }
        finally
        {
            if (state.Session is null)
            {
                session?.Close();
            }
        }

        if (PassThru)
        {
            session.IsShared = true;
            WriteObject(session.Connection);
        }
    }

    /// <inheritdoc/>
    protected override ErrorRecord? ToErrorRecord(Exception exception) =>
        exception is RocketComsException known ? Errors.ErrorRecords.Create(known, target: known is InvalidParameterException ? null : BaseUri ?? Sandbox?.BaseUri) : null;

    private Session Create()
    {
        CheckDefaults();
        SessionFactory factory = new(BaseUri ?? Sandbox!.BaseUri)
        {
            TimeoutSec = TimeoutSec,
            MaximumRetryCount = MaximumRetryCount,
            ParameterPlacement = ParameterPlacement,
            PricePerSegment = PricePerSegment,
            Currency = Currency?.ToUpperInvariant(),
            MaxCost = MaxCost,
            TimeZone = TimeZone,
            UserAgent = UserAgent,
        };
        return ParameterSetName switch
        {
            CredentialSet => factory.ApiKey(Credential!),
            AccessTokenSet => factory.AccessToken(AccessToken!),
            PortalSet => factory.Portal(PortalCredential!),
            _ => factory.ApiKey(Sandbox!.ApiKey, Sandbox.ApiSecret, nameof(Sandbox), nameof(Sandbox)),
        };
    }

    private void CheckDefaults()
    {
        foreach (string name in (string[])[nameof(PricePerSegment), nameof(Currency), nameof(MaxCost), nameof(TimeZone)])
        {
            // An unset variable: the ceiling that somebody meant to set must not be missing in silence.
            if (MyInvocation.BoundParameters.TryGetValue(name, out object? value) && value is null or "")
            {
                throw new InvalidParameterException(name, null, $"-{name} was given, but is empty.", $"Give a value, or leave -{name} out.");
            }
        }

        if (TimeZone is not null)
        {
            ZoneClocks.Require(nameof(TimeZone), TimeZone);
        }

        CheckRange(nameof(PricePerSegment), PricePerSegment, MostPrice);
        CheckRange(nameof(MaxCost), MaxCost, MostCost);
        if (Currency is not null && (Currency.Length != 3 || !Currency.All(static letter => letter is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'))))
        {
            throw new InvalidParameterException(nameof(Currency), Currency, $"-Currency '{Currency}' is no currency code of ISO 4217.", "Give three letters, such as USD.");
        }

        if (MaxCost is not null && PricePerSegment is null)
        {
            throw new InvalidParameterException(
                nameof(MaxCost), MaxCost, "-MaxCost needs a price: without one, no cost is known that could be held to it.", "Give -PricePerSegment too.");
        }
    }

    private static void CheckRange(string name, decimal? value, decimal most)
    {
        if (value < 0 || value > most)
        {
            throw new InvalidParameterException(
                name, value, FormattableString.Invariant($"-{name} {value} is out of range."), FormattableString.Invariant($"Give a number from 0 to {most}."));
        }
    }
}
