using System.Globalization;
using System.Text;

namespace RocketComs.Core.Segments;

/// <summary>
/// Rewrites the clusters of one text: a character with what composes with it. Each is brought to NFC, looked up in the
/// <see cref="TypographicTable"/>, and brought to NFC again, as a replacement may compose with a mark after it.
/// </summary>
/// <remarks>Clusters are cut where no normalisation reaches across (UAX #15), so that pieces give what the whole text would.</remarks>
/// <param name="text">The text.</param>
internal sealed class Rewriter(string text)
{
    private readonly string _text = text;
    private readonly bool _keepsDirection = RightToLeft.IsIn(text);

    public int ClusterLength(int index)
    {
        int end = index + Clusters.CharacterLength(_text, index);
        if (!Clusters.CanNormalize(_text, index))
        {
            return end - index;
        }

        bool? looksAcross = null;
        while (true)
        {
            // The usual case: what is in the alphabet neither composes nor vanishes.
            int next = end;
            if (next == _text.Length || GsmAlphabet.Septets(_text[next]) > 0)
            {
                return end - index;
            }

            // What vanishes parts no letter from its mark. A run of it is looked across only from what stays: once, not once a character.
            looksAcross ??= !Vanishes(index);
            while (looksAcross.Value && next < _text.Length && Vanishes(next))
            {
                next++;
            }

            if (next == _text.Length || !Clusters.Joins(_text, next))
            {
                return end - index;
            }

            end = next + Clusters.CharacterLength(_text, next);
            looksAcross = true;
        }
    }

    /// <summary>What a cluster becomes.</summary>
    /// <param name="index">Its place.</param>
    /// <param name="length">Its length.</param>
    /// <param name="before">The character before it; NUL when there is none.</param>
    public string Rewrite(int index, int length, char before)
    {
        string cluster = _text.Substring(index, length);
        if (!Clusters.CanNormalize(_text, index))
        {
            return cluster;
        }

        string composed = cluster.Normalize(NormalizationForm.FormC);
        StringBuilder? result = null;
        for (int i = 0; i < composed.Length; i++)
        {
            string? replacement = Find(composed, i, index + length, before);
            if (replacement is null)
            {
                before = composed[i];
                result?.Append(before);
                continue;
            }

            result ??= new StringBuilder().Append(composed, 0, i);
            result.Append(replacement);
            before = result.Length > 0 ? result[result.Length - 1] : before;

            // Phones write a trade mark sign and its like with a selector of how to draw it.
            while (replacement.Length > 0 && i + 1 < composed.Length && IsSelector(composed[i + 1]))
            {
                i++;
            }
        }

        return result?.ToString().Normalize(NormalizationForm.FormC) ?? composed;
    }

    /// <summary>What to write instead of the character at a place, which stands within a cluster; <see langword="null"/> when it stays.</summary>
    public string? Find(int index) => Find(_text, index, _text.Length, index > 0 ? _text[index - 1] : '\0');

    /// <summary>Whether a character only says how the one before it is drawn.</summary>
    public static bool IsSelector(char character) => character is '\uFE0E' or '\uFE0F';

    private bool Vanishes(int index) => Find(index) is { Length: 0 };

    // Of a piece of the text that goes on at a place.
    private string? Find(string piece, int index, int rest, char before)
    {
        char character = piece[index];
        if (TypographicTable.Find(character) is not { } replacement || (_keepsDirection && TypographicTable.DirectionMarks.IndexOf(character) >= 0))
        {
            return null;
        }

        char next = index + 1 < piece.Length ? piece[index + 1] : rest < _text.Length ? _text[rest] : '\0';

        // What vanishes is looked across only for what does not vanish itself, so a run of it is walked once.
        return Neighbours.Fit(character, before, replacement.Length == 0 ? next : FirstThatStays(piece, index + 1, rest), next);
    }

    private char FirstThatStays(string piece, int index, int rest)
    {
        int place = Neighbours.FirstThatStays(piece.AsSpan(), index);
        if (place < piece.Length)
        {
            return piece[place];
        }

        place = Neighbours.FirstThatStays(_text.AsSpan(), rest);
        return place < _text.Length ? _text[place] : '\0';
    }
}

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
        if (CharacterLength(text, index) == 1 && char.IsSurrogate(text[index]))
        {
            return false;
        }

        int codePoint = char.ConvertToUtf32(text, index);
        return codePoint is not (>= 0xFDD0 and <= 0xFDEF) && (codePoint & 0xFFFE) != 0xFFFE;
    }
}

/// <summary>Whether a text is written from right to left anywhere, so that the marks of direction in it mean something.</summary>
internal static class RightToLeft
{
    // RLM, RLE, RLO and RLI: from here on the text itself says "to the left".
    private const string Marks = "\u200F\u202B\u202E\u2067";

    /// <summary>Whether a text holds a letter of a right-to-left script, or a mark that turns the direction.</summary>
    /// <remarks>Source: the ranges of Bidi_Class R and AL that Unicode reserves in DerivedBidiClass.txt; of a surrogate pair the first half tells.</remarks>
    public static bool IsIn(string text)
    {
        foreach (char character in text)
        {
            bool isLetter = character is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFE')
                or '\uD802' or '\uD803' or '\uD83A' or '\uD83B';
            if (isLetter || Marks.IndexOf(character) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
