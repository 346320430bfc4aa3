using System;
using System.Runtime.CompilerServices;

namespace RocketComs.Core.Rules;

/// <summary>
/// Remembers on which line each number stood first: an open hash table of 12 bytes a place, at most five sixths full, so
/// 14.4 to 16 bytes a number once the number of rows is known.
/// </summary>
internal sealed class NumberTable
{
    private const int FirstCapacity = 1024;

    private readonly Func<long, long> _expect;
    private ulong[] _keys = new ulong[FirstCapacity];
    private uint[] _lines = new uint[FirstCapacity];
    private int _limit = Limit(FirstCapacity);
    private int _count;

    /// <summary>Initializes an empty table.</summary>
    /// <param name="expect">How many numbers are to be expected in all, given how many there are; asked when the table is full.</param>
    public NumberTable(Func<long, long> expect) => _expect = expect;

    /// <summary>Adds a number, unless it is there.</summary>
    /// <param name="key">Its key; not 0.</param>
    /// <param name="line">The line on which it stands.</param>
    /// <param name="firstLine">The line on which it stood first; lines beyond 4,294,967,295 are that.</param>
    /// <returns>Whether it was added.</returns>
    public bool TryAdd(ulong key, long line, out long firstLine)
    {
        int place = Find(_keys, key);
        if (_keys[place] == key)
        {
            firstLine = _lines[place];
            return false;
        }

        if (_count == _limit)
        {
            Grow();
            place = Find(_keys, key);
        }

        _keys[place] = key;
        _lines[place] = (uint)Math.Min(line, uint.MaxValue);
        _count++;
        firstLine = line;
        return true;
    }

    private static int Limit(int capacity) => (int)((long)capacity * 5 / 6);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Find(ulong[] keys, ulong key)
    {
        // The upper half of the product depends on every digit; multiplied by the length it falls evenly into the table.
        uint hash = (uint)((key * 0x9E37_79B9_7F4A_7C15) >> 32);
        int place = (int)(((ulong)hash * (uint)keys.Length) >> 32);
        while ((uint)place < (uint)keys.Length && keys[place] != 0 && keys[place] != key)
        {
            place = place + 1 == keys.Length ? 0 : place + 1;
        }

        return place;
    }

    private void Grow()
    {
        // A tenth more than expected is cheaper than growing again for the last rows.
        long expected = Math.Max(_expect(_count), _count + (_count / 4));
        int capacity = (int)Math.Min(expected * 11 / 10 * 6 / 5, 0x7FFF_FFC7 / 2);
        ulong[] keys = new ulong[Math.Max(capacity, _keys.Length + 1)];
        uint[] lines = new uint[keys.Length];
        for (int i = 0; i < _keys.Length; i++)
        {
            if (_keys[i] != 0)
            {
                int place = Find(keys, _keys[i]);
                keys[place] = _keys[i];
                lines[place] = _lines[i];
            }
        }

        _keys = keys;
        _lines = lines;
        _limit = Limit(keys.Length);
    }
}
