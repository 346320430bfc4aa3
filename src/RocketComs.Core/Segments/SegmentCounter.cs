using System;

namespace RocketComs.Core.Segments;

/// <summary>
/// Counts the segments of a text without allocating. Segments are packed as a sender packs them: a character that needs two
/// units and does not fit whole goes to the next segment, so the count is not the length divided by the capacity.
/// </summary>
/// <remarks>Source: 3GPP TS 23.040, clause 9.2.3.24.1: neither an escape sequence nor a UCS-2 character is split in the middle.</remarks>
public static class SegmentCounter
{
    /// <summary>Counts a text as it stands: what is to be unescaped or replaced must be so already.</summary>
    /// <param name="text">UTF-16 text; a lone surrogate counts as one unit.</param>
    /// <param name="concatenation">The reference in the headers of a long message.</param>
    /// <returns>Alphabet, units, segments.</returns>
    public static SegmentCount Count(ReadOnlySpan<char> text, RcSmsConcatenation concatenation = RcSmsConcatenation.Reference8Bit)
    {
        int septets = CountSeptets(text);
        RcSmsEncoding encoding = septets < 0 ? RcSmsEncoding.Ucs2 : RcSmsEncoding.Gsm7;
        int units = septets < 0 ? text.Length : septets;
        SegmentSizes sizes = SegmentSizes.For(encoding, concatenation);
        if (units == 0)
        {
            return new SegmentCount(encoding, 0, 0, sizes.Single, sizes.Single);
        }

        if (units <= sizes.Single)
        {
            return new SegmentCount(encoding, units, 1, sizes.Single, sizes.Single - units);
        }

        // Without pairs every segment but the last is full.
        bool hasPairs = encoding == RcSmsEncoding.Ucs2 || septets != text.Length;
        (int segments, int last) = hasPairs
            ? Pack(text, encoding, sizes.Part)
            : ((units + sizes.Part - 1) / sizes.Part, ((units - 1) % sizes.Part) + 1);
        return new SegmentCount(encoding, units, segments, sizes.Part, sizes.Part - last);
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

    private static int CountSeptets(ReadOnlySpan<char> text)
    {
        int septets = 0;
        foreach (char character in text)
        {
            int cost = GsmAlphabet.Septets(character);
            if (cost == 0)
            {
                return -1;
            }

            septets += cost;
        }

        return septets;
    }

    private static (int Segments, int LastUnits) Pack(ReadOnlySpan<char> text, RcSmsEncoding encoding, int capacity)
    {
        int segments = 1;
        int used = 0;
        for (int i = 0; i < text.Length;)
        {
            (int length, int units) = Character(text, i, encoding);
            if (used + units > capacity)
            {
                segments++;
                used = 0;
            }

            used += units;
            i += length;
        }

        return (segments, used);
    }
}
