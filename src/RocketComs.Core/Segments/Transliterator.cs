using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace RocketComs.Core.Segments;

/// <summary>Replaces typographic characters by those of the GSM alphabet, and composes letters that came in parts.</summary>
internal static class Transliterator
{
    /// <summary>Transliterates a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The new text, and every replacement with its place in the old one.</returns>
    public static (string Text, IReadOnlyList<RcSmsReplacement> Replacements) Apply(string text)
    {
        StringBuilder result = new(text.Length);
        List<RcSmsReplacement> replacements = [];
        for (int i = 0; i < text.Length;)
        {
            int length = ClusterLength(text, i);
            string before = text.Substring(i, length);
            string after = Replacement(before);
            if (!string.Equals(before, after, System.StringComparison.Ordinal))
            {
                replacements.Add(new RcSmsReplacement { Index = i, Before = before, After = after });
            }

            result.Append(after);
            i += length;
        }

        return (result.ToString(), replacements);
    }

    /// <summary>The composed letter that a combining mark belongs to, when the GSM alphabet has it.</summary>
    public static string? ComposedLetter(string text, int markIndex)
    {
        int start = markIndex;
        while (start > 0 && IsMark(text[start]))
        {
            start--;
        }

        string composed = Compose(text.Substring(start, ClusterLength(text, start)));
        return composed.Length == 1 && GsmAlphabet.Septets(composed[0]) > 0 ? composed : null;
    }

    /// <summary>Whether a character is a mark that combines with the letter before it.</summary>
    public static bool IsMark(char character) =>
        CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string Replacement(string cluster)
    {
        // Phones write a trade mark sign and its like with a selector of how to draw it.
        bool isStyled = cluster.Length == 2 && cluster[1] is '\uFE0E' or '\uFE0F';
        return cluster.Length == 1 || isStyled ? TypographicTable.Find(cluster[0]) ?? cluster : Compose(cluster);
    }

    private static int ClusterLength(string text, int index)
    {
        int end = index + 1;
        while (end < text.Length && IsMark(text[end]))
        {
            end++;
        }

        return end - index;
    }

    // A lone surrogate cannot be normalised, and needs none: it stays as it is.
    private static string Compose(string cluster) => char.IsSurrogate(cluster[0]) ? cluster : cluster.Normalize(NormalizationForm.FormC);
}
