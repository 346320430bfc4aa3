using System.Runtime.CompilerServices;
using RocketComs.Core.Numbers;

namespace RocketComs.Core.Rules.Engine;

/// <summary>A number of North America, how it is written, and its line, in one word: 34, 2 and 28 bits. It is never 0.</summary>
internal static class PackedNumber
{
    /// <summary>The last line that fits; later ones are shown as this one.</summary>
    public const long MostLine = (1L << LineBits) - 1;

    private const int LineBits = 28;
    private const int WritingBits = 2;
    private const ulong TenDigits = 10_000_000_000;
    private const ulong FirstOfTenDigits = 1_000_000_000;

    // How it is written: ten digits, 1 or +1 before them, or in another way. Whether each of the first three has a country code is certain; of one that begins with 0 it is not.
    private const ulong WithOne = 1;
    private const ulong WithPlus = 2;
    private const ulong Oddly = 3;

    /// <summary>Packs a number.</summary>
    /// <param name="seen">The number.</param>
    /// <param name="packed">The word.</param>
    /// <returns>Whether it is a number of North America.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryPack(in SeenNumber seen, out ulong packed)
    {
        ulong ten = seen.Key - PhoneKey.OfNorthAmerican(0);
        ulong before = seen.Number.Value - ten;
        ulong writing = !seen.IsSound ? Oddly
            : before == 0 && ten >= FirstOfTenDigits && seen.Number.Digits == NumberingPlan.NorthAmericanDigits ? 0
            : before == TenDigits && seen.Number.Digits == NumberingPlan.NorthAmericanDigits + 1 ? (seen.Number.HasPlus ? WithPlus : WithOne)
            : Oddly;
        packed = (((ten << WritingBits) | writing) << LineBits) | Math.Min((ulong)seen.Line, (ulong)MostLine);
        return ten < TenDigits;
    }

    public static ulong TenDigitsOf(ulong packed) => packed >> (LineBits + WritingBits);

    public static long LineOf(ulong packed) => (long)packed & MostLine;

    /// <summary>How it is written: 0 as ten digits, 3 in another way than packed numbers mostly are.</summary>
    public static int WritingOf(ulong packed) => (int)(packed >> LineBits) & ((1 << WritingBits) - 1);

    public static bool IsOddlyWritten(ulong packed) => WritingOf(packed) == (int)Oddly;

    /// <summary>The number as it is written, unless that is not known.</summary>
    public static NumberText NumberOf(ulong packed) => WritingOf(packed) is (int)WithOne or (int)WithPlus
        ? new(TenDigitsOf(packed) + TenDigits, NumberingPlan.NorthAmericanDigits + 1, WritingOf(packed) == (int)WithPlus)
        : new(TenDigitsOf(packed), NumberingPlan.NorthAmericanDigits, hasPlus: false);
}

/// <summary>
/// Numbers of North America with their lines, in little more than eight bytes each. They are added to one of 256 parts by what they are, so equal
/// numbers are in one part, and a part is small enough to be searched, at the end, in a table that stays in a cache near the core.
/// </summary>
internal sealed class NumberPartitions
{
    private const int PartBits = 8;
    private const int Parts = 1 << PartBits;

    // A part grows by chunks, whose first word says where the one before ends; chunks come from slabs, which the collector never moves.
    private const int ChunkLength = 64;
    private const int SlabBits = 15;
    private const int SlabLength = 1 << SlabBits;

    private ulong[][] _slabs = [];
    private readonly int[] _ends = new int[Parts];
    private int _used;

    /// <summary>Adds numbers, in the order of the file.</summary>
    public void Add(ReadOnlySpan<ulong> numbers)
    {
        while (!TryAdd(ref numbers))
        {
            BeginChunk(PartOf(numbers[0]));
        }
    }

    /// <summary>Finds the numbers that came up before.</summary>
    /// <param name="most">How many of each part are told; all are counted.</param>
    /// <param name="threads">How many threads search.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>How many there are, and those that are told, with the first that each repeats, in no order.</returns>
    public (long Count, List<(ulong Number, ulong First)> Told) FindRepeated(int most, int threads, CancellationToken stop)
    {
        // A few numbers are found before another thread has begun.
        Search first = new(this, most, stop);
        List<(Search Search, Task Task)> others = [];
        int next = 0;
        for (int i = 1; i < threads && _slabs.Length > 1; i++)
        {
            Search other = new(this, most, stop);
            others.Add((other, Task.Run(() => SearchParts(other))));
        }

        try
        {
            SearchParts(first);
        }
        finally
        {
            // Whatever ends it here, nobody may go on with the numbers.
            foreach ((_, Task task) in others)
            {
                ((IAsyncResult)task).AsyncWaitHandle.WaitOne();
            }
        }

        long count = first.Count;
        foreach ((Search other, Task task) in others)
        {
            task.GetAwaiter().GetResult();
            count += other.Count;
            first.Told.AddRange(other.Told);
        }

        return (count, first.Told);

        void SearchParts(Search search)
        {
            for (int part = Interlocked.Increment(ref next) - 1; part < Parts; part = Interlocked.Increment(ref next) - 1)
            {
                search.Part(part);
            }
        }
    }

    private static ulong Hash(ulong tenDigits) => tenDigits * 0x9E37_79B9_7F4A_7C15;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PartOf(ulong number) => (int)(Hash(PackedNumber.TenDigitsOf(number)) >> (64 - PartBits));

