using System.Text;

namespace RocketComs.Core.Numbers;

/// <summary>Takes the separators out of a number where only one number can be meant; where there is a doubt it leaves it to a person.</summary>
internal static class NumberMender
{
    // Typographic dashes and the minus sign; blanks that a spreadsheet or a web page puts between groups of digits.
    private const string Separators = " -.\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00A0\u2007\u2009\u202F";

    /// <summary>Mends a number.</summary>
    /// <param name="number">What stands there, without the blanks around it.</param>
    /// <returns>10 to 15 digits, with a leading plus sign if there was one; <see langword="null"/> when it is no number, or more than one could be meant.</returns>
    public static string? Mend(string number)
    {
        DigitGroups groups = new(number);
        StringBuilder digits = new(NumberText.MostDigits + 1);
        for (int i = 0; i < number.Length && groups.DigitCount <= NumberText.MostDigits; i++)
        {
            char character = number[i];
            if (character is >= '0' and <= '9')
            {
                groups.AddDigit(i);
                digits.Append(character);
            }
            else if (character == '+' && digits.Length == 0)
            {
                digits.Append(character);
                groups.HasPlus = true;
            }
            else if (character == '/' || Separators.IndexOf(character) >= 0)
            {
                groups.AddSeparator(isSlash: character == '/');
            }
            else if (!(character == '(' && groups.OpenBracket()) && !(character == ')' && groups.CloseBracket()))
            {
                return null;
            }
        }

        return groups.DigitCount is >= NumberText.FewestDigits and <= NumberText.MostDigits && groups.AreOneNumber() ? digits.ToString() : null;
    }

    /// <summary>Whether a number needs no mending: 10 to 15 digits, with or without a leading plus sign.</summary>
    public static bool IsSound(string number)
    {
        int start = number.Length > 0 && number[0] == '+' ? 1 : 0;
        if (number.Length - start is < NumberText.FewestDigits or > NumberText.MostDigits)
        {
            return false;
        }

        for (int i = start; i < number.Length; i++)
        {
            if (number[i] is < '0' or > '9')
            {
                return false;
            }
        }

        return true;
    }
}
