using System.Text.RegularExpressions;

namespace RocketComs.Core.Numbers;

/// <summary>
/// Takes the separators out of a number that is written in one of a few known ways. All else, be it a date, an amount, two numbers or
/// an extension, is left to a person: what looks like nothing doubtful need not be a number.
/// </summary>
internal static class NumberRepairer
{
    // Blanks that a spreadsheet or a web page puts between digits.
    private const string NoBreakBlanks = "\u00A0\u2007\u2009\u202F";

    // The hyphen last, where it makes no range; with typographic dashes and the minus sign.
    private const string BlankOrDash = " \u2010\u2011\u2012\u2013\u2014\u2015\u2212" + NoBreakBlanks + "-";
    private const string Blank = "[" + BlankOrDash + "]";
    private const string Any = "[." + BlankOrDash + "]";

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
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static readonly char[] s_noBreakBlanks = NoBreakBlanks.ToCharArray();

    /// <summary>Repairs a number.</summary>
    /// <param name="number">What stands there, without the blanks around it.</param>
    /// <returns>10 to 15 digits, with a leading plus sign if there was one; <see langword="null"/> when it is not written in a known way.</returns>
    public static string? Repair(string number)
    {
        string trimmed = number.Trim(s_noBreakBlanks);
        if (IsWellFormed(trimmed))
        {
            return trimmed;
        }

        if (!s_oneNumber.IsMatch(trimmed))
        {
            return null;
        }

        string repaired = new([.. trimmed.Where(static character => character is '+' or (>= '0' and <= '9'))]);
        return IsWellFormed(repaired) ? repaired : null;
    }

    /// <summary>Whether a number needs no repair: 10 to 15 digits, with or without a leading plus sign.</summary>
    public static bool IsWellFormed(string number) => NumberText.TryRead(number, out _);
}
