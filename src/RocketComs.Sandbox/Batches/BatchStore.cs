using System.Collections.Concurrent;
using RocketComs.Sandbox.Server;

namespace RocketComs.Sandbox.Batches;

/// <summary>The batches. They never change in place, so whoever holds one can read it undisturbed.</summary>
internal sealed class BatchStore
{
    private readonly ConcurrentDictionary<Guid, StoredBatch> _batches = new();
    private long _sequence;

    public void Add(StoredBatch batch) => _batches[batch.Id] = batch with { Sequence = Interlocked.Increment(ref _sequence) };

    public StoredBatch Get(string id) =>
        WireFormat.TryId(id, out Guid key) && _batches.TryGetValue(key, out StoredBatch? batch) ? batch : throw Refusal.NotFound($"Batch {id} was not found");

    /// <summary>Puts a new version in the place of the one it was made from; <see langword="false"/> when that is no longer the stored one.</summary>
    public bool TryReplace(StoredBatch current, StoredBatch next) => _batches.TryUpdate(current.Id, next, current);

    /// <summary>Removes this version; <see langword="false"/> when it is no longer the stored one.</summary>
    public bool TryRemove(StoredBatch current) => ((ICollection<KeyValuePair<Guid, StoredBatch>>)_batches).Remove(new(current.Id, current));

    /// <summary>All batches, oldest first.</summary>
    public IReadOnlyList<StoredBatch> All() => [.. _batches.Values.OrderBy(batch => batch.Sequence)];
}