    // Those before the first whose part needs another chunk; they are taken off. It calls nothing, so that all it needs stays in registers.
    [MethodImpl(Jit.Hot | MethodImplOptions.NoInlining)]
    private bool TryAdd(ref ReadOnlySpan<ulong> numbers)
    {
        ReadOnlySpan<ulong> rest = numbers;
        int[] ends = _ends;
        ulong[][] slabs = _slabs;
        for (int i = 0; i < rest.Length; i++)
        {
            ulong number = rest[i];
            int part = PartOf(number);
            int end = ends[part];
            if (end % ChunkLength == 0)
            {
                numbers = rest.Slice(i);
                return false;
            }

            slabs[end >> SlabBits][end & (SlabLength - 1)] = number;
            ends[part] = end + 1;
        }

        return true;
    }

    private void BeginChunk(int part)
    {
        int chunk = _used;
        _used += ChunkLength;
        if (chunk % SlabLength == 0)
        {
            _slabs = [.. _slabs, new ulong[SlabLength]];
        }

        _slabs[chunk >> SlabBits][chunk & (SlabLength - 1)] = (ulong)_ends[part];
        _ends[part] = chunk + 1;
    }

    /// <summary>
    /// The search of one thread, part after part. Nearly all numbers come once, so they are looked over as bits first: only those whose bit another one has as
    /// well are compared.
    /// </summary>
    private sealed class Search(NumberPartitions numbers, int most, CancellationToken stop)
    {
        // Of a number: one of so many has a bit in common with another.
        private const int BitsEach = 16;

        // Two words of 64 bits for as many places.
        private const int PlacesPerWord = 32;

        private readonly List<int> _ends = [];

        // Two words side by side: the bits that a number has, and those that several have.
        private ulong[] _seen = [];
        private ulong[] _table = [];

        public long Count { get; private set; }

        public List<(ulong Number, ulong First)> Told { get; } = [];

        public void Part(int part)
        {
            _ends.Clear();
            for (int end = numbers._ends[part]; end > 0; end = (int)numbers.Chunk(end)[0])
            {
                _ends.Add(end);
            }

            _ends.Reverse();
            int bits = Begin(ref _seen, (long)BitsEach * ChunkLength * _ends.Count, PlacesPerWord);
            int again = 0;
            foreach (int end in _ends)
            {
                stop.ThrowIfCancellationRequested();
                again += See(numbers.Chunk(end).Slice(1), bits);
            }

            if (again == 0)
            {
                return;
            }

            // Of each bit that came again also the first number.
            int tableBits = Begin(ref _table, 2L * Math.Min(2 * again, ChunkLength * _ends.Count), placesPerWord: 1);
            int told = 0;
            foreach (int end in _ends)
            {
                stop.ThrowIfCancellationRequested();
                told = Compare(numbers.Chunk(end).Slice(1), bits, tableBits, told);
            }
        }

        // The bits after those that all of the part have in common.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static int Place(ulong hash, int bits) => (int)(hash >> (64 - PartBits - bits)) & ((1 << bits) - 1);

        // Empties a table, or makes a larger one. Its places are a power of two: the exponent is returned.
        private static int Begin(ref ulong[] table, long places, int placesPerWord)
        {
            int bits = 6;
            while (1L << bits < places)
            {
                bits++;
            }

            int words = (1 << bits) / placesPerWord;
            if (table.Length < words)
            {
                table = new ulong[words];
            }
            else
            {
                Array.Clear(table, 0, words);
            }

            return bits;
        }

        [MethodImpl(Jit.Hot | MethodImplOptions.NoInlining)]
        private int See(ReadOnlySpan<ulong> chunk, int bits)
        {
            ulong[] seen = _seen;
            int again = 0;
            foreach (ulong number in chunk)
            {
                int place = Place(Hash(PackedNumber.TenDigitsOf(number)), bits);
                int word = place >> 6 << 1;
                ulong bit = 1UL << (place & 63);
                ulong common = seen[word] & bit;
                seen[word] |= bit;
                seen[word + 1] |= common;
                again += (int)(common >> (place & 63));
            }

            return again;
        }

        [MethodImpl(Jit.Hot)]
        private int Compare(ReadOnlySpan<ulong> chunk, int bits, int tableBits, int told)
        {
            ulong[] seen = _seen;
            ulong[] table = _table;
            int mask = (1 << tableBits) - 1;
            foreach (ulong number in chunk)
            {
                ulong ten = PackedNumber.TenDigitsOf(number);
                ulong hash = Hash(ten);
                int bit = Place(hash, bits);
                if ((seen[(bit >> 6 << 1) + 1] >> (bit & 63) & 1) == 0)
                {
                    continue;
                }

                int place = Place(hash, tableBits);
                while (table[place] != 0 && PackedNumber.TenDigitsOf(table[place]) != ten)
                {
                    place = (place + 1) & mask;
                }

                if (table[place] == 0)
                {
                    table[place] = number;
                    continue;
                }

                Count++;
                if (told < most)
                {
                    told++;
                    Told.Add((number, table[place]));
                }
            }

            return told;
        }
    }

    // The chunk that ends at a place, with the word at its start.
    private ReadOnlySpan<ulong> Chunk(int end)
    {
        int start = (end - 1) & ~(ChunkLength - 1);
        return _slabs[start >> SlabBits].AsSpan(start & (SlabLength - 1), end - start);
    }
}
