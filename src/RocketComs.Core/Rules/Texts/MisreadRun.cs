using System.Text;

namespace RocketComs.Core.Rules.Texts;

/// <summary>Characters next to each other that are the bytes of others, and that nobody writes.</summary>
/// <param name="Length">How many there are; 0 for none.</param>
/// <param name="Text">What they were.</param>
internal readonly record struct MisreadRun(int Length, string Text)
{
    /// <summary>The code page in which a text was read: of those with a run that nobody writes, the one that explains the most.</summary>
    /// <returns><see langword="null"/> when there is no such run.</returns>
    public static CodePage? PageOf(string text)
    {
        CodePage? page = null;
        int most = 0;
        foreach (CodePage each in CodePage.All)
        {
            int count = 0;
            bool isSure = false;
            for (int i = 0; i < text.Length; i++)
            {
                MisreadRun run = Whole(text, i, each, out bool isOdd);
                count += run.Length > 0 ? 1 : 0;
                isSure |= isOdd;
            }

            (page, most) = isSure && count > most ? (each, count) : (page, most);
        }

        return page;
    }

    /// <summary>The run that begins at a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">The place.</param>
    /// <param name="page">The code page in which the text was read, as far as is known.</param>
    public static MisreadRun At(string text, int index, CodePage? page)
    {
        if (page is not null && Whole(text, index, page, out _) is { Length: > 0 } known)
        {
            return known;
        }

        foreach (CodePage each in CodePage.All)
        {
            if (Whole(text, index, each, out bool isOdd) is { Length: > 0 } run && isOdd)
            {
                return run;
            }
        }

        return Part(text, index);
    }

    // All that stands between two ASCII characters, when it is UTF-8 that was read in a code page.
    private static MisreadRun Whole(string text, int index, CodePage page, out bool isOdd)
    {
        isOdd = false;
        if (text[index] < 0x80 || (index > 0 && text[index - 1] >= 0x80))
        {
            return default;
        }

        StringBuilder was = new();
        int end = index;
        while (end < text.Length && text[end] >= 0x80)
        {
            if (MisreadSequence.At(text, end, page) is not { } next)
            {
                return default;
            }

            was.Append(char.ConvertFromUtf32(next.CodePoint));
            isOdd |= next.IsOfNoLetters;
            end += next.Length;
        }

        char before = index > 0 ? text[index - 1] : ' ';
        char after = end < text.Length ? text[end] : ' ';
        string read = text.Substring(index, end - index);
        isOdd |= OddPairs.Count(before + read + after) > OddPairs.Count(before + was.ToString() + after);
        return new(read.Length, was.ToString());
    }

    // What is read as Windows-1252 shows also where it stands beside what was read well.
    private static MisreadRun Part(string text, int index)
    {
        if (MisreadSequence.At(text, index, CodePage.Windows1252) is not { } first)
        {
            return default;
        }

        if (first.Length > 2 ? first.IsOdd : IsSurePair(text, index, first))
        {
            return new(first.Length, char.ConvertFromUtf32(first.CodePoint));
        }

        // One does not tell, several in a row do.
        StringBuilder was = new();
        int count = 0;
        bool isOdd = false;
        bool isLong = false;
        int end = index;
        while (end < text.Length && MisreadSequence.At(text, end, CodePage.Windows1252) is { } next && (next.Length > 2 || next.Script == first.Script || isLong))
        {
            was.Append(char.ConvertFromUtf32(next.CodePoint));
            isOdd |= next.IsOdd;
            isLong |= next.Length > 2;
            count++;
            end += next.Length;
        }

        bool isSure = isLong ? count > 1 || IsVietnamese(text, end, first) : (count > 1 && isOdd) || (count > 2 && first.Script > MisreadSequence.Latin);
        return isSure ? new(end - index, was.ToString()) : default;
    }

    private static bool IsVietnamese(string text, int end, in MisreadSequence sequence) =>
        sequence.CodePoint is >= 0x1E00 and <= 0x1EFF && end < text.Length && IsAsciiLower(text[end]);

    /// <summary>Whether a capital letter and one more are sure: what follows it follows no letter, or a capital stands there as only a byte does.</summary>
    private static bool IsSurePair(string text, int index, in MisreadSequence pair)
    {
        if (pair.Script > MisreadSequence.Latin)
        {
            return false;
        }

        char before = index > 0 ? text[index - 1] : ' ';
        char after = index + 2 < text.Length ? text[index + 2] : ' ';
        if (pair.IsOdd || char.IsLower(before))
        {
            return true;
        }

        char lead = text[index];
        char second = text[index + 1];
        bool isLatin1 = second is >= '\u00A0' and <= '\u00BF';
        if (lead is 'Â' or 'Ã' && !char.IsLetter(before) && (isLatin1 || char.IsDigit(before)))
        {
            // Neither of them is a word, or a unit.
            return true;
        }

        // "Å›wiat" and "CÃ³rdoba", but not "SMÅ – og".
        bool startsWord = !char.IsLetter(before) && (lead == 'Ã' || second is not ('…' or '–' or '—' or '\u00A0'));
        bool followsCapital = char.IsUpper(before) && isLatin1 && second is not ('\u00A0' or '\u00AD');
        return (IsAsciiLower(after) && (startsWord || followsCapital)) || (lead == 'Ã' && startsWord && char.IsLetter(after));
    }

    private static bool IsAsciiLower(char character) => character is >= 'a' and <= 'z';
}

