#if NET8_0_OR_GREATER
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
#endif
using System.Runtime.CompilerServices;

namespace RocketComs.Core.Csv.Encodings;

/// <summary>
/// Finds the places in a text that any rule asks about, and those that part fields and records, 64 or 16 bytes at a step. What stands
/// between them cannot matter.
/// </summary>
internal static class MarkFinder
{
    /// <summary>The places that are written behind those that are found.</summary>
    public const int MorePlaces = 3;

    // Of those bytes only some are found: dots, and what is of ByteClasses.Mark.
    private const byte Unsure = 1 << 6;

    // As in ByteClassifier: a byte is marked when the sets of its halves have a bit in common.
    private static ReadOnlySpan<byte> LowHalves =>
    [
        0b0000_1001, // _0: at sign, grave
        0b0000_0001,
        0b0000_0101, // _2: quote
        0b0100_0001, // _3
        0b0100_0001,
        0b0100_0001, // _5
        0b0000_0001,
        0b0000_0001,
        0b0100_0001, // _8
        0b0000_0001,
        0b0000_0001,
        0b0001_0001, // _B
        0b0001_0011, // _C: comma, less
        0b0001_0001, // _D
        0b0101_0001, // _E: dot
        0b0010_0001, // _F: delete
    ];

    private static ReadOnlySpan<byte> HighHalves =>
    [
        0b0000_0001, // 0_: below the blank
        0b0000_0001,
        0b0100_0110, // 2_: comma, quote, unsure
        0b0000_0010, // 3_: less
        0b0000_1000, // 4_: at sign
        0b0001_0000, // 5_: extension
        0b0000_1000, // 6_: grave
        0b0011_0000, // 7_: extension, delete
        0b0000_0001, // 8_ to F_: outside ASCII
        0b0000_0001,
        0b0000_0001,
        0b0000_0001,
        0b0000_0001,
        0b0000_0001,
        0b0000_0001,
        0b0000_0001,
    ];

    /// <summary>
    /// Finds the bytes that are of some kind, the commas and the dots. Of a run of bytes outside ASCII only some are found, among them the first; and
    /// of dots and <see cref="ByteClasses.Mark"/> only those that what follows does not rule out as part of a host or as the start of a placeholder:
    /// before the same sign, a bracket, or what is above the digits.
    /// </summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="to">Where to end.</param>
    /// <param name="places">Takes their places, in order; longer than what is looked at by <see cref="MorePlaces"/>.</param>
    /// <returns>How many they are.</returns>
    [MethodImpl(Jit.Hot)]
    public static int Find(byte[] bytes, int from, int to, int[] places)
    {
#if NET8_0_OR_GREATER
        if (Avx2.IsSupported)
        {
            return FindWide(bytes, from, to, places);
        }

        if (Ssse3.IsSupported || AdvSimd.Arm64.IsSupported)
        {
            return FindNarrow(bytes, from, to, places);
        }
#endif
        return FindRest(bytes, from, to, places, 0);
    }

#if NET8_0_OR_GREATER
    /// <summary>The same on every processor that has registers of 16 bytes.</summary>
    /// <inheritdoc cref="Find"/>
    [MethodImpl(Jit.Hot)]
    internal static int FindNarrow(byte[] bytes, int from, int to, int[] places)
    {
        int count = 0;
        Vector128<byte> lows = Vector128.Create(LowHalves);
        Vector128<byte> highs = Vector128.Create(HighHalves);
        ref byte start = ref MemoryMarshal.GetArrayDataReference(bytes);
        for (; from < to - Vector128<byte>.Count; from += Vector128<byte>.Count)
        {
            (uint marks, uint beyondAscii) = Marks(ref start, from, lows, highs);
            count = Add(marks & ~(beyondAscii & (beyondAscii << 1)), from, places, count);
        }

        return FindRest(bytes, from, to, places, count);
    }

