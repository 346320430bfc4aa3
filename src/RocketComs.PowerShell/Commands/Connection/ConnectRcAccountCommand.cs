using System.Management.Automation;
using System.Security;
using RocketComs.Core.Errors;
using RocketComs.PowerShell.Cmdlets;
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

    /// <summary>Gets or sets the address: https, or plain http to loopback.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = CredentialSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = AccessTokenSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PortalSet)]
    public Uri? BaseUri { get; set; }

    /// <summary>Gets or sets API key and secret.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = CredentialSet)]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>Gets or sets the access token.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AccessTokenSet)]
    public SecureString? AccessToken { get; set; }

    /// <summary>Gets or sets e-mail address and password of a portal user.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PortalSet)]
    [Credential]
    public PSCredential? PortalCredential { get; set; }

    /// <summary>Gets or sets the sandbox to connect to.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SandboxSet, ValueFromPipeline = true)]
    public RcSandbox? Sandbox { get; set; }

    /// <summary>Gets or sets the seconds after which a request without an answer, or an upload without progress, is given up.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSec { get; set; } = 100;

    /// <summary>Gets or sets how often a request that surely did nothing is tried again.</summary>
    [Parameter]
    [ValidateRange(0, 20)]
    public int MaximumRetryCount { get; set; } = 4;

    /// <summary>Gets or sets where the scalar parameters of a batch call travel.</summary>
    [Parameter]
    public RcParameterPlacement ParameterPlacement { get; set; }

    /// <summary>Gets or sets whether the connection is emitted.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync()
    {
        Session session = Create();
        try
        {
            await session.Transport.AuthorizeAsync(StopToken);
        }
        catch (RocketComsException)
        {
            session.Close();
            throw;
        }

        RunspaceState.Current.Session = session;
        if (PassThru)
        {
            WriteObject(session.Connection);
        }
    }

    /// <inheritdoc/>
    protected override ErrorRecord? ToErrorRecord(Exception exception) =>
        exception is RocketComsException known ? Errors.ErrorRecords.Create(known, target: known is InvalidParameterException ? null : BaseUri ?? Sandbox?.BaseUri) : null;

    private Session Create()
    {
        SessionFactory factory = new(BaseUri ?? Sandbox!.BaseUri)
        {
            TimeoutSec = TimeoutSec,
            MaximumRetryCount = MaximumRetryCount,
            ParameterPlacement = ParameterPlacement,
            UserAgent = UserAgent,
        };
        return ParameterSetName switch
        {
            CredentialSet => factory.ApiKey(Credential!),
            AccessTokenSet => factory.AccessToken(AccessToken!),
            PortalSet => factory.Portal(PortalCredential!),
            _ => factory.Create(RcAuthentication.ApiKey, Sandbox!.ApiKey, Core.Http.Authorization.HeaderAuthorization.ApiKey(Sandbox.ApiKey, Sandbox.ApiSecret)),
        };
    }
}
