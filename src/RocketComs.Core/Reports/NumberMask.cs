using System.Globalization;
using System.Text.RegularExpressions;

namespace RocketComs.Core.Reports;

/// <summary>
/// Masks what can be the number of a person, however it is spelled: with separators, in other digits, with invisible characters in it. A digit
/// becomes a dot, so that a text keeps its length. The last two digits stay, by which somebody who has the file knows the row.
/// </summary>
internal static class NumberMask
{
    private const char Dot = '•';
    private const int KeptDigits = 2;

    // In a row: as many as the shortest numbers of subscribers have. With separators between them also dates and amounts have that many.
    private const int FewestInRow = 7;
    private const int FewestSpelled = 10;

    // Digits of any script with at most four other characters between two of them, none a letter.
    private static readonly Regex s_run = new(@"\p{Nd}(?>[^\p{L}\p{Nd}]{0,4}\p{Nd})*", RegexOptions.CultureInvariant);

    private static readonly Regex s_inRow = new(@"\p{Nd}{7,}", RegexOptions.CultureInvariant);

    // A date, or a date with a time, and nothing else: no number.
    private static readonly Regex s_moment = new(
        @"^(?>(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])|(?:0?[1-9]|[12][0-9]|3[01])[./](?:0?[1-9]|[12][0-9]|3[01])[./](?:19|20)[0-9]{2})(?:,? (?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?)?$",
        RegexOptions.CultureInvariant);

    /// <summary>The text without numbers.</summary>
    /// <param name="text">A text that may hold some.</param>
    /// <param name="known">Digits that are known to be of a number, however few: whatever the text repeats of them is masked.</param>
    public static string Of(string text, string known = "")
    {
        string digits = new([.. known.Where(char.IsDigit).Select(Plain)]);
        return s_run.Replace(text, run => IsNumber(run.Value, digits, isCut: run.Index + run.Length < text.Length && text[run.Index + run.Length] == '…')
            ? Hide(run.Value)
            : s_inRow.Replace(run.Value, row => Hide(row.Value)));
    }

    /// <summary>A field that holds a number, or something in the place of one.</summary>
    public static string OfField(string text) => Hide(text);

    private static bool IsNumber(string run, string known, bool isCut)
    {
        string digits = new([.. run.Where(char.IsDigit).Select(Plain)]);
        return isCut
            || (digits.Length >= FewestSpelled && !s_moment.IsMatch(run))
            || (digits.Length >= FewestInRow && digits.Length == run.Length)
            || (digits.Length > KeptDigits && known.Length > 0 && (known.Contains(digits) || digits.Contains(known)));
    }

    private static string Hide(string run)
    {
        char[] hidden = run.ToCharArray();
        int kept = run.Count(char.IsDigit) >= FewestInRow ? KeptDigits : 0;
        for (int i = hidden.Length - 1; i >= 0; i--)
        {
            if (char.IsDigit(hidden[i]) && kept-- <= 0)
            {
                hidden[i] = Dot;
            }
        }

        return new string(hidden);
    }

    private static char Plain(char digit) => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(digit));
}
