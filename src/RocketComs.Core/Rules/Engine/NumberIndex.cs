#if NET8_0_OR_GREATER
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
#endif
using System.Runtime.CompilerServices;
using RocketComs.Core.Numbers;

namespace RocketComs.Core.Rules.Engine;

/// <summary>
/// Remembers on which line each number stood first. A number of ten digits and its line share eight bytes, in an open hash table that
/// is at most five ninths full once the number of rows is known: 14.4 to 16 bytes a number.
/// </summary>
/// <remarks>Initializes an empty table.</remarks>
/// <param name="expect">How many numbers are to be expected in all, given how many there are; asked when the table is full.</param>
internal sealed class NumberIndex(Func<long, long> expect)
{
    private const int FirstCapacity = 1024;
    private const long MostGrowth = 8;
    private const int LineBits = 30;
    private const ulong MostLine = (1UL << LineBits) - 1;
    private const ulong TenDigits = 10UL << NumberText.DigitsShift;
    private const ulong TenDigitsMask = (1UL << (64 - LineBits)) - 1;

    private readonly Func<long, long> _expect = expect;
    private readonly OtherNumberIndex _others = new OtherNumberIndex(expect);
    private ulong[] _places = new ulong[FirstCapacity];
    private int _limit = Limit(FirstCapacity);
    private int _count;

    /// <summary>
    /// Has the processor bring the place of a number near, while the caller does something else. A table of millions is in no cache near
    /// the core, so this is half of the time that adding takes.
    /// </summary>
    /// <param name="key">The number's key.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(ulong key)
    {
#if NET8_0_OR_GREATER
        if (Sse.IsSupported)
        {
            ulong[] places = _places;
            ref ulong place = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(places), Place(key & TenDigitsMask, places.Length));
            unsafe
            {
                // A hint: should the collector move the table in between, nothing is read from the wrong place.
                Sse.Prefetch0(Unsafe.AsPointer(ref place));
            }
        }
#else
        // There is no such hint on this target.
        _ = _places;
#endif
    }

    /// <summary>Adds a number, unless it is there.</summary>
    /// <param name="key">Its key, see <see cref="Numbers.NumberKey"/>; not 0.</param>
    /// <param name="line">The line on which it stands.</param>
    /// <param name="firstLine">The line on which it stood first; lines from 1,073,741,823 on are that.</param>
    /// <returns>Whether it was added.</returns>
    [MethodImpl(Jit.Hot)]
    public bool TryAdd(ulong key, long line, out long firstLine)
    {
        ulong digits = key - TenDigits;
        if (digits > TenDigitsMask)
        {
            return _others.TryAdd(key, line, out firstLine);
        }

        int place = Find(_places, digits);
        if (_places[place] != 0)
        {
            firstLine = (long)(_places[place] & MostLine);
            return false;
        }

        if (_count == _limit)
        {
            Grow();
            place = Find(_places, digits);
        }

        _places[place] = (digits << LineBits) | Math.Min((ulong)line, MostLine);
        _count++;
        firstLine = line;
        return true;
    }

    /// <summary>Where a key falls in a table: the upper half of the product depends on every digit; multiplied by the length it falls evenly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Place(ulong key, int length) => (int)((((key * 0x9E37_79B9_7F4A_7C15) >> 32) * (uint)length) >> 32);

    private static int Limit(int capacity) => (int)((long)capacity * 5 / 9);

    // A line is never 0, so neither is a place that is taken.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Find(ulong[] places, ulong digits)
    {
        int place = Place(digits, places.Length);
        while (places[place] != 0 && places[place] >> LineBits != digits)
        {
            place = place + 1 == places.Length ? 0 : place + 1;
        }

        return place;
    }

    [MethodImpl(Jit.Hot)]
    private void Grow()
    {
        // A little more than expected is cheaper than growing again for the last rows; the first rows of a file may be far shorter than the rest.
        long expected = Math.Min(Math.Max(_expect(_count), _count + (_count / 4)), _count * MostGrowth) * 21 / 20;
        ulong[] places = new ulong[(int)Math.Min(expected * 9 / 5, int.MaxValue / 2)];
        foreach (ulong taken in _places)
        {
            if (taken != 0)
            {
                places[Find(places, taken >> LineBits)] = taken;
            }
        }

        _places = places;
        _limit = Limit(places.Length);
    }
}

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
