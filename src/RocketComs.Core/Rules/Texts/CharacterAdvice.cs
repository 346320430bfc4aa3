using System.Globalization;
using System.Text;
using RocketComs.Core.Segments;

namespace RocketComs.Core.Rules.Texts;

/// <summary>What to do about one character that is in neither GSM table.</summary>
internal sealed class CharacterAdvice
{
    private readonly string _text;
    private readonly UnicodeCategory _category;
    private readonly string _composed = string.Empty;
    private readonly bool _isElsewhere;
    private readonly string? _replacement;

    /// <param name="codePoint">The character.</param>
    /// <param name="text">The text it stands in, for the letters that an accent apart belongs to.</param>
    public CharacterAdvice(int codePoint, ReadOnlySpan<char> text)
    {
        CodePoint = codePoint;
        _text = char.ConvertFromUtf32(codePoint);
        _category = CharUnicodeInfo.GetUnicodeCategory(_text, 0);
        _replacement = FitsEverywhere(text, _text[0]) ? TypographicTable.Find(_text[0]) : null;
        if (_text.Length == 1 && IsMarkCharacter(_text[0]))
        {
            (_composed, _isElsewhere) = Compose(text, _text[0]);
        }
    }

    public int CodePoint { get; }

    /// <summary>Its name: what it looks like and its code point, such as <c>’ (U+2019)</c>.</summary>
    public string Name => IsVisible ? $"{_text} ({Code})" : $"{Code} ({Kind})";

    /// <summary>What to write instead, such as <c>' instead of ’</c>; <see langword="null"/> when nothing serves.</summary>
    public string? Instead
    {
        get
        {
            if (_composed.Length > 0)
            {
                return $"{string.Join(", ", _composed.ToCharArray())} as one character instead of a letter and {Code}";
            }

            return _replacement is { Length: > 0 } replacement ? $"{Spelled(replacement)} instead of {Short}" : null;
        }
    }

    /// <summary>What to leave out; <see langword="null"/> when something serves instead, or words are better changed.</summary>
    public string? LeftOut => _composed.Length == 0
        ? Instead is null && !IsLetter ? Short : null
        : _isElsewhere ? $"{Code} elsewhere" : null;

    /// <summary>The letter that other words would do without; <see langword="null"/> when it is none.</summary>
    public string? Avoided => Instead is null && IsLetter ? Short : null;

    private string Code => string.Format(CultureInfo.InvariantCulture, "U+{0:X4}", CodePoint);

    private string Short => IsVisible ? _text : Code;

    private bool IsLetter => _category is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
        or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter;

    private bool IsMark => _category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private bool IsVisible => !IsMark && _category is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private string Kind => CodePoint switch { '\t' => "tab", 0xA0 => "no-break space", _ => IsMark ? "a mark apart from its letter" : "invisible" };

    // A quote that is not doubled would end the field.
    private static string Spelled(string replacement) => replacement switch
    {
        " " => "a blank",
        "\n" => LineBreakEscape.Pair,
        "\"" => "\" (doubled inside a quoted text)",
        _ => replacement,
    };

    /// <summary>The letters that compose with a mark to one of the GSM alphabet, and whether the mark stands elsewhere too.</summary>
    private static (string Letters, bool IsElsewhere) Compose(ReadOnlySpan<char> text, char mark)
    {
        SortedSet<char> letters = [];
        HashSet<char> bases = [];
        bool isElsewhere = false;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != mark)
            {
                continue;
            }

            // Every letter of the alphabet that can come apart has one mark.
            if (i == 0 || (i + 1 < text.Length && IsMarkCharacter(text[i + 1])))
            {
                isElsewhere = true;
            }
            else if (bases.Add(text[i - 1]))
            {
                string? composed = Composed(text[i - 1], mark);
                isElsewhere |= composed is null;
                letters.UnionWith(composed ?? string.Empty);
            }
        }

        return (new string([.. letters]), isElsewhere);
    }

    // "½" in "½5" has no replacement, and advice for the one in "½ price" would be followed there too.
    private static bool FitsEverywhere(ReadOnlySpan<char> text, char character)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == character && Neighbours.Fit(text, i, i > 0 ? text[i - 1] : '\0') is null)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsMarkCharacter(char character) =>
        CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // A lone surrogate cannot be normalised, and composes with nothing.
    private static string? Composed(char letter, char mark) =>
        !char.IsSurrogate(letter) && new string([letter, mark]).Normalize(NormalizationForm.FormC) is { Length: 1 } composed && GsmAlphabet.Septets(composed[0]) > 0 ? composed : null;
}
