using System.Globalization;

namespace RocketComs.Core.Rules.Texts;

/// <summary>A word of a text: letters and digits without a sign between them.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Word">The word.</param>
/// <param name="BeginsSentence">Whether it is the first of a sentence.</param>
internal readonly record struct TextWord(int Start, KnownWord Word, bool BeginsSentence)
{
    public int End => Start + Word.Spelled.Length;

    public string Lower => Word.Lower;

    public bool IsUpper => Word.IsUpper;
}

/// <summary>A word as it is spelled, and what follows from that.</summary>
internal sealed class KnownWord
{
    public KnownWord(string spelled)
    {
        Spelled = spelled;
        Lower = spelled.ToLowerInvariant();
        IsUpper = spelled.Length > 1 && spelled.Any(char.IsUpper) && !spelled.Any(char.IsLower);
        IsTitle = char.IsUpper(spelled[0]) && !IsUpper;
        Stem = TextProfile.StemOf(Lower);
    }

    public string Spelled { get; }

    /// <summary>The word in small letters.</summary>
    public string Lower { get; }

    /// <summary>Whether it is written in capitals throughout.</summary>
    public bool IsUpper { get; }

    /// <summary>Whether it begins with a capital letter, and goes on otherwise.</summary>
    public bool IsTitle { get; }

    /// <summary>By what it is compared with others; <see langword="null"/> where it says nothing of what a text is about.</summary>
    public string? Stem { get; }
}

/// <summary>Takes texts apart into words, one after the other. Texts of one file have most of their words in common, so these are remembered.</summary>
internal sealed class TextWords
{
    private const int Remembered = 4096;

    private readonly KnownWord?[] _known = new KnownWord?[Remembered];
    private readonly List<TextWord> _words = [];

    /// <summary>The words of a text, in their order; good until the next text.</summary>
    public List<TextWord> Of(string text)
    {
        _words.Clear();
        bool begins = true;
        for (int start = 0; start < text.Length; start++)
        {
            if (!IsOfWord(text[start]))
            {
                begins |= text[start] is '.' or '!' or '?' or '\n' or '\r' or ':' or '\u2026' or '\u3002';
                continue;
            }

            uint hash = 0;
            int end = start;
            for (; end < text.Length && IsOfWord(text[end]); end++)
            {
                hash = (hash * 31) + text[end];
            }

            _words.Add(new TextWord(start, Find(text.AsSpan(start, end - start), hash), begins));
            begins = false;
            start = end - 1;
        }

        return _words;
    }

    private KnownWord Find(ReadOnlySpan<char> spelled, uint hash)
    {
        ref KnownWord? known = ref _known[(hash ^ (hash >> 12)) % Remembered];
        return known is not null && spelled.SequenceEqual(known.Spelled.AsSpan()) ? known : known = new KnownWord(spelled.ToString());
    }

    private static bool IsOfWord(char character) => character < '\u0080'
        ? (uint)((character | 0x20) - 'a') <= 'z' - 'a' || (uint)(character - '0') <= 9
        : char.IsLetterOrDigit(character) || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
