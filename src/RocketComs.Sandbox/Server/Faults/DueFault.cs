using System.Text.RegularExpressions;

namespace RocketComs.Sandbox.Server.Faults;

/// <summary>A fault that was ordered, and how often it has been met. Not safe for several threads: <see cref="DueFaults"/> locks.</summary>
internal sealed class DueFault
{
    private readonly RcSandboxFault _fault;
    private readonly Regex? _path;
    private int _toSkip;
    private int _hits;

    public DueFault(RcSandboxFault fault)
    {
        // A copy: an array of the caller's could change under us.
        _fault = fault with { Parameters = [.. fault.Parameters ?? []] };
        _path = string.IsNullOrEmpty(fault.Path) ? null : Wildcards(fault.Path!);
        _toSkip = fault.Skip;
    }

    /// <summary>Gets whether it has been met as often as it was ordered.</summary>
    public bool IsDone => _fault.Times > 0 && _hits >= _fault.Times;

    /// <summary>The fault with what has become of it.</summary>
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
