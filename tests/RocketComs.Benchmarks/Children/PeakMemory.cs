using System.Globalization;

namespace RocketComs.Benchmarks.Children;

/// <summary>Watches the working set of this process: its peak from a moment on.</summary>
/// <remarks>
/// Linux keeps the peak itself (VmHWM, proc(5)) and sets it back when a 5 is written to clear_refs. Elsewhere a thread looks every few
/// milliseconds; a peak between two looks is missed.
/// </remarks>
internal sealed class PeakMemory : IDisposable
{
    private const int MillisecondsBetweenLooks = 2;
    private const string Status = "/proc/self/status";

    private readonly bool _isKept;
    private readonly Thread _watch;
    private long _seen;
    private volatile bool _isOver;

    /// <summary>Begins to watch.</summary>
    public PeakMemory()
    {
        _isKept = TrySetBack();
        _seen = Environment.WorkingSet;
        _watch = new Thread(Watch) { IsBackground = true };
        _watch.Start();
    }

    /// <summary>Gets the peak so far, in bytes.</summary>
    public long Bytes => Math.Max(_isKept ? ReadStatus("VmHWM:") : 0, Interlocked.Read(ref _seen));

    /// <summary>Ends the watch.</summary>
    public void Dispose()
    {
        _isOver = true;
        _watch.Join();
    }

    private static bool TrySetBack()
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // A line is "VmHWM:     12345 kB".
    private static long ReadStatus(string name)
    {
        foreach (string line in File.ReadLines(Status))
        {
            if (line.StartsWith(name, StringComparison.Ordinal))
            {
                string[] cells = line[name.Length..].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
                return long.Parse(cells[0], CultureInfo.InvariantCulture) * 1024;
            }
        }

        return 0;
    }

    private void Watch()
    {
        while (!_isOver)
        {
            Interlocked.Exchange(ref _seen, Math.Max(Interlocked.Read(ref _seen), Environment.WorkingSet));
            Thread.Sleep(MillisecondsBetweenLooks);
        }
    }
}
