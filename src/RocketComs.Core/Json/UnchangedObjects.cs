using System.Runtime.CompilerServices;

namespace RocketComs.Core.Json;

/// <summary>Knows the batches and the templates as the platform returned them: PowerShell lets a user set any property of one.</summary>
public static class UnchangedObjects
{
    private static readonly ConditionalWeakTable<object, object> s_asRead = new();

    /// <summary>Whether an object is still what the platform said, however long ago. One that came from a file or a job is not known.</summary>
    /// <param name="item">The object.</param>
    public static bool Contains(object item) => s_asRead.TryGetValue(item, out object? asRead) && asRead.Equals(item);

    /// <summary>The properties of an object that were set after it was read; none of one that is not known.</summary>
    /// <param name="item">The object.</param>
    public static IEnumerable<string> ChangesOf(object item) => !s_asRead.TryGetValue(item, out object? asRead)
        ? []
        : item.GetType().GetProperties().Where(property => !Equals(property.GetValue(asRead), property.GetValue(item))).Select(property => property.Name);

    internal static RcBatch Add(RcBatch batch) => Add(batch, batch with { });

    internal static RcMessageTemplate Add(RcMessageTemplate template) => Add(template, template with { });

    private static T Add<T>(T item, T asRead)
        where T : class
    {
        s_asRead.Add(item, asRead);
        return item;
    }
}
