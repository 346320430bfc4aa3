using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.PowerShell.Cmdlets;

namespace RocketComs.PowerShell.Commands;

/// <summary>Gets the recipients who asked campaigns for no more messages (<c>GET /v1/campaigns/{id}/optouts</c>).</summary>
/// <remarks>The platform documents neither paging nor filters for this list: it is assumed to be whole, and an answer that says otherwise is an error.</remarks>
[Cmdlet(VerbsCommon.Get, "RcOptOut")]
[OutputType(typeof(RcOptOut))]
public sealed class GetRcOptOutCommand : CampaignCommand
{
    private protected override async Task ProcessIdAsync(string id) =>
        WriteObject(await new CampaignsClient(Transport).GetOptOutsAsync(id, StopToken), enumerateCollection: true);
}
