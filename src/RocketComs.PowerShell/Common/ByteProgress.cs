using System.Globalization;
using System.Management.Automation;
using RocketComs.Core.Sending;

namespace RocketComs.PowerShell.Common;

/// <summary>Shows work on many bytes as PowerShell's progress: bytes, rate, time left.</summary>
internal sealed class ByteProgress
{
    private readonly Action<ProgressRecord> _show;
    private readonly string _activity;
    private readonly string _verb;
    private readonly ByteMeter _meter = new(TimeProvider.System);
    private bool _isShown;

    /// <summary>Initializes the progress of one piece of work.</summary>
    /// <param name="activity">What goes on.</param>
    /// <param name="verb">What happens to the bytes: "sent".</param>
    /// <param name="show">Shows a record; called on the thread that reports.</param>
    public ByteProgress(string activity, string verb, Action<ProgressRecord> show)
    {
        _activity = activity;
        _verb = verb;
        _show = show;
    }

    /// <summary>Takes note of the bytes done so far.</summary>
    /// <param name="done">The bytes done.</param>
    /// <param name="total">The bytes in all, if known.</param>
    public void Report(long done, long? total)
    {
        if (_meter.Report(done, total) is not { } state)
        {
            return;
        }

        _isShown = true;
        string status = string.Format(CultureInfo.CurrentCulture, "{0:N1} MB {1}, {2:N1} MB/s", state.Done / 1e6, _verb, state.BytesPerSecond / 1e6);
        _show(new ProgressRecord(1, _activity, status)
        {
            PercentComplete = state.Percent ?? -1,
            SecondsRemaining = state.Remaining is { } remaining ? (int)Math.Min(int.MaxValue, Math.Ceiling(remaining.TotalSeconds)) : -1,
        });
    }

    /// <summary>Takes the progress off the screen, if it was on it.</summary>
    public void Complete()
    {
        if (_isShown)
        {
            _show(new ProgressRecord(1, _activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
