using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.PowerShell.Cmdlets;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Commands;

/// <summary>Gets what recipients wrote back to campaigns, page by page as it is asked for (<c>GET /v1/campaigns/{id}/replies</c>).</summary>
/// <remarks>
/// The platform documents no filter, and answers without saying how many replies there are: the command assumes that an empty page, or a
/// shorter one than before, ends them.
/// </remarks>
[Cmdlet(VerbsCommon.Get, "RcReply")]
[OutputType(typeof(RcReply))]
public sealed class GetRcReplyCommand : CampaignCommand
{
    /// <summary>Gets or sets the field that the platform sorts by, such as <c>CreatedAt</c>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ReplyFieldCompleter))]
    public string? SortBy { get; set; }

    /// <summary>Gets or sets the direction of sorting.</summary>
    [Parameter]
    [ValidateSet("Asc", "Desc")]
    public string? SortDir { get; set; }

    private protected override async Task ProcessIdAsync(string id)
    {
        await foreach (RcReply reply in new CampaignsClient(Transport).GetRepliesAsync(id, Sorting.Query(SortBy, SortDir), StopToken))
        {
            WriteObject(reply);
        }
    }
}
