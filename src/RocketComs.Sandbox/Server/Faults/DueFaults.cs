namespace RocketComs.Sandbox.Server.Faults;

/// <summary>The faults that are still due, in the order in which they were added.</summary>
internal sealed class DueFaults
{
    /// <summary>The request header that orders a fault for that request alone.</summary>
    public const string Header = "X-Sandbox-Fault";

    private readonly object _gate = new();
    private readonly List<DueFault> _due = [];

    /// <summary>Adds a fault.</summary>
    /// <exception cref="System.ArgumentException">It cannot be; nothing is added.</exception>
    public void Add(RcSandboxFault fault)
    {
        FaultRules.Check(fault);
        lock (_gate)
        {
            _due.Add(new DueFault(fault));
        }
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _due.Clear();
        }
    }

    /// <summary>The faults that are still due, with their hits so far.</summary>
    public IReadOnlyList<RcSandboxFault> Snapshot()
    {
        lock (_gate)
        {
            return [.. _due.Select(due => due.Snapshot())];
        }
    }

    /// <summary>The fault that a request meets, if any: that of its own header, or else the first due one that matches.</summary>
    /// <exception cref="System.FormatException">The header names none.</exception>
    /// <exception cref="System.ArgumentException">The header names one that cannot be.</exception>
    public RcSandboxFault? Take(RcSandboxRequest request)
    {
        if (request.Headers.TryGetValue(Header, out string? text))
        {
            RcSandboxFault own = RcSandboxFault.Parse(text!);
            FaultRules.Check(own);
            return own;
        }

        lock (_gate)
        {
            DueFault? met = _due.Find(due => due.Meets(request));
            if (met?.IsDone == true)
            {
                _due.Remove(met);
            }

            return met?.Snapshot();
        }
    }
}
