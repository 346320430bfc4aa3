using System.Text;

namespace RocketComs.Core.Segments;

/// <summary>
/// Replaces typographic characters by those of the GSM alphabet, and composes letters that came in parts. URLs stay as they are: with
/// another character they would lead elsewhere.
/// </summary>
internal static class Transliterator
{
    /// <summary>Transliterates a text.</summary>
    /// <param name="text">The text; lone surrogates stay in it.</param>
    /// <returns>The new text, and every replacement with its place in the old one.</returns>
    public static (string Text, IReadOnlyList<RcSmsReplacement> Replacements) Apply(string text)
    {
        if (IsGsm7(text))
        {
            return (text, []);
        }

        Rewriter rewriter = new(text);
        StringBuilder result = new(text.Length);
        List<RcSmsReplacement> replacements = [];
        (int Start, int Length) url = UrlFinder.Next(text, 0);
        int length;
        for (int i = 0; i < text.Length; i += length)
        {
            if (i == url.Start)
            {
                result.Append(text, i, length = url.Length);
                url = UrlFinder.Next(text, i + length);
                continue;
            }

            length = rewriter.ClusterLength(i);
            string after = length == 1 && GsmAlphabet.Septets(text[i]) > 0
                ? text[i].ToString()
                : rewriter.Rewrite(i, length, result.Length > 0 ? result[result.Length - 1] : '\0');
            if (after.Length != length || string.CompareOrdinal(text, i, after, 0, length) != 0)
            {
                replacements.Add(new RcSmsReplacement { Index = i, Before = text.Substring(i, length), After = after });
            }

            result.Append(after);
        }

        return (result.ToString(), replacements);
    }

    /// <summary>Whether every character of a text is in the GSM alphabet. Then it is in NFC, and nothing in it is typographic.</summary>
    public static bool IsGsm7(string text) => SegmentCounter.Count(text.AsSpan()).Encoding == RcSmsEncoding.Gsm7;
}
