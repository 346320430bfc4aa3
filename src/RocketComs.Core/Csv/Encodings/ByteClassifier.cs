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
        0b1000_1001, // _F: delete
    ];

    private static ReadOnlySpan<byte> HighHalves =>
    [
        0b0000_0001, // 0_: low
        0b0000_0001,
        0b0000_0110, // 2_: quote, mark
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

    /// <summary>The finer kinds of a byte that <see cref="MarkFinder"/> has found.</summary>
    public static ByteClasses FinerOf(byte mark) => mark switch
    {
        (byte)'.' => ByteClasses.WordDot,
        (byte)'[' or (byte)'{' => ByteClasses.Extension | ByteClasses.Bracket,
        (byte)'|' => ByteClasses.Extension | ByteClasses.Bar,
        (byte)'\\' => ByteClasses.Extension | ByteClasses.Backslash,
        (byte)'<' => ByteClasses.Less,
        (byte)'@' => ByteClasses.At,
        _ => Of(mark),
    };

    /// <summary>The kinds of a text with the finer ones that may be among them.</summary>
    public static ByteClasses Finer(ByteClasses classes)
    {
        classes |= ByteClasses.WordDot;
        classes |= (classes & ByteClasses.Extension) != 0 ? ByteClasses.Bracket | ByteClasses.Bar : ByteClasses.None;
        classes |= (classes & ByteClasses.BackslashOrLess) != 0 ? ByteClasses.Backslash | ByteClasses.Less : ByteClasses.None;
        return classes | ((classes & ByteClasses.GraveOrAt) != 0 ? ByteClasses.At : ByteClasses.None);
    }

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

#if NET8_0_OR_GREATER
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

    /// <summary>The same of 16 bytes at least, on every processor that has registers of as many.</summary>
    [MethodImpl(Jit.Hot)]
    internal static ByteClasses OfNarrow(ReadOnlySpan<byte> text)
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
    internal static Vector256<byte> Kinds(Vector256<byte> bytes, Vector256<byte> lows, Vector256<byte> highs)
    {
        Vector256<byte> half = Vector256.Create((byte)0xF);
        return Avx2.Shuffle(lows, bytes & half) & Avx2.Shuffle(highs, Vector256.ShiftRightLogical(bytes.AsUInt16(), 4).AsByte() & half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<byte> Kinds(Vector128<byte> bytes, Vector128<byte> lows, Vector128<byte> highs)
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
    Delete = 1 << 3, // U+007F
    Extension = 1 << 4, // [ \ ] ^ { | } ~: two septets each
    BackslashOrLess = 1 << 5, // a backslash, for which Extension is set as well, or <
    GraveOrAt = 1 << 6, // the grave accent, which is no GSM character, or @
    NonAscii = 1 << 7, // a byte of a character outside ASCII

    // Told only by who looks at each byte that is marked; see ByteClassifier.Finer.
    WordDot = 1 << 8, // a dot that a letter may follow, as in a host
    Bracket = 1 << 9, // [ or {
    Bar = 1 << 10, // |
    Backslash = 1 << 11,
    Less = 1 << 12, // <
    At = 1 << 13, // @
}
