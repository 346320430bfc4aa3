using System.Globalization;
using System.Text.RegularExpressions;

namespace RocketComs.Core.Numbers;

/// <summary>
/// Reads a number that is written with separators, in one of a few known ways. All else, be it a date, an amount, two numbers or an
/// extension, is left to a person: what looks like nothing doubtful need not be a number.
/// </summary>
internal static class PhoneSpelling
{
    // Fifteen digits, a separator after each, brackets, and marks that nobody sees: longer than any number is written.
    private const int MostLength = 48;

    // Behind this mark digits are shown from right to left, so what is read is not what was seen.
    private const char RightToLeftOverride = '\u202E';

    // Blanks that a spreadsheet or a web page puts between digits.
    private const string NoBreakBlanks = "\u00A0\u2007\u2009\u202F";

    // The hyphen last, where it makes no range; with typographic dashes and the minus sign.
    internal const string BlankOrDash = " \u2010\u2011\u2012\u2013\u2014\u2015\u2212" + NoBreakBlanks + "-";
    private const string Blank = "[" + BlankOrDash + "]";
    internal const string Any = "[." + BlankOrDash + "]";

    // "202-555-0101", "202/555-0101", "(202) 555-0101", "(202)5550101". No area code begins with 0: "030 123 4567" is of another country.
    private const string AreaCode = "[1-9][0-9]{2}";
    private const string InGroups = "(" + AreaCode + "(/|" + Any + ")[0-9]{3}" + Any + @"|\(" + AreaCode + @"\)" + Any + "?[0-9]{3}" + Any + "?)[0-9]{4}";
    private const string InBracket = @"\(" + AreaCode + @"[0-9]{7}\)";

    // All ten digits after "1-" or "+1 ", but not after "1.": that is an amount with ten decimals.
    private const string AfterCountryCode = @"\+?1" + Blank + AreaCode + "[0-9]{7}";

    // "+1202-555-0101" too; without the plus sign the 1 stands alone, or before a bracket.
    private const string CountryCode = @"(\+1" + Any + "?|1" + Any + @"|1(?=\())?";

    // "+44 20 7946 0958", "+44 (20) 7946 0958". What follows a group of seven digits, a whole local number, would be an extension. A 0
    // after the country code is dialled within the country only. +1 is North American: ten digits, no more.
    private const string OtherCountryCode = @"\+[2-9][0-9]{0,2}";
    private const string Blanked = OtherCountryCode + "(" + Blank + @"?\((?!0)[0-9]{2,6}\)" + Blank + "?|" + Blank + "(?!0))([0-9]{2,6}" + Blank + "){0,6}[0-9]{2,12}";

    // "+49.171.1234567": one dot alone would be a decimal's.
    private const string Dotted = OtherCountryCode + @"\.(?!0)([0-9]{2,6}\.){1,6}[0-9]{2,12}";

    // Until \z: $ would also match before a line break.
    private static readonly Regex s_oneNumber = new(
        "^(" + CountryCode + "(" + InGroups + "|" + InBracket + ")|" + AfterCountryCode + "|" + Blanked + "|" + Dotted + @")\z",
        RegexOptions.ExplicitCapture);

    // "+203-555-0123", "+(203) 5550123": in three, three and four digits at most, as no country code of two digits is set apart.
    private static readonly Regex s_plusAndTen = new(@"^[^0-9+]*\+[^0-9+]*[0-9]{3}[^0-9+]*[0-9]{3}[^0-9+]*[0-9]{4}[^0-9+]*\z", RegexOptions.CultureInvariant);

    private static readonly char[] s_noBreakBlanks = NoBreakBlanks.ToCharArray();

    /// <summary>Reads a number.</summary>
    /// <param name="text">What stands there, without the blanks around it.</param>
    /// <param name="number">The number, with a plus sign if there was one.</param>
    /// <returns>Whether it is written in a known way, and can be no other number.</returns>
    public static bool TryRead(string text, out NumberText number)
    {
        number = default;
        if (text.Length > MostLength)
        {
            return false;
        }

        string seen = WithoutUnseen(text);
        return (seen.Length < text.Length && NumberText.TryRead(seen, out number))
            || (s_oneNumber.IsMatch(seen) && TryJoin(seen, out number) && (!IsInternational(seen) || IsOneInternational(seen, number)));
    }

    /// <summary>Whether a cell has as many digits as a number and no letters, and is not too long.</summary>
    public static bool MayBeNumber(ReadOnlySpan<byte> cell)
    {
        int digits = 0;
        foreach (byte character in cell)
        {
            if (character is (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'a' and <= (byte)'z'))
            {
                return false;
            }

            digits += character is >= (byte)'0' and <= (byte)'9' ? 1 : 0;
        }

        // A mark that nobody sees has up to three bytes.
        return digits is >= NumberText.FewestDigits and <= NumberText.MostDigits && cell.Length <= MostLength * 3;
    }

    /// <summary>Whether a plus sign stands before what is the area code of a North American number, in no groups but those of one.</summary>
    /// <param name="text">The number as it is written; a country code may be meant all the same.</param>
    public static bool HasPlusBeforeAreaCode(string text) =>
        s_plusAndTen.IsMatch(text) && TryJoin(text, out NumberText number) && AssignableNumbers.IsNorthAmerican(number.Value);

    internal static string WithoutUnseen(string text)
    {
        foreach (char character in text)
        {
            if (character > '\u007F')
            {
                return new string([.. text.Where(static character => !IsUnseen(character))]).Trim(s_noBreakBlanks);
            }
        }

        return text;
    }

    private static bool TryJoin(string text, out NumberText number)
    {
        Span<byte> digits = stackalloc byte[MostLength];
        int length = 0;
        foreach (char character in text)
        {
            if (character is '+' or (>= '0' and <= '9'))
            {
                digits[length++] = (byte)character;
            }
        }

        return NumberText.TryRead(digits.Slice(0, length), out number);
    }

    // Marks of direction and of width zero, which phones and web pages leave around a number.
    private static bool IsUnseen(char character) => character != RightToLeftOverride && char.GetUnicodeCategory(character) == UnicodeCategory.Format;

    private static bool IsInternational(string text) => text[0] == '+' && text[1] != '1';

    // What stands before the first separator must be a country code and not only begin with one, and what follows a number of its
    // plan. Else digits are missing, or are those of an extension, or the plus sign stands before an area code.
    private static bool IsOneInternational(string text, in NumberText number)
    {
        int written = 1;
        while (text[written] is >= '0' and <= '9')
        {
            written++;
        }

        DigitRun digits = new(number.Value, number.Digits);
        return CountryCodes.TryPart(digits, out int countryCode, out DigitRun national)
            && digits.Length - national.Length == written - 1
            && AssignableNumbers.IsAssigned(countryCode, national)
            && !HasPlusBeforeAreaCode(text);
    }
}
