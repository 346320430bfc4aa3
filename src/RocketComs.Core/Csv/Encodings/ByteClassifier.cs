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
/// Tells the kinds of bytes in a text, 16 or 32 bytes at a step. The kinds are chosen so that each is a set of low halves of a byte
/// combined with a set of high halves: two table look-ups in a register and one AND name the kind of every byte.
/// </summary>
internal static class ByteClassifier
{
    private static ReadOnlySpan<byte> LowHalves =>
    [
        0b1100_0001, // _0: low, grave or at sign
        0b1000_0001,
        0b1000_0011, // _2: quote
        0b1000_0101, // _3: mark
        0b1000_0101,
        0b1000_0101, // _5
        0b1000_0001,
        0b1000_0001,
        0b1000_0101, // _8
        0b1000_0001,
        0b1000_0001,
        0b1001_0001, // _B: extension
        0b1011_0001, // _C: extension, backslash or less
        0b1001_0001, // _D
        0b1001_0001, // _E
        0b1000_1001, // _F: slash or delete
    ];

    private static ReadOnlySpan<byte> HighHalves =>
    [
        0b0000_0001, // 0_: low
        0b0000_0001,
        0b0000_1110, // 2_: quote, mark, slash
        0b0010_0000, // 3_: less
        0b0100_0000, // 4_: at sign
        0b0011_0000, // 5_: extension, backslash
        0b0100_0000, // 6_: grave
        0b0001_1000, // 7_: extension, delete
        0b1000_0000, // 8_ to F_: outside ASCII
        0b1000_0000,
        0b1000_0000,
        0b1000_0000,
        0b1000_0000,
        0b1000_0000,
        0b1000_0000,
        0b1000_0000,
    ];

    public static ByteClasses Of(byte value) => (ByteClasses)(LowHalves[value & 0xF] & HighHalves[value >> 4]);

    /// <summary>The kinds of all bytes of a text together.</summary>
    [MethodImpl(Jit.Hot)]
    public static ByteClasses Of(ReadOnlySpan<byte> text)
    {
#if NET8_0_OR_GREATER
        if (Avx2.IsSupported && text.Length >= Vector256<byte>.Count)
        {
            return OfWide(text);
        }

        if ((Ssse3.IsSupported || AdvSimd.Arm64.IsSupported) && text.Length >= Vector128<byte>.Count)
        {
            return OfNarrow(text);
        }
#endif
        int classes = 0;
        foreach (byte value in text)
        {
            classes |= LowHalves[value & 0xF] & HighHalves[value >> 4];
        }

        return (ByteClasses)classes;
    }