/// <summary>Two to four characters that can be the bytes of one in UTF-8, each read as a character of its own.</summary>
/// <param name="CodePoint">The one character.</param>
/// <param name="Length">How many they are.</param>
/// <param name="IsOdd">Whether one of them follows no letter in a sound text, of Windows-1252.</param>
internal readonly record struct MisreadSequence(int CodePoint, int Length, bool IsOdd)
{
    /// <summary>The last <see cref="Script"/> of Latin letters and their symbols.</summary>
    public const int Latin = 2;

    private const string ByteOrderMark = "ï»¿";

    // What people write directly after a letter: blanks, closing marks and symbols.
    private const string AfterLetters = "\u00A0\u00AD…‘’“”•–—™›®©°·²³¹´ª«º»";

    /// <summary>Gets the block of 256 characters that it is in.</summary>
    public int Script => CodePoint >> 8;

    /// <summary>Whether it is one that a text holds apart from its words, an emoji or typographic punctuation: what begins with its first bytes is none in any code page.</summary>
    public bool IsOfNoLetters => CodePoint is > char.MaxValue or (>= 0x2010 and <= 0x203A);

    /// <summary>The sequence that begins at a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">The place.</param>
    /// <param name="page">The code page in which the text was read.</param>
    /// <returns><see langword="null"/> when none does.</returns>
    public static MisreadSequence? At(string text, int index, CodePage page)
    {
        int lead = page.ByteOf(text[index]);
        int length = lead switch { >= 0xC2 and <= 0xDF => 2, >= 0xE0 and <= 0xEF => 3, 0xF0 => 4, _ => 0 };
        if (length == 0 || index + length > text.Length)
        {
            return null;
        }

        int codePoint = lead & (0x7F >> length);
        bool isOdd = length == 4 || string.CompareOrdinal(text, index, ByteOrderMark, 0, length) == 0;
        for (int i = index + 1; i < index + length; i++)
        {
            int value = page.ByteOf(text[i]);
            if (value is < 0x80 or > 0xBF)
            {
                return null;
            }

            codePoint = (codePoint << 6) | (value & 0x3F);
            isOdd |= FollowsNoLetter(text[index], text[i]);
        }

        return IsPlausible(codePoint, length) ? new MisreadSequence(codePoint, length, isOdd) : null;
    }

    // A letter of any language may follow a small one: Czech has "též…". Some close a sentence with the marks that open one.
    private static bool FollowsNoLetter(char lead, char character) =>
        AfterLetters.IndexOf(character) < 0 && (lead is < 'à' or 'â' || (!char.IsLetter(character) && character is not ('¡' or '¿')) || character == 'ƒ');

    // Of the rest of Unicode nothing stands in texts, or what looks like it stands in sound ones. U+0192, U+02C6 and U+02DC are bytes of Windows-1252, misread again.
    private static bool IsPlausible(int codePoint, int length) => length switch
    {
        2 => codePoint is (>= 0xA0 and <= 0x17F) or 0x192 or 0x2C6 or 0x2DC or (>= 0x218 and <= 0x21B) or (>= 0x386 and <= 0x3CE) or (>= 0x400 and <= 0x4FF)
            or (>= 0x5D0 and <= 0x5EA) or (>= 0x60C and <= 0x6D2),
        3 => codePoint is (>= 0x900 and <= 0xEFF) or (>= 0x1E00 and <= 0x1EFF) or (>= 0x2010 and <= 0x2BFF) or (>= 0x3000 and <= 0x30FF)
            or (>= 0x4E00 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7A3) or 0xFE0F or 0xFEFF or (>= 0xFF01 and <= 0xFF5E),
        _ => codePoint is >= 0x1F000 and <= 0x1FAFF,
    };
}
