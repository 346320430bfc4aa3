using System.Management.Automation;

namespace RocketComs.PowerShell.Binding;

/// <summary>Names as they are asked for, with wildcards and whatever the case; any of them will do.</summary>
internal sealed class Wildcards
{
    private readonly string[] _names;
    private readonly WildcardPattern[] _patterns;

    private Wildcards(string[] names)
    {
        _names = names;
        _patterns = [.. names.Select(static name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant))];
    }

    /// <summary>The names that were given; <see langword="null"/> for none.</summary>
    public static Wildcards? Of(string[]? names) => names is null ? null : new Wildcards(names);

    /// <summary>Whether a name is asked for. What has no name is not; a name with brackets in it is also asked for as it is.</summary>
    public bool IsMatch(string? name) =>
        name is not null && (_names.Contains(name, StringComparer.OrdinalIgnoreCase) || _patterns.Any(pattern => pattern.IsMatch(name)));
}
