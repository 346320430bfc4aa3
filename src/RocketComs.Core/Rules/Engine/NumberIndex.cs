#if NET8_0_OR_GREATER
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
#endif
using System.Runtime.CompilerServices;
using RocketComs.Core.Numbers;

namespace RocketComs.Core.Rules.Engine;

/// <summary>Remembers on which line each number first came up, in 14.4 to 16 bytes a number once the number of rows is known.</summary>
/// <param name="expect">How many numbers are to be expected in all, given how many there are; asked when a table is full.</param>
internal sealed class NumberIndex(Func<long, long> expect)
{
    private const ulong TenDigits = 10UL << NumberText.DigitsShift;

    private readonly Table _tenDigits = new(expect, isPacked: true);
    private Table? _others;

    /// <summary>
    /// Has the processor bring the place of a number near, while the caller does something else. A table of millions is in no cache near
    /// the core, so this is half of the time that adding takes.
    /// </summary>
    /// <param name="key">The number's key.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(ulong key) => _tenDigits.Prefetch(key & Table.MostPacked);

    /// <summary>Adds a number, unless it is there.</summary>
    /// <param name="key">Its key, see <see cref="PhoneKey"/>; not 0.</param>
    /// <param name="line">The line on which it stands.</param>
    /// <param name="firstLine">The line on which it first came up; at most 1,073,741,823, or 4,294,967,295 for other than ten digits.</param>
    /// <returns>Whether it was added.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(ulong key, long line, out long firstLine)
    {
        ulong digits = key - TenDigits;
        return digits <= Table.MostPacked
            ? _tenDigits.TryAdd(digits, line, out firstLine)
            : (_others ??= new Table(expect, isPacked: false)).TryAdd(key, line, out firstLine);
    }

    /// <summary>
    /// An open hash table. Packed, ten digits and their line share a place of eight bytes, and at most five ninths of the places are
    /// taken; else a line has four bytes of its own, and at most five sixths are.
    /// </summary>
    private sealed class Table
    {
        public const ulong MostPacked = (1UL << (64 - PackedLineBits)) - 1;

        private const int PackedLineBits = 30;
        private const ulong MostPackedLine = (1UL << PackedLineBits) - 1;
        private const int FirstCapacity = 1024;
        private const long MostGrowth = 8;

        private readonly Func<long, long> _expect;
        private readonly int _lineBits;
        private readonly int _placesPerFive;
        private ulong[] _places = new ulong[FirstCapacity];
        private uint[]? _lines;
        private int _limit;
        private int _count;

        public Table(Func<long, long> expect, bool isPacked)
        {
            _expect = expect;
            _lineBits = isPacked ? PackedLineBits : 0;
            _placesPerFive = isPacked ? 9 : 6;
            _lines = isPacked ? null : new uint[FirstCapacity];
            _limit = FirstCapacity * 5 / _placesPerFive;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Prefetch(ulong key)
        {
#if NET8_0_OR_GREATER
            if (Sse.IsSupported)
            {
                ulong[] places = _places;
                ref ulong place = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(places), Place(key, places.Length));
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

        [MethodImpl(Jit.Hot)]
        public bool TryAdd(ulong key, long line, out long firstLine)
        {
            int place = Find(_places, _lineBits, key);
            ulong taken = _places[place];
            if (taken != 0)
            {
                firstLine = _lines is null ? (long)(taken & MostPackedLine) : _lines[place];
                return false;
            }

            if (_count == _limit)
            {
                Grow();
                place = Find(_places, _lineBits, key);
            }

            if (_lines is null)
            {
                _places[place] = (key << PackedLineBits) | Math.Min((ulong)line, MostPackedLine);
            }
            else
            {
                _places[place] = key;
                _lines[place] = (uint)Math.Min(line, uint.MaxValue);
            }

            _count++;
            firstLine = line;
            return true;
        }

        // The upper half of the product depends on every digit; multiplied by the length it falls evenly.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static int Place(ulong key, int length) => (int)((((key * 0x9E37_79B9_7F4A_7C15) >> 32) * (uint)length) >> 32);

        // Neither a line nor a whole key is ever 0, so neither is a place that is taken.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static int Find(ulong[] places, int lineBits, ulong key)
        {
            int place = Place(key, places.Length);
            while (places[place] != 0 && places[place] >> lineBits != key)
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
            ulong[] places = new ulong[(int)Math.Min(expected * _placesPerFive / 5, int.MaxValue / 2)];
            uint[]? lines = _lines is null ? null : new uint[places.Length];
            for (int i = 0; i < _places.Length; i++)
            {
                if (_places[i] != 0)
                {
                    int place = Find(places, _lineBits, _places[i] >> _lineBits);
                    places[place] = _places[i];
                    if (lines is not null)
                    {
                        lines[place] = _lines![i];
                    }
                }
            }

            _places = places;
            _lines = lines;
            _limit = (int)((long)places.Length * 5 / _placesPerFive);
        }
    }
}
