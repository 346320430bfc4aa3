using System.Text;
using RocketComs.Core.Rules.Engine;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Repair;

/// <summary>Repairs a text where the recipient would not miss anything: line breaks, the blanks after them, the blanks around it.</summary>
internal static class TextRepairer
{
    private const string BlankAfterBreak = LineBreakEscape.Pair + " ";

    private static readonly char[] s_blanks = [' ', '\t'];

    /// <summary>Whether nothing of a text on one line, in UTF-8, is to be repaired, typography aside.</summary>
    public static bool IsRepaired(ReadOnlySpan<byte> text) => !RowScanner.HasOuterBlank(text) && text.IndexOf(@"\n "u8) < 0;

    /// <summary>Whether a text on one line, in UTF-8, may hold what is not of the GSM alphabet.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isAscii">Whether it is of ASCII.</param>
    public static bool MayBeTypographic(ReadOnlySpan<byte> text, bool isAscii) => !isAscii || text.IndexOfAny((byte)'\t', (byte)0x7F, (byte)'`') >= 0;

    /// <summary>Repairs a text, unquoted. Typographic characters are replaced unless the text would then need more segments.</summary>
    /// <returns>The new text and what was done to it.</returns>
    public static (string Text, RowChanges Changes) Repair(string text, bool transliterate)
    {
        RowChanges changes = RowChanges.None;
        string unbroken = Step(text, LineBreakEscape.Escape(text), RowChanges.LineBreak, ref changes);
        (string Text, RowChanges Changes) plain = RemoveBlanks(unbroken, changes);
        if (!transliterate)
        {
            return plain;
        }

        string replaced = Step(unbroken, Transliterate(unbroken), RowChanges.Typography, ref changes);
        if ((changes & RowChanges.Typography) == 0)
        {
            return plain;
        }

        // An ellipsis becomes three dots: beside an emoji, which stays, that saves nothing and can cost a segment.
        (string Text, RowChanges Changes) typed = RemoveBlanks(replaced, changes);
        return Segments(typed.Text) > Segments(plain.Text) ? plain : typed;
    }

    private static int Segments(string text) => SegmentCounter.Count(LineBreakEscape.Unescape(text).AsSpan()).Segments;

    private static (string Text, RowChanges Changes) RemoveBlanks(string text, RowChanges changes)
    {
        // Before the ends are trimmed, as the rules see it: "Hello\n " has a blank after the break, and one at its end.
        changes |= text.IndexOf(BlankAfterBreak, StringComparison.Ordinal) >= 0 ? RowChanges.BlankAfterEscape : RowChanges.None;
        string trimmed = Step(text, text.Trim(s_blanks), RowChanges.MessageBlanks, ref changes);
        return (RemoveBlanksAfterBreaks(trimmed), changes);
    }

    private static string Step(string before, string after, RowChanges change, ref RowChanges changes)
    {
        changes |= before.Length == after.Length && string.Equals(before, after, StringComparison.Ordinal) ? RowChanges.None : change;
        return after;
    }

    private static string Transliterate(string text)
    {
        // A mark combines with the letter before it, and the n of a line break is none.
        return LineBreakEscape.Escape(Transliterator.Apply(LineBreakEscape.Unescape(text)).Text);
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
