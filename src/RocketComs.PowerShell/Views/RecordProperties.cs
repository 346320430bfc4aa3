using System.Collections.Concurrent;
using System.Reflection;

namespace RocketComs.PowerShell.Views;

/// <summary>The properties of the module's records, in the order in which they are written down.</summary>
internal static class RecordProperties
{
    private static readonly ConcurrentDictionary<Type, Properties> s_known = new();

    /// <summary>The properties of a type.</summary>
    public static PropertyInfo[] Of(Type type) => Known(type).All;

    /// <summary>A property by its name, whatever the case; <see langword="null"/> when there is none.</summary>
    public static PropertyInfo? Find(Type type, string name) => Known(type).ByName.TryGetValue(name, out PropertyInfo? property) ? property : null;

    private static Properties Known(Type type) => s_known.GetOrAdd(type, static found => new Properties(found.GetProperties(BindingFlags.Public | BindingFlags.Instance)));

    private sealed class Properties(PropertyInfo[] all)
    {
        public PropertyInfo[] All => all;

        public Dictionary<string, PropertyInfo> ByName { get; } = all.ToDictionary(static property => property.Name, StringComparer.OrdinalIgnoreCase);
    }
}
