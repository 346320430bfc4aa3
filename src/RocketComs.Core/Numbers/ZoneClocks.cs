namespace RocketComs.Core.Numbers;

/// <summary>Finds the clocks of time zones by their IANA names.</summary>
internal static class ZoneClocks
{
    /// <summary>Finds the clocks of a time zone.</summary>
    /// <param name="name">The IANA name, in any case, such as <c>America/New_York</c>; a Windows name serves too.</param>
    /// <returns><see langword="null"/> when this machine knows no such zone.</returns>
    public static TimeZoneInfo? Find(string name)
    {
        if (TryGet(name, out TimeZoneInfo? zone))
        {
            return zone;
        }

        // The names are files on Unix, where case counts.
        string? known = Names().FirstOrDefault(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));
        return known is not null && TryGet(known, out zone) ? zone : null;
    }

#if NET
    /// <summary>The names of the zones that this machine knows.</summary>
    public static IEnumerable<string> Names() =>
        TimeZoneInfo.GetSystemTimeZones().Select(static zone => !zone.HasIanaId && TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out string? name) ? name : zone.Id);

    private static bool TryGet(string name, out TimeZoneInfo? zone) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone);
#else
    /// <summary>The names of the zones that this machine knows.</summary>
    public static IEnumerable<string> Names() => TimeZoneConverter.TZConvert.KnownIanaTimeZoneNames;

    // Windows has names of its own, and .NET Framework knows only these.
    private static bool TryGet(string name, out TimeZoneInfo? zone) => TimeZoneConverter.TZConvert.TryGetTimeZoneInfo(name, out zone);
#endif
}
