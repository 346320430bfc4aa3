namespace RocketComs.Sandbox.Server.Dispatch;

/// <summary>The requests that have arrived, oldest first.</summary>
internal sealed class RequestLog
{
    private readonly object _gate = new();
    private readonly List<RcSandboxRequest> _requests = [];

    public IReadOnlyList<RcSandboxRequest> Snapshot()
    {
        lock (_gate)
        {
            return [.. _requests];
        }
    }

    public void Add(RcSandboxRequest request)
    {
        lock (_gate)
        {
            _requests.Add(request);
        }
    }

    /// <summary>Replaces a request with a later version; does nothing when the log has been cleared meanwhile.</summary>
    public void Replace(RcSandboxRequest request, RcSandboxRequest later)
    {
        lock (_gate)
        {
            int index = _requests.FindLastIndex(known => ReferenceEquals(known, request));
            if (index >= 0)
            {
                _requests[index] = later;
            }
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
        }
    }
}
