using System.Globalization;
using System.Text.RegularExpressions;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Numbers;

/// <summary>Says why a cell is no number, and what to write instead. A number is suggested only where there can be no other.</summary>
internal static class PhoneFaults
{
    private const string WriteOne = "Write one number of 10 to 15 digits, with or without a leading +.";

    // Of a number within its area.
    private const int FewestLocalDigits = 7;

    // Two numbers have 20 digits, and no cell for one number is much longer: beyond this nobody meant any.
    public const int MostLength = 200;

    // What stands between cells, and never within a number.
    private static readonly char[] s_betweenCells = [',', ';', '\t', '|', '\r', '\n', '"'];

    /// <summary>What is said of a plus sign before an area code.</summary>
    public static readonly (string Message, string Suggestion) PlusBeforeAreaCode =
        ("A plus sign stands before what looks like an area code; a country code must follow it.", "Write +1 before the area code, or no plus sign.");

    private static readonly Regex s_scientific = new(@"^\+?[0-9]+([.,][0-9]+)?[eE][+-]?[0-9]+$", RegexOptions.CultureInvariant);

    // Ten digits or more of it: a spreadsheet writes no shorter number so.
    private static readonly Regex s_scientificNumber = new(@"^\+?[0-9]+([.,][0-9]+)?[eE]\+?(0?9|1[0-4])\z", RegexOptions.CultureInvariant);

    // ".0", which a table of numbers has behind each.
    private static readonly Regex s_decimals = new(@"(?<=[0-9])\.0+\z", RegexOptions.CultureInvariant);

    // As numbers are grouped anywhere, and no date, time or amount is: after a plus sign or 00; after the 0 that is dialled within a
    // country, with one kind of sign between the groups that follow; in three, three and four digits.
    private const string Sign = "[./" + PhoneSpelling.BlankOrDash + "]";
    private static readonly Regex s_grouped = new(
        @"^((\+|00[1-9])([0-9()]|" + Sign + @")+|\(?0[1-9][0-9]{0,4}\)?" + Sign + "{1,3}[0-9]{2,12}((?<sign>" + Sign + @")[0-9]{2,8}(\k<sign>[0-9]{2,8})*)?"
            + @"|(\+?1" + Sign + @"{0,3})?\(?[2-9][0-9]{2}\)?" + Sign + "{1,3}[0-9]{3}" + Sign + @"{1,3}[0-9]{4})\z",
        RegexOptions.ExplicitCapture);

    // "x12", "ext. 12", "#12" at the end.
    private static readonly Regex s_extension = new(@"^(.*?)[ ,;]*(?:\b(?:ext|extn|extension)|x|#)[ .:]*[0-9]{1,7}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>Why a text is no number.</summary>
    /// <param name="text">The text, trimmed, which <see cref="PhoneSpelling"/> does not read.</param>
    public static PhoneFault Find(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return PhoneFault.Missing;
        }

        string digits = Digits(text);
        return IsScientific(text) ? PhoneFault.Scientific
            : text.Length <= MostLength && HasSeveral(text) ? PhoneFault.Several
            : HasExtension(text) ? PhoneFault.Extension
            : text.Any(char.IsLetter) ? PhoneFault.Letters
            : text.Any(static character => char.IsDigit(character) && !AsciiCharacters.IsDigit(character)) ? PhoneFault.OtherDigits
            : text.Any(IsInvisible) ? PhoneFault.Invisible
            : PhoneSpelling.HasPlusBeforeAreaCode(text) ? PhoneFault.PlusBeforeAreaCode
            : text.Where(static (character, index) => !AsciiCharacters.IsDigit(character) && (character != '+' || index > 0)).Any() ? PhoneFault.Signs
            : digits.Length < NumberText.FewestDigits ? PhoneFault.TooFew
            : PhoneFault.TooMany;
    }

    /// <summary>Whether a text is what a spreadsheet makes of a long number: 1.23777E+09.</summary>
    public static bool IsScientific(string text) => s_scientific.IsMatch(text);

    /// <summary>Whether a text begins as one number and has the digits of one, if only of a local one.</summary>
    public static bool BeginsAsNumber(string text) =>
        text.Trim().TrimStart('+', '(', ' ') is { Length: > 0 } number && AsciiCharacters.IsDigit(number[0]) && number.IndexOfAny(s_betweenCells) < 0 && number.Count(AsciiCharacters.IsDigit) >= FewestLocalDigits;

    /// <summary>Whether a text that is no number would be taken for one also within a message: not for a date, a time, a price or a code.</summary>
    public static bool IsUnmistakable(string text)
    {
        string number = s_decimals.Replace(text, string.Empty);
        return text.Length <= MostLength && (s_scientificNumber.IsMatch(text)
            || (BeginsAsNumber(text) && HasExtension(text))
            || (!text.Any(IsOfNoNumber) && (HasSeveral(text) || IsNumber(number) || (s_grouped.IsMatch(number) && NumberText.TryRead(Digits(number), out _)))));
    }

