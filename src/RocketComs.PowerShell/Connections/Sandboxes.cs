namespace RocketComs.PowerShell.Connections;

/// <summary>The sandboxes that run in this process, so that Stop-RcSandbox finds them without being given one, and a connection is known for one to a sandbox.</summary>
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

    /// <summary>Whether an address is that of one that runs.</summary>
    public static bool Has(Uri baseUri) => Array.Exists(Running(), sandbox => Uri.Compare(sandbox.BaseUri, baseUri, UriComponents.HostAndPort, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0);
}
