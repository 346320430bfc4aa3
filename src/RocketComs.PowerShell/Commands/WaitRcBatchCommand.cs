using System;
using System.Management.Automation;
using System.Threading.Tasks;
using RocketComs.Core.Batches;
using RocketComs.PowerShell.Common;

namespace RocketComs.PowerShell.Commands;

/// <summary>Waits until a batch has one of the statuses asked for; several batches are waited for one after the other.</summary>
[Cmdlet(VerbsLifecycle.Wait, "RcBatch", DefaultParameterSetName = IdSet)]
[OutputType(typeof(RcBatch))]
public sealed class WaitRcBatchCommand : BatchIdCommand
{
    /// <summary>Gets or sets the statuses, any of which ends the wait. A piped batch has a status too, so this never binds from the pipeline.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] Status { get; set; } = ["CREATED", "COMPLETED", "ERROR"];

    /// <summary>Gets or sets the seconds between the first two looks; the pauses grow to six times that.</summary>
    [Parameter]
    [ValidateRange(0.1d, 3600d)]
    public double IntervalSec { get; set; } = 5;

    /// <summary>Gets or sets the seconds to wait at most.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int TimeoutSec { get; set; } = 600;

    private protected override async Task ProcessBatchAsync(string id)
    {
        string activity = $"Waiting for batch {id}";
        try
        {
            RcBatch reached = await new BatchWait(Batches, TimeProvider.System).RunAsync(
                id,
                Status,
                TimeSpan.FromSeconds(IntervalSec),
                TimeSpan.FromSeconds(TimeoutSec),
                (batch, waited) => PostProgress(new ProgressRecord(2, activity, $"{batch.Status}, {waited.TotalSeconds:0} s")),
                StopToken);
            WriteObject(reached);
        }
        finally
        {
            WriteProgress(new ProgressRecord(2, activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
