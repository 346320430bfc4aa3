using System;
using System.Text;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Repair;

/// <summary>Mends a text where the recipient would not miss anything: line breaks, the blanks after them, the blanks around it.</summary>
internal static class TextMender
{
    private const string BlankAfterBreak = LineBreakEscape.Pair + " ";

    private static readonly char[] s_blanks = [' ', '\t'];

    /// <summary>Mends a text.</summary>
    /// <param name="text">The text, unquoted.</param>
    /// <param name="transliterate">Whether typographic characters are replaced by those of the GSM alphabet.</param>
    /// <returns>The new text and what was done to it.</returns>
    public static (string Text, RowChanges Changes) Mend(string text, bool transliterate)
    {
        RowChanges changes = RowChanges.None;
        string mended = Step(text, LineBreakEscape.Escape(text), RowChanges.LineBreak, ref changes);
        mended = transliterate ? Step(mended, Transliterate(mended), RowChanges.Typography, ref changes) : mended;

        // Before the ends are trimmed, as the rules see it: "Hello\n " has a blank after the break, and one at its end.
        changes |= mended.IndexOf(BlankAfterBreak, StringComparison.Ordinal) >= 0 ? RowChanges.BlankAfterEscape : RowChanges.None;
        mended = Step(mended, mended.Trim(s_blanks), RowChanges.MessageBlanks, ref changes);
        return (RemoveBlanksAfterBreaks(mended), changes);
    }

    private static string Step(string before, string after, RowChanges change, ref RowChanges changes)
    {
        changes |= before.Length == after.Length && string.Equals(before, after, StringComparison.Ordinal) ? RowChanges.None : change;
        return after;
    }

    private static string Transliterate(string text)
    {
        // A mark combines with the letter before it, and the n of a line break is none.
        string result = Transliterator.Apply(LineBreakEscape.Unescape(text)).Text;

        // A backslash has no escape: one that would come to stand before an n would be a line break that nobody wrote.
        return result.IndexOf(LineBreakEscape.Pair, StringComparison.Ordinal) >= 0 ? text : LineBreakEscape.Escape(result);
    }

    private static string RemoveBlanksAfterBreaks(string text)
    {
        if (text.IndexOf(BlankAfterBreak, StringComparison.Ordinal) < 0)
        {
            return text;
        }

        StringBuilder result = new(text.Length);
        int at = 0;
        int pair;
        while ((pair = text.IndexOf(LineBreakEscape.Pair, at, StringComparison.Ordinal)) >= 0)
        {
            int end = pair + LineBreakEscape.Pair.Length;
            result.Append(text, at, end - at);
            at = end;
            while (at < text.Length && text[at] == ' ')
            {
                at++;
            }
        }

        return result.Append(text, at, text.Length - at).ToString();
    }
}