    /// <summary>
    /// Finds the bytes that are of some kind, the commas, and the dots that no blank follows. Of a run of bytes outside ASCII only some are
    /// found, among them the first, and of <see cref="ByteClasses.Mark"/> only those that what follows does not rule out as the start of a
    /// placeholder: before the same sign, or what is above the digits.
    /// </summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="to">Where to end.</param>
    /// <param name="places">Takes their places, in order; three longer than what is looked at.</param>
    /// <returns>How many they are.</returns>
    [MethodImpl(Jit.Hot)]
    public static int Mark(byte[] bytes, int from, int to, int[] places)
    {
        int count = 0;
#if NET8_0_OR_GREATER
        if (Avx2.IsSupported)
        {
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
        }
        else if (Ssse3.IsSupported || AdvSimd.Arm64.IsSupported)
        {
            Vector128<byte> lows = Vector128.Create(LowHalves);
            Vector128<byte> highs = Vector128.Create(HighHalves);
            ref byte start = ref MemoryMarshal.GetArrayDataReference(bytes);
            for (; from < to - Vector128<byte>.Count; from += Vector128<byte>.Count)
            {
                (uint marks, uint beyondAscii) = Marks(ref start, from, lows, highs);
                count = Add(marks & ~(beyondAscii & (beyondAscii << 1)), from, places, count);
            }
        }
#endif
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
        (byte)'.' => next > ' ',
        _ => Of(value) is var kind && (kind == ByteClasses.Mark ? next == value || next > '9' : kind != ByteClasses.None),
    };

#if NET8_0_OR_GREATER
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (uint Marks, uint BeyondAscii) Marks(ref byte start, int from, Vector256<byte> lows, Vector256<byte> highs)
    {
        Vector256<byte> text = Vector256.LoadUnsafe(ref start, (nuint)from);
        Vector256<byte> next = Vector256.LoadUnsafe(ref start, (nuint)from + 1);
        Vector256<byte> kinds = Kinds(text, lows, highs);
        Vector256<byte> marks = Vector256.Equals(kinds, Vector256.Create((byte)ByteClasses.Mark)) & (Vector256.Equals(next, text) | IsAbove(next, '9'));
        Vector256<byte> dots = Vector256.Equals(text, Vector256.Create((byte)'.')) & IsAbove(next, ' ');
        Vector256<byte> commas = Vector256.Equals(text, Vector256.Create((byte)','));
        Vector256<byte> none = Vector256.Equals(kinds & Vector256.Create(unchecked((byte)~ByteClasses.Mark)), Vector256<byte>.Zero);
        return (~Vector256.AndNot(none, marks | dots | commas).ExtractMostSignificantBits(), text.ExtractMostSignificantBits());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (uint Marks, uint BeyondAscii) Marks(ref byte start, int from, Vector128<byte> lows, Vector128<byte> highs)
    {
        Vector128<byte> text = Vector128.LoadUnsafe(ref start, (nuint)from);
        Vector128<byte> next = Vector128.LoadUnsafe(ref start, (nuint)from + 1);
        Vector128<byte> kinds = Kinds(text, lows, highs);
        Vector128<byte> marks = Vector128.Equals(kinds, Vector128.Create((byte)ByteClasses.Mark)) & (Vector128.Equals(next, text) | IsAbove(next, '9'));
        Vector128<byte> dots = Vector128.Equals(text, Vector128.Create((byte)'.')) & IsAbove(next, ' ');
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

    // The last step overlaps the one before it: a kind that is seen twice is still one kind.
    [MethodImpl(Jit.Hot)]
    private static ByteClasses OfWide(ReadOnlySpan<byte> text)
    {
        Vector128<byte> low = Vector128.Create(LowHalves);
        Vector128<byte> high = Vector128.Create(HighHalves);
        Vector256<byte> lows = Vector256.Create(low, low);
        Vector256<byte> highs = Vector256.Create(high, high);
        ref byte start = ref MemoryMarshal.GetReference(text);
        Vector256<byte> classes = Vector256<byte>.Zero;
        nuint last = (nuint)(text.Length - Vector256<byte>.Count);
        for (nuint i = 0; i < last; i += (nuint)Vector256<byte>.Count)
        {
            classes |= Kinds(Vector256.LoadUnsafe(ref start, i), lows, highs);
        }

        classes |= Kinds(Vector256.LoadUnsafe(ref start, last), lows, highs);
        return Fold(classes.GetLower() | classes.GetUpper());
    }

    [MethodImpl(Jit.Hot)]
    private static ByteClasses OfNarrow(ReadOnlySpan<byte> text)
    {
        Vector128<byte> lows = Vector128.Create(LowHalves);
        Vector128<byte> highs = Vector128.Create(HighHalves);
        ref byte start = ref MemoryMarshal.GetReference(text);
        Vector128<byte> classes = Vector128<byte>.Zero;
        nuint last = (nuint)(text.Length - Vector128<byte>.Count);
        for (nuint i = 0; i < last; i += (nuint)Vector128<byte>.Count)
        {
            classes |= Kinds(Vector128.LoadUnsafe(ref start, i), lows, highs);
        }

        return Fold(classes | Kinds(Vector128.LoadUnsafe(ref start, last), lows, highs));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Kinds(Vector256<byte> bytes, Vector256<byte> lows, Vector256<byte> highs)
    {
        Vector256<byte> half = Vector256.Create((byte)0xF);
        return Avx2.Shuffle(lows, bytes & half) & Avx2.Shuffle(highs, Vector256.ShiftRightLogical(bytes.AsUInt16(), 4).AsByte() & half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Kinds(Vector128<byte> bytes, Vector128<byte> lows, Vector128<byte> highs)
    {
        Vector128<byte> half = Vector128.Create((byte)0xF);
        return LookUp(lows, bytes & half) & LookUp(highs, Vector128.ShiftRightLogical(bytes.AsUInt16(), 4).AsByte() & half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> LookUp(Vector128<byte> table, Vector128<byte> indices) =>
        Ssse3.IsSupported ? Ssse3.Shuffle(table, indices) : AdvSimd.Arm64.VectorTableLookup(table, indices);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ByteClasses Fold(Vector128<byte> classes)
    {
        ulong folded = classes.AsUInt64().GetElement(0) | classes.AsUInt64().GetElement(1);
        folded |= BitOperations.RotateRight(folded, 32);
        folded |= BitOperations.RotateRight(folded, 16);
        folded |= BitOperations.RotateRight(folded, 8);
        return (ByteClasses)(byte)folded;
    }
#endif
}

/// <summary>What kinds of bytes a record holds, as one vectorised look tells. A kind may stand for several bytes; who cares looks closer.</summary>
[Flags]
internal enum ByteClasses : ushort
{
    None = 0, // nothing but ASCII characters of one septet that mean nothing to any rule
    Low = 1, // below U+0020: tab, line break or another control character
    Quote = 1 << 1,
    Mark = 1 << 2, // # $ % (: what placeholders begin with, beside those below
    SlashOrDelete = 1 << 3, // a slash, or U+007F
    Extension = 1 << 4, // [ \ ] ^ { | } ~: two septets each
    BackslashOrLess = 1 << 5, // a backslash, for which Extension is set as well, or <
    GraveOrAt = 1 << 6, // the grave accent, which is no GSM character, or @
    NonAscii = 1 << 7, // a byte of a character outside ASCII
    WordDot = 1 << 8, // a dot that no blank follows, as in a host; not told by a look at the bytes alone
}
