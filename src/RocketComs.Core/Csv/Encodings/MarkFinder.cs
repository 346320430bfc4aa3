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
    /// <summary>
    /// Finds the bytes that are of some kind, the commas, and the dots that a letter follows. Of a run of bytes outside ASCII only some are
    /// found, among them the first, and of <see cref="ByteClasses.Mark"/> only those that what follows does not rule out as the start of a
    /// placeholder: before the same sign, a bracket, or what is above the digits.
    /// </summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="to">Where to end.</param>
    /// <param name="places">Takes their places, in order; three longer than what is looked at.</param>
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
        Vector128<byte> lows = Vector128.Create(ByteClassifier.LowHalves);
        Vector128<byte> highs = Vector128.Create(ByteClassifier.HighHalves);
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
        Vector128<byte> low = Vector128.Create(ByteClassifier.LowHalves);
        Vector128<byte> high = Vector128.Create(ByteClassifier.HighHalves);
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

    private static bool IsPlace(byte value, byte next) => value switch
    {
        (byte)',' => true,
        (byte)'.' => (next | 0x20) is >= 'a' and <= 'z',
        _ => ByteClassifier.Of(value) is var kind && (kind == ByteClasses.Mark ? next == value || next == '(' || next > '9' : kind != ByteClasses.None),
    };

#if NET8_0_OR_GREATER
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (uint Marks, uint BeyondAscii) Marks(ref byte start, int from, Vector256<byte> lows, Vector256<byte> highs)
    {
        Vector256<byte> text = Vector256.LoadUnsafe(ref start, (nuint)from);
        Vector256<byte> next = Vector256.LoadUnsafe(ref start, (nuint)from + 1);
        Vector256<byte> kinds = ByteClassifier.Kinds(text, lows, highs);
        Vector256<byte> marks = Vector256.Equals(kinds, Vector256.Create((byte)ByteClasses.Mark)) & (Vector256.Equals(next, text) | Vector256.Equals(next, Vector256.Create((byte)'(')) | IsAbove(next, '9'));
        Vector256<byte> dots = Vector256.Equals(text, Vector256.Create((byte)'.')) & AreLetters(next);
        Vector256<byte> commas = Vector256.Equals(text, Vector256.Create((byte)','));
        Vector256<byte> none = Vector256.Equals(kinds & Vector256.Create(unchecked((byte)~ByteClasses.Mark)), Vector256<byte>.Zero);
        return (~Vector256.AndNot(none, marks | dots | commas).ExtractMostSignificantBits(), text.ExtractMostSignificantBits());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (uint Marks, uint BeyondAscii) Marks(ref byte start, int from, Vector128<byte> lows, Vector128<byte> highs)
    {
        Vector128<byte> text = Vector128.LoadUnsafe(ref start, (nuint)from);
        Vector128<byte> next = Vector128.LoadUnsafe(ref start, (nuint)from + 1);
        Vector128<byte> kinds = ByteClassifier.Kinds(text, lows, highs);
        Vector128<byte> marks = Vector128.Equals(kinds, Vector128.Create((byte)ByteClasses.Mark)) & (Vector128.Equals(next, text) | Vector128.Equals(next, Vector128.Create((byte)'(')) | IsAbove(next, '9'));
        Vector128<byte> dots = Vector128.Equals(text, Vector128.Create((byte)'.')) & AreLetters(next);
        Vector128<byte> commas = Vector128.Equals(text, Vector128.Create((byte)','));
        Vector128<byte> none = Vector128.Equals(kinds & Vector128.Create(unchecked((byte)~ByteClasses.Mark)), Vector128<byte>.Zero);
        return (~Vector128.AndNot(none, marks | dots | commas).ExtractMostSignificantBits() & ushort.MaxValue, text.ExtractMostSignificantBits());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> IsAbove(Vector256<byte> bytes, char least) =>
        ~Vector256.Equals(bytes, Vector256.Min(bytes, Vector256.Create((byte)least)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> IsAbove(Vector128<byte> bytes, char least) =>
        ~Vector128.Equals(bytes, Vector128.Min(bytes, Vector128.Create((byte)least)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> AreLetters(Vector256<byte> bytes)
    {
        Vector256<byte> letters = (bytes | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a');
        return Vector256.Equals(letters, Vector256.Min(letters, Vector256.Create((byte)('z' - 'a'))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> AreLetters(Vector128<byte> bytes)
    {
        Vector128<byte> letters = (bytes | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a');
        return Vector128.Equals(letters, Vector128.Min(letters, Vector128.Create((byte)('z' - 'a'))));
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
