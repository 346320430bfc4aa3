using System.Collections.Generic;

namespace RocketComs.Sandbox;

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

    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
        }
    }
}
