using System.Globalization;

namespace RocketComs.Core.Rules.Texts;

/// <summary>Tells which characters nobody writes next to each other, in whatever language.</summary>
internal static class OddPairs
{
    // What people do write directly behind a letter.
    private const string AfterLetters = "®©™°ªº²³¹µ·€£¥¢";

    private const string Currencies = "€£¥¢";

    private const string OddSigns = "§¶†‡•‰¦¤¬¼½¾";

    private enum Script
    {
        None,
        Latin,
        Greek,
        Cyrillic,
        Other,
    }

    /// <summary>How often two characters stand next to each other in a text as nobody writes them.</summary>
    public static int Count(string text)
    {
        int count = 0;
        for (int i = 1; i < text.Length; i++)
        {
            count += AreOdd(text[i - 1], text[i]) ? 1 : 0;
        }

        return count;
    }

    // Letters of two alphabets, a capital behind a small letter, a quote that opens behind a letter, signs among letters and beside each other.
    private static bool AreOdd(char left, char right)
    {
        (Script first, Script second) = (ScriptOf(left), ScriptOf(right));
        if (first != Script.None && second != Script.None)
        {
            return first != second || (char.IsLower(left) && char.IsUpper(right) && (left >= 0x80 || right >= 0x80));
        }

        (bool isLeftSign, bool isRightSign) = (IsSign(left), IsSign(right));
        return (first != Script.None && right is '„' or '‚')
            || (isLeftSign && second is Script.Latin or Script.Cyrillic)
            || (isRightSign && first is Script.Latin or Script.Cyrillic)
            || (left != right && ((isLeftSign && (isRightSign || IsMark(right))) || (isRightSign && IsMark(left))));
    }

    private static bool IsMark(char character) => AfterLetters.IndexOf(character) >= 0 && Currencies.IndexOf(character) < 0;

    private static bool IsSign(char character) => character >= 0x80 && AfterLetters.IndexOf(character) < 0 && (OddSigns.IndexOf(character) >= 0
        || char.GetUnicodeCategory(character) is UnicodeCategory.MathSymbol or UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol);

    private static Script ScriptOf(char character) => !char.IsLetter(character) || AfterLetters.IndexOf(character) >= 0 ? Script.None
        : character is < '\u0250' or (>= '\u1E00' and <= '\u1EFF') ? Script.Latin
        : character is >= '\u0370' and <= '\u03FF' ? Script.Greek
        : character is >= '\u0400' and <= '\u052F' ? Script.Cyrillic
        : Script.Other;
}
