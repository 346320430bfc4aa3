using System.Globalization;
using System.Text.RegularExpressions;

namespace RocketComs.Core.Numbers;

/// <summary>Says what stands where a number should be, and what to write instead.</summary>
internal static class NumberDiagnosis
{
    /// <summary>Describes a number that is not 10 to 15 digits.</summary>
    /// <param name="value">What stands there, trimmed.</param>
    public static (string Message, string Suggestion) Describe(string value)
    {
        string digits = new([.. value.Where(IsDigit)]);
        if (Regex.IsMatch(value, @"^\+?\d+([.,]\d+)?[eE][+-]?\d+$", RegexOptions.CultureInvariant))
        {
            return (
                "The number is in scientific notation, so its last digits are lost.",
                "Format the column as text in the spreadsheet before exporting it, and take the numbers from their source again.");
        }

        if (value.Any(char.IsLetter))
        {
            return ("The number holds letters.", digits.Length is >= NumberText.FewestDigits and <= NumberText.MostDigits ? $"Write digits only, such as {digits}." : "Write 10 to 15 digits, with or without a leading +.");
        }

        if (value.Any(character => char.IsDigit(character) && !IsDigit(character)))
        {
            return ("The number is written in digits other than 0 to 9.", "Write it in the digits 0 to 9.");
        }

        if (value.FirstOrDefault(IsInvisible) is not '\0' and char invisible)
        {
            return ($"The number contains an invisible character (U+{(int)invisible:X4}).", $"Remove it: {new string([.. value.Where(character => !IsInvisible(character))])}");
        }

        if (value.Where((character, index) => !IsDigit(character) && (character != '+' || index > 0)).Any())
        {
            return (
                "The number holds separators or other signs.",
                NumberRepairer.Repair(value) is { } number ? $"Write it without them: {number}" : "Write one number of 10 to 15 digits, with or without a leading +.");
        }

        return digits.Length < NumberText.FewestDigits
            ? ($"The number has {digits.Length} digits, fewer than {NumberText.FewestDigits}.", "Write the whole number with its area code; leading zeros may have been lost in a spreadsheet.")
            : ($"The number has {digits.Length} digits, more than {NumberText.MostDigits}.", "Write one number of 10 to 15 digits; two may have run together.");
    }

    private static bool IsInvisible(char character) => char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.Control;

    private static bool IsDigit(char character) => character is >= '0' and <= '9';
}
