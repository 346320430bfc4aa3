using System.Management.Automation;
using RocketComs.Core.Api;
using RocketComs.Core.Sending;
using RocketComs.PowerShell.Binding;
using RocketComs.PowerShell.Cmdlets;
using RocketComs.PowerShell.Completion;

namespace RocketComs.PowerShell.Commands;

/// <summary>
/// Waits until a batch has one of the statuses asked for; several batches are waited for one after the other. The time holds whatever
/// the platform does. Progress shows the status and, once the batch is on its way, its counters. Once a batch has been seen, failures that may pass are borne until the time is up, with a verbose line each.
/// </summary>
[Cmdlet(VerbsLifecycle.Wait, "RcBatch", DefaultParameterSetName = IdSet)]
[OutputType(typeof(RcBatch))]
public sealed class WaitRcBatchCommand : BatchIdCommand
{
    // What a timer of .NET takes, in whole days: 49.
    private const int MaximumTimeout = 49 * 24 * 60 * 60;

    /// <summary>Gets or sets the statuses, any of which ends the wait. A piped batch has a status too, so this never binds from the pipeline.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BatchStatusCompleter))]
    public string[] Status { get; set; } = ["CREATED", "COMPLETED", "ERROR"];

    /// <summary>Gets or sets the seconds between the first two looks; the pauses grow to six times that.</summary>
    [Parameter]
    [ValidateRange(0.1d, 3600d)]
    [PlainNumber]
    public double IntervalSec { get; set; } = 5;

    /// <summary>Gets or sets the seconds to wait at most, for each batch. 0 is one look, which takes as long as a request may take.</summary>
    [Parameter]
    [ValidateRange(0, MaximumTimeout)]
    [WholeNumber]
    public int TimeoutSec { get; set; } = 600;

    // -ProgressAction is a common parameter from PowerShell 7.4 on.
    private bool IsProgressShown => !string.Equals(
        (MyInvocation.BoundParameters.TryGetValue("ProgressAction", out object? action) ? action : GetVariableValue("ProgressPreference"))?.ToString(),
        nameof(ActionPreference.SilentlyContinue),
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Warns of a status that no batch may ever have.</summary>
    protected override async Task BeginProcessingAsync()
    {
        await base.BeginProcessingAsync();
        string[] unknown = [.. Status.Where(status => !BatchStatuses.IsOneOf(status, BatchStatuses.Documented))];
        if (unknown.Length > 0)
        {
            WriteWarning($"RocketCOMS documents no batch status {string.Join(", ", unknown)}: it may never be reached. Documented: {string.Join(", ", BatchStatuses.Documented)}.");
        }
    }

    private protected override async Task ProcessBatchAsync(string id)
    {
        WaitProgress progress = new(id, new BatchReportClient(Transport), IsProgressShown, ShowProgress);
        BatchWaitOptions options = new()
        {
            Statuses = Status,
            Interval = TimeSpan.FromSeconds(IntervalSec),
            Timeout = TimeSpan.FromSeconds(TimeoutSec),
            Polled = progress.Show,
            BeforePause = progress.ShowCountersAsync,
            PollFailed = failure => Post(() => WriteVerbose($"Still waiting for batch {id} after a failed request: {failure.Message}")),
            Warn = warning => Post(() => WriteWarning(warning)),
        };
        try
        {
            RcBatch batch = await new BatchWait(Batches, TimeProvider.System, options).RunAsync(id, StopToken);
            WriteObject(batch);
            await new UnknownOutcomes(Guard, SendingHost, TimeProvider.System).FollowUpAsync(batch, StopToken);
        }
        finally
        {
            progress.Complete();
        }
    }
}
