namespace RocketComs.Sandbox.Server;

/// <summary>Items with ids, in the order of their creation. They never change in place, so whoever holds one can read it undisturbed.</summary>
/// <typeparam name="T">What is stored; a record that is replaced by its next version.</typeparam>
/// <param name="what">What is stored, for a 404: "Recipient list".</param>
/// <param name="idOf">The id of an item, a UUID.</param>
/// <param name="seeded">What is there from the start.</param>
internal sealed class OrderedStore<T>(string what, Func<T, string> idOf, IEnumerable<T> seeded)
    where T : class
{
    private readonly object _gate = new();
    private readonly List<T> _items = [.. seeded];

    /// <summary>All of them, oldest first.</summary>
    public IReadOnlyList<T> All()
    {
        lock (_gate)
        {
            return [.. _items];
        }
    }

    /// <summary>The item with the id; <see langword="null"/> when there is none.</summary>
    public T? Find(string id)
    {
        lock (_gate)
        {
            return IndexOf(id) is >= 0 and int index ? _items[index] : null;
        }
    }

    /// <summary>The item with the id; without one, a 404.</summary>
    public T Get(string id) => Find(id) ?? throw NotFound(id);

    public void Add(T item)
    {
        lock (_gate)
        {
            _items.Add(item);
        }
    }

    /// <summary>Replaces the item with the id by its next version; without one, a 404.</summary>
    public T Update(string id, Func<T, T> next)
    {
        lock (_gate)
        {
            int index = Require(id);
            return _items[index] = next(_items[index]);
        }
    }

    /// <summary>Replaces an item with its next version; <see langword="false"/> when the item is no longer the stored one.</summary>
    public bool TryReplace(T current, T next)
    {
        lock (_gate)
        {
            int index = _items.FindIndex(item => ReferenceEquals(item, current));
            if (index >= 0)
            {
                _items[index] = next;
            }

            return index >= 0;
        }
    }

    /// <summary>Removes the item with the id unless the check throws; without one, a 404.</summary>
    public void Remove(string id, Action<T>? check = null)
    {
        lock (_gate)
        {
            int index = Require(id);
            check?.Invoke(_items[index]);
            _items.RemoveAt(index);
        }
    }

    private int Require(string id) => IndexOf(id) is >= 0 and int index ? index : throw NotFound(id);

    // UUIDs are the same in either case.
    private int IndexOf(string id) => _items.FindIndex(item => string.Equals(idOf(item), id, StringComparison.OrdinalIgnoreCase));

    private Refusal NotFound(string id) => Refusal.NotFound($"{what} {id} was not found");
}
