namespace RocketComs.Core.Segments;

/// <summary>
/// Decides whether what is to be written instead of a character can stand where that stands. It must not join with what is next to it into
/// something else: <c>½5</c> is not <c>1/25</c>, and a full-width backslash before an n is not a line break.
/// </summary>
internal static class Neighbours
{
    private const string Bullets = "\u2022\u2023\u25A0\u25AA\u25CF\u25E6\uF0A7\uF0B7";

    // Between digits these are decimals in one country, and times, a range or nothing in another.
    private const string PartDigits = "\u00B7\u2024\u00F7\uFFFC" + Bullets;

    /// <summary>What to write instead of a character between two others.</summary>
    /// <param name="character">The character.</param>
    /// <param name="before">The one that stands before it in the new text; NUL when there is none.</param>
    /// <param name="after">The one after it that does not vanish; NUL when there is none.</param>
    /// <param name="next">The one directly after it; NUL when there is none.</param>
    /// <returns><see langword="null"/> when nothing in the alphabet means the same there.</returns>
    public static string? Fit(char character, char before, char after, char next) => TypographicTable.Find(character) switch
    {
        null => null,

        // "1½" is "1 1/2", not "11/2"; what goes on after the fraction would go on in it.
        { Length: > 1 } fraction when char.IsDigit(fraction[0]) => GoesOn(after) || before is '/' or '.' or ',' or ':' ? null
            : char.IsNumber(before) || char.IsLetter(before) ? " " + fraction : fraction,

        // Two lone surrogates must not become a character that nobody wrote, nor a backslash and an n a line break.
        "" when (char.IsHighSurrogate(before) && char.IsLowSurrogate(next)) || (before == '\\' && IsN(next)) => null,
        "\\" when IsN(after) => null,
        "n" when before == '\\' => null,
        _ when PartDigits.IndexOf(character) >= 0 && char.IsDigit(before) && char.IsDigit(after) => null,

        // "5×3" is "5x3", but a letter next to a letter is another word, and one next to a digit another number.
        "x" when character == '\u00D7' && char.IsLetter(before) => null,
        "c" when character == '\u00A2' && (char.IsLetter(before) || char.IsLetterOrDigit(after)) => null,
        "TM" or "SM" when char.IsLetterOrDigit(after) => null,
        "No." when char.IsLetterOrDigit(before) => null,
        "<-" when char.IsDigit(after) => null,
        { } replacement => replacement,
    };

    /// <summary>What to write instead of a character of a text, as it stands.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">Its place.</param>
    /// <param name="before">The one that stands before it in the new text; NUL when there is none.</param>
    public static string? Fit(ReadOnlySpan<char> text, int index, char before)
    {
        char next = index + 1 < text.Length ? text[index + 1] : '\0';
        int after = Vanishes(text[index]) ? index + 1 : FirstThatStays(text, index + 1);
        return Fit(text[index], before, after < text.Length ? text[after] : '\0', next);
    }

    /// <summary>The first place from another on where a character stands that is not taken out, nor only says how the one before it is drawn.</summary>
    public static int FirstThatStays(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && (Rewriter.IsSelector(text[from]) || Vanishes(text[from])))
        {
            from++;
        }

        return from;
    }

    private static bool Vanishes(char character) => TypographicTable.Find(character) is { Length: 0 };

    // Another fraction gets a blank before it when it is replaced in its turn.
    private static bool GoesOn(char after) => char.IsDigit(after) || (char.IsNumber(after) && TypographicTable.Find(after) is null) || after is '/' or '\u2044' or '\u2215' or '\u00F7';

    private static bool IsN(char character) => character is 'n' or '\uFF4E';
}
