using System.Runtime.CompilerServices;
using System.Text;

namespace RocketComs.Core.Rules.Texts;

/// <summary>
/// Recognises texts whose UTF-8 was read in a <see cref="CodePage"/>: <c>Itâ€™s</c>, <c>CafÃ©</c>, <c>ItΓÇÖs</c>. Sound texts hold the same characters, a
/// capital letter before a closing quote as in <c>IRMÃ…</c> or <c>CAFÉ”</c>. So only what nobody writes is taken for bytes.
/// </summary>
internal static class DecodedTwice
{
    private const int MostTimes = 4;

    /// <summary>
    /// Whether a look at the text is worth while: U+00C2 to U+00F4 stands directly before a character that Windows-1252 has for a byte of 0x80 to
    /// 0xBF, which is rare in a sound text; or the like of another code page begins what stands between ASCII characters.
    /// </summary>
    /// <param name="raw">The text, in UTF-8.</param>
    [MethodImpl(Jit.Hot)]
    public static bool MayStandIn(ReadOnlySpan<byte> raw)
    {
        const byte Lead = 0xC3;
        if (CodePage.MayBeginIn(raw))
        {
            return true;
        }

        for (int at; (at = raw.IndexOf(Lead)) >= 0; raw = raw.Slice(at + 1))
        {
            if (at + 2 < raw.Length && raw[at + 2] is 0xC2 or 0xC5 or 0xC6 or 0xCB or 0xE2)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Finds the first word that was decoded twice.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Where it is damaged, the word, what it was, and what the whole text was; <see langword="null"/> when there is none.</returns>
    public static (int Index, string Word, string Was, string Text)? Find(string text)
    {
        int index = -1;
        string whole = HoldsPair(text) ? Undo(text, out index) : text;
        if (index < 0)
        {
            return null;
        }

        int start = index;
        while (start > 0 && !IsBlank(text[start - 1]))
        {
            start--;
        }

        // "Ã" and a no-break space are an "à": what belongs to a sequence ends no word.
        CodePage? page = MisreadRun.PageOf(text);
        int end = index;
        while (end < text.Length && (MisreadRun.At(text, end, page).Length is > 0 and int length || !IsBlank(text[end])))
        {
            end += Math.Max(MisreadRun.At(text, end, page).Length, 1);
        }

        string word = text.Substring(start, end - start);
        return (index, word, Undo(word, out _), whole);
    }

    // One character is read as two at least.
    private static bool HoldsPair(string text)
    {
        for (int i = 1; i < text.Length; i++)
        {
            if (text[i - 1] >= 0x80 && text[i] >= 0x80)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads a text as what it was, as often as it was misread.</summary>
    private static string Undo(string text, out int first)
    {
        text = UndoOnce(text, out first);
        for (int time = 1, at = first; at >= 0 && time < MostTimes; time++)
        {
            text = UndoOnce(text, out at);
        }

        return text;
    }

    private static string UndoOnce(string text, out int first)
    {
        StringBuilder result = new(text.Length);
        CodePage? page = MisreadRun.PageOf(text);
        first = -1;
        int i = 0;
        while (i < text.Length)
        {
            MisreadRun run = MisreadRun.At(text, i, page);
            if (run.Length == 0)
            {
                result.Append(text[i++]);
                continue;
            }

            first = first < 0 ? i : first;
            result.Append(run.Text);
            i += run.Length;
        }

        return result.ToString();
    }

    private static bool IsBlank(char character) => character is ' ' or '\u00A0' or '\t' or '\r' or '\n' or '\\' or '"';
}
