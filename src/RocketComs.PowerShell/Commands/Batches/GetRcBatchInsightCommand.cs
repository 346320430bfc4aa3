using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.PowerShell.Cmdlets;

namespace RocketComs.PowerShell.Commands;

/// <summary>
/// Gets the counters of a batch (<c>GET /v1/insights/campaigns/{batchId}</c>). The documentation gives this path to batches and to
/// campaigns alike; the command assumes that the platform tells them apart by the id, and shows the figures as they came.
/// </summary>
[Cmdlet(VerbsCommon.Get, "RcBatchInsight", DefaultParameterSetName = IdSet)]
[OutputType(typeof(RcInsight))]
public sealed class GetRcBatchInsightCommand : BatchIdCommand
{
    private protected override async Task ProcessBatchAsync(string id) =>
        WriteObject(await new BatchReportClient(Transport).GetInsightAsync(id, StopToken));
}
