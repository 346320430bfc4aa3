namespace RocketComs.PowerShell.Commands;

/// <summary>The sandboxes that run in this process, so that Stop-RcSandbox finds them without being given one.</summary>
internal static class Sandboxes
{
    private static readonly List<RcSandbox> s_running = [];

    /// <summary>Notes a sandbox.</summary>
    public static void Add(RcSandbox sandbox)
    {
        lock (s_running)
        {
            s_running.RemoveAll(known => !known.IsRunning);
            s_running.Add(sandbox);
        }
    }

    /// <summary>Those that run.</summary>
    public static RcSandbox[] Running()
    {
        lock (s_running)
        {
            return [.. s_running.FindAll(known => known.IsRunning)];
        }
    }
}
