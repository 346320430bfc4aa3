using System.Globalization;

namespace RocketComs.Core.Segments;

/// <summary>Finds and explains the characters that make a text UCS-2.</summary>
internal static class NonGsmCharacters
{
    /// <summary>Every character of a text that is in neither GSM table; a surrogate pair is one.</summary>
    /// <returns>The characters in order, each with what transliteration would make of it where that is in the alphabet.</returns>
    public static RcSmsCharacter[] Find(string text)
    {
        List<RcSmsCharacter> characters = [];
        Rewriter rewriter = new(text);
        (int Start, int Length) url = UrlFinder.Next(text, 0);
        int length;
        for (int i = 0; i < text.Length; i += length)
        {
            bool isUrl = i == url.Start;
            length = isUrl ? url.Length : rewriter.ClusterLength(i);
            AddFrom(characters, text, i, i + length, isUrl ? null : rewriter);
            url = isUrl ? UrlFinder.Next(text, i + length) : url;
        }

        return [.. characters];
    }

    // The characters of a cluster, or of a URL, for which there is no rewriter as nothing may be replaced in it.
    private static void AddFrom(List<RcSmsCharacter> characters, string text, int start, int end, Rewriter? rewriter)
    {
        int length;
        string? whole = null;
        for (int i = start; i < end; i += length)
        {
            length = Clusters.CharacterLength(text, i);
            if (GsmAlphabet.Septets(text[i]) > 0)
            {
                continue;
            }

            string? suggestion = null;
            if (rewriter is not null)
            {
                char before = start > 0 ? text[start - 1] : '\0';
                suggestion = i == start
                    ? rewriter.Rewrite(i, length, before)
                    : Joined(text, i, rewriter, whole ??= rewriter.Rewrite(start, end - start, before));
            }

            characters.Add(new RcSmsCharacter
            {
                Index = i,
                Text = text.Substring(i, length),
                CodePoint = "U+" + (length == 2 ? char.ConvertToUtf32(text, i) : text[i]).ToString("X4", CultureInfo.InvariantCulture),
                Suggestion = suggestion is not null && Transliterator.IsGsm7(suggestion) ? suggestion : null,
            });
        }
    }

    // For what stands after the first character of a cluster: a mark gives the letter that it makes, a selector and what vanishes go.
    private static string? Joined(string text, int index, Rewriter rewriter, string whole)
    {
        if (Rewriter.IsSelector(text[index]))
        {
            return rewriter.Find(index - 1) is { Length: > 0 } ? string.Empty : null;
        }

        return rewriter.Find(index) ?? (whole.Length == 1 ? whole : null);
    }
}
