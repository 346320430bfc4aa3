using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.PowerShell.Cmdlets;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Commands;

/// <summary>
/// Gets the messages of a batch with the status of each, page by page as they are asked for (<c>GET /v1/batches/{id}/report</c>). The
/// platform has no filter here: use Where-Object.
/// </summary>
[Cmdlet(VerbsCommon.Get, "RcBatchMessage", DefaultParameterSetName = IdSet)]
[OutputType(typeof(RcBatchMessage))]
public sealed class GetRcBatchMessageCommand : BatchIdCommand
{
    /// <summary>Gets or sets the field that the platform sorts by, such as <c>DestinationNumber</c>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BatchMessageFieldCompleter))]
    public string? SortBy { get; set; }

    /// <summary>Gets or sets the direction of sorting.</summary>
    [Parameter]
    [ValidateSet("Asc", "Desc")]
    public string? SortDir { get; set; }

    private protected override async Task ProcessBatchAsync(string id)
    {
        await foreach (RcBatchMessage message in new BatchReportClient(Transport).GetMessagesAsync(
            id, Sorting.Query(SortBy, SortDir), StopToken))
        {
            WriteObject(message);
        }
    }
}
