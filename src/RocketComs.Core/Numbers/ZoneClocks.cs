using RocketComs.Core.Errors;

namespace RocketComs.Core.Numbers;

/// <summary>Finds the clocks of time zones by their IANA names.</summary>
public static class ZoneClocks
{
    /// <summary>Gets the names of the zones that this machine knows.</summary>
    public static IReadOnlyList<string> Names => [.. KnownNames().Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(static name => name, StringComparer.Ordinal)];

    /// <summary>Refuses a name that stands for no zone.</summary>
    /// <param name="parameter">The parameter that it was given with.</param>
    /// <param name="name">The name.</param>
    /// <returns>The zone.</returns>
    /// <exception cref="InvalidParameterException">There is none.</exception>
    public static TimeZoneInfo Require(string parameter, string name) => Find(name) ?? throw new InvalidParameterException(
        parameter, name, $"-{parameter} '{name}' is no time zone that this machine knows.", "Give an IANA name, such as America/New_York or UTC; Tab shows them.");

    /// <summary>The day that it is in a zone.</summary>
    public static DateTime Today(TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), zone).Date;

    /// <summary>Finds the clocks of a time zone.</summary>
    /// <param name="name">The IANA name, in any case, such as <c>America/New_York</c>; a Windows name serves too.</param>
    /// <returns><see langword="null"/> when this machine knows no such zone.</returns>
    internal static TimeZoneInfo? Find(string name)
    {
        if (TryGet(name, out TimeZoneInfo? zone))
        {
            return zone;
        }

        // The names are files on Unix, where case counts.
        string? known = KnownNames().FirstOrDefault(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));
        return known is not null && TryGet(known, out zone) ? zone : null;
    }

#if NET
    private static IEnumerable<string> KnownNames() =>
        TimeZoneInfo.GetSystemTimeZones().Select(static zone => !zone.HasIanaId && TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out string? name) ? name : zone.Id);

    private static bool TryGet(string name, out TimeZoneInfo? zone) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone);
#else
    private static IEnumerable<string> KnownNames() => TimeZoneConverter.TZConvert.KnownIanaTimeZoneNames;

    // Windows has names of its own, and .NET Framework knows only these.
    private static bool TryGet(string name, out TimeZoneInfo? zone) => TimeZoneConverter.TZConvert.TryGetTimeZoneInfo(name, out zone);
#endif
}
