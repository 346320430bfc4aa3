using System.Text.RegularExpressions;

namespace RocketComs.Sandbox.Server.Faults;

/// <summary>The faults that are still due, in the order in which they were added.</summary>
internal sealed class DueFaults
{
    /// <summary>The request header that orders a fault for that request alone.</summary>
    public const string Header = "X-Sandbox-Fault";

    private readonly object _gate = new();
    private readonly List<DueFault> _due = [];

    /// <exception cref="ArgumentException">The fault is not valid; nothing is added.</exception>
    public void Add(RcSandboxFault fault)
    {
        FaultRules.Check(fault);
        lock (_gate)
        {
            _due.Add(new DueFault(fault));
        }
    }

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
    /// <exception cref="FormatException">The header does not name a fault.</exception>
    /// <exception cref="ArgumentException">The header names a fault that is not valid.</exception>
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

/// <summary>A fault that was ordered, and how often requests have met it. Not thread-safe: <see cref="DueFaults"/> locks.</summary>
internal sealed class DueFault
{
    private readonly RcSandboxFault _fault;
    private readonly Regex? _path;
    private int _toSkip;
    private int _hits;

    public DueFault(RcSandboxFault fault)
    {
        // A copy, because the caller could still change the array.
        _fault = fault with { Parameters = [.. fault.Parameters ?? []] };
        _path = string.IsNullOrEmpty(fault.Path) ? null : Wildcards(fault.Path!);
        _toSkip = fault.Skip;
    }

    /// <summary>Whether it has been met as often as it was ordered.</summary>
    public bool IsDone => _fault.Times > 0 && _hits >= _fault.Times;

    /// <summary>The fault with its hits so far.</summary>
    public RcSandboxFault Snapshot() => _fault with { Hits = _hits };

    /// <summary>Whether a request meets it; notes that it did, or that it was let through.</summary>
    public bool Meets(RcSandboxRequest request)
    {
        if (!IsFor(request))
        {
            return false;
        }

        if (_toSkip > 0)
        {
            _toSkip--;
            return false;
        }

        _hits++;
        return true;
    }

    private static Regex Wildcards(string pattern)
    {
        string expression = string.Concat(pattern.Select(sign => sign switch
        {
            '*' => ".*",
            '?' => ".",
            _ => Regex.Escape(sign.ToString()),
        }));
        return new Regex($@"\A{expression}\z", RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }

    private bool IsFor(RcSandboxRequest request) =>
        (string.IsNullOrEmpty(_fault.Method) || request.Method.Equals(_fault.Method, StringComparison.OrdinalIgnoreCase))
        && _path?.IsMatch(request.Path) != false
        && FaultScope.Includes(_fault.Kind, request);
}

/// <summary>Which requests a kind of fault can affect, so that none is used up on others.</summary>
internal static class FaultScope
{
    /// <summary>Whether a kind can affect a request.</summary>
    public static bool Includes(RcSandboxFaultKind kind, RcSandboxRequest request) => kind switch
    {
        RcSandboxFaultKind.RepeatedPage => IsList(request) && request.Query.Any(pair => pair.Key == "page" && pair.Value != "0"),
        RcSandboxFaultKind.TotalAsPages or RcSandboxFaultKind.TotalAsItems or RcSandboxFaultKind.PageSizeCapped => IsList(request),
        RcSandboxFaultKind.IgnoredParameters => IsCreateOrUpdate(request),
        _ => true,
    };

    private static bool IsList(RcSandboxRequest request) =>
        request.Method == "GET"
        && (request.Path is "/v1/batches" or "/v1/recipients" or "/v1/recipients/lists" or "/v1/messages"
            || (IsBelowBatches(request.Path) && (Ends(request.Path, "/errors") || Ends(request.Path, "/report"))));

    private static bool IsCreateOrUpdate(RcSandboxRequest request) => request.Method switch
    {
        "POST" => request.Path == "/v1/batches",
        "PATCH" => IsBelowBatches(request.Path),
        _ => false,
    };

    private static bool IsBelowBatches(string path) => path.StartsWith("/v1/batches/", StringComparison.Ordinal);

    private static bool Ends(string path, string end) => path.EndsWith(end, StringComparison.Ordinal);
}
