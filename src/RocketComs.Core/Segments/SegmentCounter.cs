#if NET8_0_OR_GREATER
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif
using System.Runtime.CompilerServices;

namespace RocketComs.Core.Segments;

/// <summary>
/// Counts the segments of a text without allocating. Segments are packed as a sender packs them: a character that needs two
/// units and does not fit whole goes to the next segment, so the count is not the length divided by the capacity.
/// </summary>
/// <remarks>Source: 3GPP TS 23.040, clause 9.2.3.24.1: neither an escape sequence nor a UCS-2 character is split in the middle.</remarks>
public static class SegmentCounter
{
    /// <summary>The segments that one message can have; a longer text is counted all the same.</summary>
    /// <remarks>Source: 3GPP TS 23.040, clauses 9.2.3.24.1 and 9.2.3.24.8: one octet of the header holds their number.</remarks>
    public const int MostSegments = 255;

    /// <summary>Counts a text as it stands: what is to be unescaped or replaced must be so already.</summary>
    /// <param name="text">UTF-16 text; a lone surrogate counts as one unit.</param>
    /// <param name="concatenation">The reference in the headers of a long message.</param>
    /// <returns>Alphabet, units, segments.</returns>
    [MethodImpl(Jit.Hot)]
    public static SegmentCount Count(ReadOnlySpan<char> text, RcSmsConcatenation concatenation = RcSmsConcatenation.Reference8Bit)
    {
        int pairs = CountEscaped(text);
        if (pairs == 0)
        {
            return CountSingles(text.Length, concatenation);
        }

        RcSmsEncoding encoding = pairs < 0 ? RcSmsEncoding.Ucs2 : RcSmsEncoding.Gsm7;
        int units = pairs < 0 ? text.Length : text.Length + pairs;
        SegmentSizes sizes = SegmentSizes.For(encoding, concatenation);
        if (units <= sizes.Single)
        {
            return new SegmentCount(encoding, units, 1, sizes.Single, sizes.Single - units);
        }

        (int segments, int last) = encoding == RcSmsEncoding.Ucs2 ? PackUcs2(text, sizes.Part) : PackSeptets(text, sizes.Part);
        return new SegmentCount(encoding, units, segments, sizes.Part, sizes.Part - last);
    }

    /// <summary>Counts a text of which only the length matters: every character is one septet.</summary>
    internal static SegmentCount CountSingles(int length, RcSmsConcatenation concatenation)
    {
        SegmentSizes sizes = SegmentSizes.For(RcSmsEncoding.Gsm7, concatenation);
        if (length <= sizes.Single)
        {
            return new SegmentCount(RcSmsEncoding.Gsm7, length, length == 0 ? 0 : 1, sizes.Single, sizes.Single - length);
        }

        // Without pairs every segment but the last is full.
        int segments = (length + sizes.Part - 1) / sizes.Part;
        return new SegmentCount(RcSmsEncoding.Gsm7, length, segments, sizes.Part, (segments * sizes.Part) - length);
    }

    /// <summary>The length of the character at a place, in UTF-16 units and in units of the alphabet.</summary>
    internal static (int Length, int Units) Character(ReadOnlySpan<char> text, int index, RcSmsEncoding encoding)
    {
        if (encoding == RcSmsEncoding.Gsm7)
        {
            return (1, GsmAlphabet.Septets(text[index]));
        }

        bool isPair = char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);
        return isPair ? (2, 2) : (1, 1);
    }

    /// <summary>The characters of the extension table in a text; -1 when a character is in neither table.</summary>
    [MethodImpl(Jit.Hot)]
    private static int CountEscaped(ReadOnlySpan<char> text)
    {
        int escaped = 0;
#if NET8_0_OR_GREATER
        if (Vector256.IsHardwareAccelerated)
        {
            ref ushort start = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text));
            int i = 0;
            for (; i <= text.Length - Vector256<ushort>.Count; i += Vector256<ushort>.Count)
            {
                Vector256<ushort> units = Vector256.LoadUnsafe(ref start, (nuint)i);
                if (AreAsciiLetters(units))
                {
                    escaped += BitOperations.PopCount(Escaped(units).ExtractMostSignificantBits());
                }
                else if (AddEscaped(text.Slice(i, Vector256<ushort>.Count), ref escaped) is false)
                {
                    return -1;
                }
            }

            text = text.Slice(i);
        }
#endif
        return AddEscaped(text, ref escaped) ? escaped : -1;
    }

    [MethodImpl(Jit.Hot)]
    private static bool AddEscaped(ReadOnlySpan<char> text, ref int escaped)
    {
        foreach (char character in text)
        {
            int septets = GsmAlphabet.Septets(character);
            if (septets == 0)
            {
                return false;
            }

            escaped += septets - 1;
        }

        return true;
    }

#if NET8_0_OR_GREATER
    // U+0020 to U+007E but the grave accent: all of it is GSM.
    private static bool AreAsciiLetters(Vector256<ushort> units) => Vector256.EqualsAll(
        Vector256.Equals(Vector256.Min(units - Vector256.Create((ushort)0x20), Vector256.Create((ushort)0x5E)), units - Vector256.Create((ushort)0x20))
        & ~Vector256.Equals(units, Vector256.Create((ushort)'`')),
        Vector256<ushort>.AllBitsSet);

    // [ \ ] ^ and { | } ~ differ in one bit.
    private static Vector256<ushort> Escaped(Vector256<ushort> units)
    {
        Vector256<ushort> distance = (units | Vector256.Create((ushort)0x20)) - Vector256.Create((ushort)'{');
        return Vector256.Equals(Vector256.Min(distance, Vector256.Create((ushort)3)), distance);
    }
#endif

    [MethodImpl(Jit.Hot)]
    private static (int Segments, int LastUnits) PackSeptets(ReadOnlySpan<char> text, int capacity)
    {
        int segments = 1;
        int used = 0;
        foreach (char character in text)
        {
            int septets = GsmAlphabet.Septets(character);
            if (used + septets > capacity)
            {
                segments++;
                used = 0;
            }

            used += septets;
        }

        return (segments, used);
    }

    // Only what stands at the end of a segment matters: a pair that would be cut goes over whole.
    [MethodImpl(Jit.Hot)]
    private static (int Segments, int LastUnits) PackUcs2(ReadOnlySpan<char> text, int capacity)
    {
        int segments = 1;
        int start = 0;
        while (text.Length - start > capacity)
        {
            int end = start + capacity;
            start = IsPair(text, end - 1) ? end - 1 : end;
            segments++;
        }

        return (segments, text.Length - start);
    }

    private static bool IsPair(ReadOnlySpan<char> text, int index) => char.IsHighSurrogate(text[index]) && char.IsLowSurrogate(text[index + 1]);
}
