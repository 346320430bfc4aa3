using System.Runtime.InteropServices;

namespace RocketComs.Core.Rules.Engine;

/// <summary>
/// Remembers on which line each number stood first that has not ten digits: an open hash table of 12 bytes a place, at most five
/// sixths full, so 14.4 to 16 bytes a number once the number of rows is known.
/// </summary>
/// <remarks>Initializes an empty table.</remarks>
/// <param name="expect">How many numbers are to be expected in all, given how many there are; asked when the table is full.</param>
internal sealed class OtherNumberIndex(Func<long, long> expect)
{
    private const int FirstCapacity = 64;

    private readonly Func<long, long> _expect = expect;
    private Entry[] _entries = new Entry[FirstCapacity];
    private int _limit = Limit(FirstCapacity);
    private int _count;

    /// <summary>Adds a number, unless it is there.</summary>
    /// <param name="key">Its key; not 0.</param>
    /// <param name="line">The line on which it stands.</param>
    /// <param name="firstLine">The line on which it stood first; lines beyond 4,294,967,295 are that.</param>
    /// <returns>Whether it was added.</returns>
    public bool TryAdd(ulong key, long line, out long firstLine)
    {
        ref Entry entry = ref Find(_entries, key);
        if (entry.Key == key)
        {
            firstLine = entry.Line;
            return false;
        }

        if (_count == _limit)
        {
            Grow();
            entry = ref Find(_entries, key);
        }

        entry.Key = key;
        entry.Line = (uint)Math.Min(line, uint.MaxValue);
        _count++;
        firstLine = line;
        return true;
    }

    private static int Limit(int capacity) => (int)((long)capacity * 5 / 6);

    private static ref Entry Find(Entry[] entries, ulong key)
    {
        int place = NumberIndex.Place(key, entries.Length);
        while (entries[place].Key != 0 && entries[place].Key != key)
        {
            place = place + 1 == entries.Length ? 0 : place + 1;
        }

        return ref entries[place];
    }

    private void Grow()
    {
        // What is expected of all numbers may be far too much for these.
        long expected = Math.Min(Math.Max(_expect(_count), _count + (_count / 4)), _count * 4L) * 11 / 10;
        Entry[] entries = new Entry[(int)Math.Min(expected * 6 / 5, int.MaxValue / 2)];
        foreach (Entry entry in _entries)
        {
            if (entry.Key != 0)
            {
                Find(entries, entry.Key) = entry;
            }
        }

        _entries = entries;
        _limit = Limit(entries.Length);
    }

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct Entry
    {
        public ulong Key;
        public uint Line;
    }
}