    /// <summary>Whether a text is nothing but several numbers.</summary>
    public static bool AreSeveral(string text) => text.Length <= MostLength && !text.Any(IsOfNoNumber) && HasSeveral(text);

    /// <summary>Describes a cell that is not 10 to 15 digits.</summary>
    /// <param name="cell">What stands there.</param>
    /// <param name="national">How numbers are grouped in the region of those without a country code, if that is known.</param>
    public static (string Message, string Suggestion) Describe(string cell, NationalSpelling? national = null)
    {
        PhoneReading reading = PhoneCell.Read(cell, national);
        char unseen = cell.FirstOrDefault(IsInvisible);
        return reading switch
        {
            { Kind: PhoneKind.Repairable } when unseen != '\0' => (Invisible(unseen), $"Remove it: {reading.Number}"),
            { IsNumber: true } => ("The number holds separators or other signs.", $"Write it without them: {reading.Number}"),
            _ => Describe(reading.Fault, cell, unseen),
        };
    }

    /// <summary>Says in a few words why an entry of a list is no number.</summary>
    public static string Reason(string cell) => Describe(PhoneCell.Read(cell).Fault, cell, cell.FirstOrDefault(IsInvisible)).Message;

    private static (string Message, string Suggestion) Describe(PhoneFault fault, string cell, char unseen) => fault switch
    {
        PhoneFault.Missing => ("The number is missing.", WriteOne),
        PhoneFault.Scientific => (
            "The number is in scientific notation, so its last digits are lost.",
            "Format the column as text in the spreadsheet before exporting it, and take the numbers from their source again."),
        PhoneFault.Several => ("There are several numbers in the place of one.", "Write one of them; each of the others is a recipient of its own."),
        PhoneFault.Extension => ("An extension stands behind the number; no text can be sent to one.", WriteOne),
        PhoneFault.Letters => ("The number holds letters.", WriteOne),
        PhoneFault.OtherDigits => ("The number is written in digits other than 0 to 9.", "Write it in the digits 0 to 9."),
        PhoneFault.Invisible => (Invisible(unseen), "Type the number anew."),
        PhoneFault.PlusBeforeAreaCode => AssignableNumbers.HasCodeOfThreeDigits(Digits(cell))
            ? ("A plus sign stands before what can be a country code or an area code.", "Write the number without separators if it is a country code, else +1 before it.")
            : PlusBeforeAreaCode,
        PhoneFault.TooFew => (
            $"The number has {ShownText.Count(Digits(cell).Length, "digit")}, fewer than {NumberText.FewestDigits}.",
            "Write the whole number with its area code; leading zeros may have been lost in a spreadsheet."),
        PhoneFault.TooMany => (
            $"The number has {ShownText.Count(Digits(cell).Length, "digit")}, more than {NumberText.MostDigits}.", "Write one number of 10 to 15 digits; two may have run together."),
        _ => ("The number holds separators or other signs.", WriteOne),
    };

    private static string Invisible(char character) => $"The number contains an invisible character (U+{(int)character:X4}).";

    // A text that falls into two numbers anywhere, or into one and several.
    private static bool HasSeveral(string text)
    {
        for (int at = NumberText.FewestDigits; at <= text.Length - NumberText.FewestDigits; at++)
        {
            if (!AsciiCharacters.IsDigit(text[at]) && IsNumber(text.Substring(0, at)) && Core(text.Substring(at)) is { Length: > 0 } rest && (IsNumber(rest) || HasSeveral(rest)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasExtension(string text) => s_extension.Match(text) is { Success: true } match && IsNumber(match.Groups[1].Value);

    private static bool IsNumber(string text) => NumberText.TryRead(Core(text), out _) || PhoneSpelling.TryRead(Core(text), out _);

    // Without the words and signs around a number.
    private static string Core(string text)
    {
        int start = 0;
        int end = text.Length;
        while (start < end && !AsciiCharacters.IsDigit(text[start]) && text[start] is not ('+' or '('))
        {
            start++;
        }

        while (end > start && !AsciiCharacters.IsDigit(text[end - 1]) && text[end - 1] != ')')
        {
            end--;
        }

        return text.Substring(start, end - start);
    }

    // An amount, or a word.
    private static bool IsOfNoNumber(char character) => char.IsLetter(character) || char.GetUnicodeCategory(character) == UnicodeCategory.CurrencySymbol || character is '#' or '%' or '\u2116';

    private static bool IsInvisible(char character) => char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.Control;

    private static string Digits(string text) => new([.. text.Where(AsciiCharacters.IsDigit)]);
}
