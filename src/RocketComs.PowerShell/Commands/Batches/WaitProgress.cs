using System.Globalization;
using RocketComs.Core.Api;
using RocketComs.Core.Errors;
using RocketComs.Core.Sending;

namespace RocketComs.PowerShell.Commands;

/// <summary>What a wait shows while it waits: status, time, and the counters of the batch once it is on its way.</summary>
/// <remarks>The counters are a service to the eye: they are asked for only where progress is shown, and not again after a failure.</remarks>
/// <param name="id">The batch.</param>
/// <param name="reports">Where its counters come from.</param>
/// <param name="isShown">Whether anybody sees progress.</param>
/// <param name="show">Shows a state, from any thread.</param>
internal sealed class WaitProgress(string id, BatchReportClient reports, bool isShown, Action<ProgressState> show)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private bool _asksForCounters = isShown;
    private string _counters = string.Empty;

    private string Activity => $"Waiting for batch {id}";

    /// <summary>Shows what a look has seen.</summary>
    public void Show(RcBatch batch, TimeSpan waited) =>
        show(new ProgressState(Activity, string.Format(CultureInfo.InvariantCulture, "{0}, {1:0} s{2}", BatchStatuses.Words(batch.Status), waited.TotalSeconds, _counters)) { Operation = Begin(batch) });

    /// <summary>Adds the counters to what is shown, if they come soon.</summary>
    public async Task ShowCountersAsync(RcBatch batch, TimeSpan waited, CancellationToken stop)
    {
        // A batch that is not scheduled has sent nothing.
        if (!_asksForCounters || batch.Status is null || string.Equals(batch.Status, BatchesClient.CreatedStatus, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(s_patience);
        try
        {
            _counters = Words(await reports.GetInsightAsync(id, patience.Token).ConfigureAwait(false));
            Show(batch, waited);
        }
        catch (Exception exception) when (exception is RocketComsException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            _asksForCounters = false;
            _counters = string.Empty;
        }
    }

    /// <summary>Takes it off the screen.</summary>
    public void Complete() => show(new ProgressState(Activity, "Done", IsDone: true));

    private static string? Begin(RcBatch batch) =>
        BatchStart.Of(batch) is { } start && start.IsAfter(DateTimeOffset.UtcNow) ? $"It begins on {start.Words}" : null;

    private static string Words(RcInsight insight) => string.Format(
        CultureInfo.InvariantCulture,
        "; submitted {0}, sent {1}, delivered {2}, failed {3}",
        Word(insight.Submitted),
        Word(insight.Sent),
        Word(insight.Delivered),
        Word(insight.Failed));

    private static string Word(int? count) => count?.ToString("N0", CultureInfo.InvariantCulture) ?? "?";
}