    [MethodImpl(Jit.Hot)]
    private static int FindWide(byte[] bytes, int from, int to, int[] places)
    {
        int count = 0;
        Vector128<byte> low = Vector128.Create(LowHalves);
        Vector128<byte> high = Vector128.Create(HighHalves);
        Vector256<byte> lows = Vector256.Create(low, low);
        Vector256<byte> highs = Vector256.Create(high, high);
        ref byte start = ref MemoryMarshal.GetArrayDataReference(bytes);
        for (; from < to - (2 * Vector256<byte>.Count); from += 2 * Vector256<byte>.Count)
        {
            (uint marks, uint others) = Marks(ref start, from, lows, highs);
            (uint nextMarks, uint nextOthers) = Marks(ref start, from + Vector256<byte>.Count, lows, highs);
            ulong beyondAscii = others | ((ulong)nextOthers << Vector256<byte>.Count);
            ulong all = marks | ((ulong)nextMarks << Vector256<byte>.Count);
            count = Add(all & ~(beyondAscii & (beyondAscii << 1)), from, places, count);
        }

        return FindRest(bytes, from, to, places, count);
    }
#endif

    [MethodImpl(Jit.Hot)]
    private static int FindRest(byte[] bytes, int from, int to, int[] places, int count)
    {
        for (; from < to; from++)
        {
            if (IsPlace(bytes[from], from + 1 < bytes.Length ? bytes[from + 1] : (byte)0))
            {
                places[count++] = from;
            }
        }

        return count;
    }

    private static bool IsPlace(byte value, byte next) =>
        (LowHalves[value & 0xF] & HighHalves[value >> 4]) is var kind && (kind == Unsure ? next == value || next == '(' || next > '9' : kind != 0);

#if NET8_0_OR_GREATER
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (uint Marks, uint BeyondAscii) Marks(ref byte start, int from, Vector256<byte> lows, Vector256<byte> highs)
    {
        Vector256<byte> text = Vector256.LoadUnsafe(ref start, (nuint)from);
        Vector256<byte> next = Vector256.LoadUnsafe(ref start, (nuint)from + 1);
        Vector256<byte> counts = Vector256.Equals(next, text) | Vector256.Equals(next, Vector256.Create((byte)'(')) | Vector256.Equals(next, Vector256.Max(next, Vector256.Create((byte)('9' + 1))));
        Vector256<byte> kinds = ByteClassifier.Kinds(text, lows, highs) & (counts | Vector256.Create(unchecked((byte)~Unsure)));
        return (~Vector256.Equals(kinds, Vector256<byte>.Zero).ExtractMostSignificantBits(), text.ExtractMostSignificantBits());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (uint Marks, uint BeyondAscii) Marks(ref byte start, int from, Vector128<byte> lows, Vector128<byte> highs)
    {
        Vector128<byte> text = Vector128.LoadUnsafe(ref start, (nuint)from);
        Vector128<byte> next = Vector128.LoadUnsafe(ref start, (nuint)from + 1);
        Vector128<byte> counts = Vector128.Equals(next, text) | Vector128.Equals(next, Vector128.Create((byte)'(')) | Vector128.Equals(next, Vector128.Max(next, Vector128.Create((byte)('9' + 1))));
        Vector128<byte> kinds = ByteClassifier.Kinds(text, lows, highs) & (counts | Vector128.Create(unchecked((byte)~Unsure)));
        return (~Vector128.Equals(kinds, Vector128<byte>.Zero).ExtractMostSignificantBits() & ushort.MaxValue, text.ExtractMostSignificantBits());
    }

    // Four at a time, whether or not there are as many: how many there are cannot be foretold, and a wrong guess costs more than a place written for nothing.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Add(ulong marks, int from, int[] places, int count)
    {
        int end = count + BitOperations.PopCount(marks);
        do
        {
            Span<int> four = places.AsSpan(count, 4);
            four[0] = from + BitOperations.TrailingZeroCount(marks);
            marks &= marks - 1;
            four[1] = from + BitOperations.TrailingZeroCount(marks);
            marks &= marks - 1;
            four[2] = from + BitOperations.TrailingZeroCount(marks);
            marks &= marks - 1;
            four[3] = from + BitOperations.TrailingZeroCount(marks);
            marks &= marks - 1;
            count += four.Length;
        }
        while (count < end);
        return end;
    }
#endif
}
