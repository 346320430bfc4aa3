namespace RocketComs.Core.Rules.Texts;

/// <summary>A word of a text: letters and digits without a sign between them.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Lower">The word in small letters.</param>
/// <param name="IsUpper">Whether it is written in capitals throughout.</param>
/// <param name="IsTitle">Whether it begins with a capital letter, and goes on otherwise.</param>
/// <param name="BeginsSentence">Whether it is the first word of a sentence.</param>
internal readonly record struct TextWord(int Start, string Lower, bool IsUpper, bool IsTitle, bool BeginsSentence)
{
    public int End => Start + Lower.Length;
}

/// <summary>Takes texts apart into words.</summary>
internal static class TextWords
{
    /// <summary>The words of a text, in their order.</summary>
    public static List<TextWord> Of(string text)
    {
        List<TextWord> words = [];
        bool begins = true;
        for (int start = 0; start < text.Length; start++)
        {
            if (!IsOfWord(text[start]))
            {
                begins |= text[start] is '.' or '!' or '?' or '\n' or '\r' or ':' or '\u2026' or '\u3002';
                continue;
            }

            int end = start + 1;
            while (end < text.Length && IsOfWord(text[end]))
            {
                end++;
            }

            words.Add(Word(text, start, end, begins));
            begins = false;
            start = end - 1;
        }

        return words;
    }

    private static TextWord Word(string text, int start, int end, bool begins)
    {
        string word = text.Substring(start, end - start);
        bool isUpper = word.Length > 1 && word.Any(char.IsUpper) && !word.Any(char.IsLower);
        return new TextWord(start, word.ToLowerInvariant(), isUpper, char.IsUpper(word[0]) && !isUpper, begins);
    }

    // A half of a pair of characters beyond the first 65,536: those that are letters belong to a word with their like.
    private static bool IsOfWord(char character) =>
        char.IsLetterOrDigit(character) || (character >= '\u0300' && char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark);
}
