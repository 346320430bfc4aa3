using System.Globalization;

namespace RocketComs.Core.Segments;

/// <summary>What is asked of the characters of a text before it is normalised piece by piece.</summary>
internal static class Clusters
{
    /// <summary>The length of the character at a place: 2 for a surrogate pair.</summary>
    public static int CharacterLength(string text, int index) => char.IsSurrogatePair(text, index) ? 2 : 1;

    /// <summary>Whether a character can compose, or change places, with what stands before it: a mark, or the second part of a syllable.</summary>
    /// <remarks>
    /// All that Unicode gives a combining class, or NFC_Quick_Check=Maybe: marks, the vowels and finals of Korean (Hangul Jamo) and one
    /// vowel of Kirat Rai.
    /// </remarks>
    public static bool Joins(string text, int index)
    {
        if (text[index] < '\u0300')
        {
            return false;
        }

        if (text[index] is (>= '\u1160' and <= '\u11FF') or (>= '\uD7B0' and <= '\uD7FB'))
        {
            return true;
        }

        const int KiratRaiVowelE = 0x16D67;
        return CharUnicodeInfo.GetUnicodeCategory(text, index) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
            || (CharacterLength(text, index) == 2 && char.ConvertToUtf32(text, index) == KiratRaiVowelE);
    }

    /// <summary>Whether normalisation takes a character: it refuses lone surrogates and, on some platforms, noncharacters.</summary>
    public static bool CanNormalize(string text, int index)
    {
        bool isPair = CharacterLength(text, index) == 2;
        if (!isPair && char.IsSurrogate(text[index]))
        {
            return false;
        }

        int codePoint = isPair ? char.ConvertToUtf32(text, index) : text[index];
        return codePoint is not (>= 0xFDD0 and <= 0xFDEF) && (codePoint & 0xFFFE) != 0xFFFE;
    }
}
