using System.Globalization;
using System.Management.Automation;
using RocketComs.Core.Accounts;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Commands;

/// <summary>
/// Tells which assumptions of the README hold on the account, with reads alone; with a campaign and the user's own number also by a batch that is made with
/// Validate, looked at, and removed.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "RcAccount", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = ReadSet)]
[OutputType(typeof(RcAccountCheck))]
public sealed class TestRcAccountCommand : ConnectedCmdlet
{
    private const string ReadSet = "Read";
    private const string ProbeSet = "Probe";
    private const string Active = "ACTIVE";

    private AccountProbe? _probe;

    /// <summary>Gets or sets the campaign that the probe batch is made for: an id, a campaign, or an object of a campaign such as a batch.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ProbeSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public CampaignReference ProbeCampaign { get; set; } = null!;

    /// <summary>Gets or sets the user's own mobile number, the one recipient of the probe batch.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ProbeSet)]
    [ValidateNotNullOrEmpty]
    public string ProbeNumber { get; set; } = string.Empty;

    /// <summary>Gets or sets whether to make the probe batch without asking.</summary>
    [Parameter(ParameterSetName = ProbeSet)]
    [OnOrOff]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    private protected override bool IsWrite => ParameterSetName == ProbeSet;

    /// <summary>Finds the connection, and refuses what the user typed wrongly before anything is asked of the platform.</summary>
    protected override async Task BeginProcessingAsync()
    {
        await base.BeginProcessingAsync();
        if (ParameterSetName == ProbeSet)
        {
            InvalidParameterException.ThrowIfNotUuid(nameof(ProbeCampaign), ProbeCampaign.For(nameof(ProbeCampaign)));
            AccountProbe.RequireNumber(nameof(ProbeNumber), ProbeNumber);
        }
    }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync()
    {
        AccountChecks checks = new(Transport, BaseUri);
        await foreach (RcAccountCheck check in checks.ReadAsync(StopToken))
        {
            WriteObject(check);
        }

        WriteObject(ParameterSetName == ProbeSet ? await ProbeAsync(checks) : AccountChecks.NoProbe("Only a probe shows it."), enumerateCollection: true);
        WriteObject(checks.End(_probe?.Shown ?? []), enumerateCollection: true);
    }

    /// <inheritdoc/>
    private protected override string? SumUp(bool isStopped)
    {
        string? summary = base.SumUp(isStopped);
        return summary is null || _probe?.Leftover is null ? summary : $"{summary} {_probe.Leftover}";
    }

    private async Task<IEnumerable<RcAccountCheck>> ProbeAsync(AccountChecks checks)
    {
        if (!checks.CanProbe)
        {
            return AccountChecks.NoProbe(checks.WhyNoProbe);
        }

        string id = ProbeCampaign.Value;
        RcCampaign campaign;
        try
        {
            campaign = await new CampaignsClient(Transport).GetAsync(id, StopToken);
        }
        catch (RocketComsException exception) when (!exception.EndsCommand)
        {
            Report(exception, id);
            return AccountChecks.NoProbe("The campaign of the probe could not be read.");
        }

        if (!string.Equals(campaign.Status ?? Active, Active, StringComparison.OrdinalIgnoreCase))
        {
            Report(new InvalidParameterException(nameof(ProbeCampaign), id, $"Campaign {id} is {campaign.Status}, and RocketCOMS takes batches of {Active} campaigns only. Nothing was sent.", "Choose another one with Get-RcCampaign."), id);
            return AccountChecks.NoProbe("The campaign of the probe takes no batches.");
        }

        _probe = new AccountProbe(Transport, Guard, TimeProvider.System, TellVerbose);
        if (SendingHost.Ask(Question(campaign), isRisky: true, Force) is not { } consent)
        {
            return AccountChecks.NoProbe("It was not agreed to.");
        }

        IReadOnlyList<RcAccountCheck> found = await _probe.RunAsync(id, ProbeNumber, Placement, consent, StopToken);
        if (_probe.Leftover is { } leftover)
        {
            WriteWarning(leftover);
        }

        return found;
    }

    private string Question(RcCampaign campaign) => string.Format(
        CultureInfo.InvariantCulture,
        "Make a probe batch for campaign {0} at {1}: one row, to {2} alone, with action VALIDATE in query and form alike, for {3:yyyy-MM-dd}, a year ahead; read its errors, update it with VALIDATE, and remove it."
            + " Nothing is sent to recipients. If the platform takes all of that otherwise than documented, it is one message to that number.",
        campaign.CampaignName is { Length: > 0 } name ? $"'{name}' ({campaign.Id})" : campaign.Id,
        Authority,
        AccountProbe.Masked(ProbeNumber),
        _probe!.FirstDay);

    // Once the pipeline is being stopped no stream takes a line, and the probe batch is still to be removed.
    private void TellVerbose(string line)
    {
        if (!StopToken.IsCancellationRequested)
        {
            WriteVerbose(line);
        }
    }
}
