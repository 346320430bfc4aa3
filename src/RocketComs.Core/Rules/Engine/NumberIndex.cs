using System.Runtime.CompilerServices;
using RocketComs.Core.Numbers;

namespace RocketComs.Core.Rules.Engine;

/// <summary>
/// Remembers on which line each number first came up, of those that <see cref="NumberPartitions"/> does not take: an open hash table of 14.4 bytes
/// a number once the number of rows is known.
/// </summary>
/// <param name="expect">How many numbers are to be expected in all, given how many there are; asked when the table is full.</param>
internal sealed class NumberIndex(Func<long, long> expect)
{
    private const int FirstCapacity = 1024;
    private const long MostGrowth = 8;

    private ulong[] _places = [];
    private uint[] _lines = [];
    private int _limit;
    private int _count;

    /// <summary>Adds a number, unless it is there.</summary>
    /// <param name="key">Its key, see <see cref="PhoneKey"/>; not 0.</param>
    /// <param name="line">The line on which it stands.</param>
    /// <param name="firstLine">The line on which it first came up; at most 4,294,967,295.</param>
    /// <returns>Whether it was added.</returns>
    [MethodImpl(Jit.Hot)]
    public bool TryAdd(ulong key, long line, out long firstLine)
    {
        if (_count == _limit)
        {
            Grow();
        }

        int place = Find(_places, key);
        if (_places[place] != 0)
        {
            firstLine = _lines[place];
            return false;
        }

        _places[place] = key;
        _lines[place] = (uint)Math.Min(line, uint.MaxValue);
        _count++;
        firstLine = line;
        return true;
    }

    // The upper half of the product depends on every digit; multiplied by the length it falls evenly.
    private static int Place(ulong key, int length) => (int)((((key * 0x9E37_79B9_7F4A_7C15) >> 32) * (uint)length) >> 32);

    private static int Find(ulong[] places, ulong key)
    {
        int place = Place(key, places.Length);
        while (places[place] != 0 && places[place] != key)
        {
            place = place + 1 == places.Length ? 0 : place + 1;
        }

        return place;
    }

    private void Grow()
    {
        // A little more than expected is cheaper than growing again for the last rows; the first rows of a file may be far shorter than the rest.
        long expected = Math.Min(Math.Max(expect(_count), _count + (_count / 4)), _count * MostGrowth) * 21 / 20;
        ulong[] places = new ulong[(int)Math.Min(Math.Max(expected * 6 / 5, FirstCapacity), int.MaxValue / 2)];
        uint[] lines = new uint[places.Length];
        for (int i = 0; i < _places.Length; i++)
        {
            if (_places[i] != 0)
            {
                int place = Find(places, _places[i]);
                (places[place], lines[place]) = (_places[i], _lines[i]);
            }
        }

        (_places, _lines) = (places, lines);
        _limit = (int)((long)places.Length * 5 / 6);
    }
}
