using System.Runtime.CompilerServices;

namespace RocketComs.Core.Json;

/// <summary>Knows the batches as the platform returned them: PowerShell lets a user set any property of one.</summary>
public static class UnchangedBatches
{
    private static readonly ConditionalWeakTable<RcBatch, RcBatch> s_asRead = new();

    /// <summary>Whether a batch is still what the platform said, however long ago. One that came from a file or a job is not known.</summary>
    /// <param name="batch">The batch.</param>
    public static bool Contains(RcBatch batch) => s_asRead.TryGetValue(batch, out RcBatch? asRead) && asRead == batch;

    /// <summary>The properties of a batch that were set after it was read; none of one that is not known.</summary>
    /// <param name="batch">The batch.</param>
    public static IEnumerable<string> ChangesOf(RcBatch batch) => !s_asRead.TryGetValue(batch, out RcBatch? asRead)
        ? []
        : typeof(RcBatch).GetProperties().Where(property => !Equals(property.GetValue(asRead), property.GetValue(batch))).Select(property => property.Name);

    internal static RcBatch Add(RcBatch batch)
    {
        s_asRead.Add(batch, batch with { });
        return batch;
    }
}
