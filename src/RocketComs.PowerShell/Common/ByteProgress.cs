using System;
using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;

namespace RocketComs.PowerShell.Common;

/// <summary>Shows work on many bytes that takes more than a second, at most five times a second.</summary>
internal sealed class ByteProgress
{
    private static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(200);

    private readonly Action<ProgressRecord> _show;
    private readonly string _activity;
    private readonly string _verb;
    private readonly long? _total;
    private readonly Stopwatch _time = Stopwatch.StartNew();
    private TimeSpan _next = s_quiet;
    private bool _isShown;

    /// <summary>Initializes the progress of one piece of work.</summary>
    /// <param name="activity">What goes on.</param>
    /// <param name="verb">What happens to the bytes: "sent".</param>
    /// <param name="total">The bytes in all, if known.</param>
    /// <param name="show">Shows a record; called on the thread that reports.</param>
    public ByteProgress(string activity, string verb, long? total, Action<ProgressRecord> show)
    {
        _activity = activity;
        _verb = verb;
        _total = total;
        _show = show;
    }

    /// <summary>Takes note of the bytes done so far.</summary>
    public void Report(long done)
    {
        TimeSpan elapsed = _time.Elapsed;
        if (elapsed < _next)
        {
            return;
        }

        _next = elapsed + s_interval;
        _isShown = true;
        double rate = done / elapsed.TotalSeconds;
        ProgressRecord record = new(1, _activity, string.Format(CultureInfo.CurrentCulture, "{0:N1} MB {1}, {2:N1} MB/s", done / 1e6, _verb, rate / 1e6));
        if (_total > 0)
        {
            record.PercentComplete = (int)Math.Min(100, done * 100 / _total.Value);
            record.SecondsRemaining = rate > 0 ? (int)Math.Max(0, (_total.Value - done) / rate) : -1;
        }

        _show(record);
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
