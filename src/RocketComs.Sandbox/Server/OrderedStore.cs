namespace RocketComs.Sandbox.Server;

/// <summary>Things with ids, in the order of their creation. They never change in place, so whoever holds one can read it undisturbed.</summary>
/// <typeparam name="T">What is stored; a record that is replaced by its next version.</typeparam>
internal sealed class OrderedStore<T>
    where T : class
{
    private readonly object _gate = new();
    private readonly Func<T, string> _id;
    private readonly string _what;
    private readonly List<T> _items;

    /// <param name="what">What is stored, for a 404: "Recipient list".</param>
    /// <param name="id">The id of an item, a UUID.</param>
    /// <param name="seeded">What is there from the start.</param>
    public OrderedStore(string what, Func<T, string> id, IEnumerable<T> seeded)
    {
        _what = what;
        _id = id;
        _items = [.. seeded];
    }

    /// <summary>All of them, oldest first.</summary>
    public IReadOnlyList<T> All()
    {
        lock (_gate)
        {
            return [.. _items];
        }
    }

    /// <summary>The one with the id; <see langword="null"/> when there is none.</summary>
    public T? Find(string id)
    {
        lock (_gate)
        {
            return IndexOf(id) is >= 0 and int index ? _items[index] : null;
        }
    }

    /// <summary>The one with the id; without one, a 404.</summary>
    public T Get(string id) => Find(id) ?? throw NotFound(id);

    public void Add(T item)
    {
        lock (_gate)
        {
            _items.Add(item);
        }
    }

    /// <summary>Puts the next version in the place of the one with the id; without one, a 404.</summary>
    public T Update(string id, Func<T, T> next)
    {
        lock (_gate)
        {
            int index = IndexOf(id);
            return index < 0 ? throw NotFound(id) : _items[index] = next(_items[index]);
        }
    }

    /// <summary>Removes the one with the id; without one, a 404.</summary>
    public void Remove(string id)
    {
        lock (_gate)
        {
            int index = IndexOf(id);
            if (index < 0)
            {
                throw NotFound(id);
            }

            _items.RemoveAt(index);
        }
    }

    // UUIDs are the same in either case.
    private int IndexOf(string id) => _items.FindIndex(item => string.Equals(_id(item), id, StringComparison.OrdinalIgnoreCase));

    private Refusal NotFound(string id) => Refusal.NotFound($"{_what} {id} was not found");
}
