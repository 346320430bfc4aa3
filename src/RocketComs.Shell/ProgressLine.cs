using System.Diagnostics;
using System.Management.Automation;

namespace RocketComs.Shell;

/// <summary>Progress on one line of the terminal, rewritten in place.</summary>
internal sealed class ProgressLine(Screen screen)
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(200);

    private long _shownAt;
    private int _shownCells;

    public void Show(ProgressRecord record)
    {
        if (record.RecordType == ProgressRecordType.Completed)
        {
            Clear();
            return;
        }

        if (_shownAt != 0 && Stopwatch.GetElapsedTime(_shownAt) < s_interval)
        {
            return;
        }

        string text = $"{record.Activity}: {record.StatusDescription}";
        if (record.PercentComplete >= 0)
        {
            text += $" {record.PercentComplete}%";
        }

        if (!string.IsNullOrEmpty(record.CurrentOperation))
        {
            text += $" {record.CurrentOperation}";
        }

        // The last column stays free: a full line would scroll.
        text = CellWidth.Cut(text.ReplaceLineEndings(" "), screen.Width - 1);
        int cells = CellWidth.Of(text);
        Console.Out.Write('\r' + text + new string(' ', Math.Max(0, _shownCells - cells)));
        _shownCells = cells;
        _shownAt = Stopwatch.GetTimestamp();
    }

    public void Clear()
    {
        if (_shownCells > 0)
        {
            Console.Out.Write('\r' + new string(' ', _shownCells) + '\r');
            _shownCells = 0;
        }
    }
}
