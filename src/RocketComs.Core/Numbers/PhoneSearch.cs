using System.Text.RegularExpressions;
using PhoneNumbers;

namespace RocketComs.Core.Numbers;

/// <summary>Finds phone numbers within texts: those that a numbering plan hands out, grouped as people write them; no price, no date, no code.</summary>
/// <remarks>libphonenumber decides; what it would take for a number and people mean as something else is left out here. See docs/rules.md, RC117.</remarks>
internal static class PhoneSearch
{
    // The shortest number with its area code or country code. Shorter ones are codes, prices and short numbers to text to.
    private const int FewestDigits = 8;
    private const int MostCandidates = 20;

    // Between two digits of one number: ") - ".
    private const int MostSigns = 4;

    // What stands before a run of digits that is none, in the languages of docs/rules.md.
    private static readonly Regex s_reference = new(
        @"(?:[#№$€£¥]|\b(?:no\.|nr\.?|order|orders|invoice|ref|reference|confirmation|conf|booking|reservation|tracking|track|parcel|package|shipment|ticket|case|claim|policy|account|acct"
            + "|member|membership|customer|code|coupon|pin|otp|id|serial|sku|item|bestellung|bestellnummer|rechnung|kunde|kundennummer|sendung|sendungsnummer|buchung|auftrag"
            + @"|flight|train|lot|commande|facture|dossier|colis|pedido|factura|guia|ordine|fattura|bestelling|zamowienie)(?:\s+(?:number|num|no|nr|id|code|is|are|was))*)[\s:.#=-]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex s_called = new(@"\b(?:phone|telephone|tel|call|mobile|cell|fax|whatsapp|hotline|telefon|telefono|teléfono)\b[^.!?]{0,12}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly string[] s_tollFree = ["800", "833", "844", "855", "866", "877", "888"];

    // Numbers that are read out as a word: 1-800-FLOWERS.
    private static readonly Regex s_words = new(@"(?<![\p{L}\p{Nd}])(?:1[-. ])?\(?8(?:00|33|44|55|66|77|88)\)?[-. ](?=[A-Z0-9-]*[A-Z]{3})[A-Z0-9]{2,7}(?:-[A-Z0-9]{1,5})?(?![\p{L}\p{Nd}])", RegexOptions.CultureInvariant);

    // "212-555-HELP".
    private static readonly Regex s_ending = new(@"(?<![\p{L}\p{Nd}])(?:1[-. ])?\(?[2-9][0-9]{2}\)?[-. ][2-9][0-9]{2}[-.](?=[A-Z0-9]*[A-Z]{3})[A-Z0-9]{4}(?![\p{L}\p{Nd}])", RegexOptions.CultureInvariant);

    // Ten digits and more, however they are set apart.
    private static readonly Regex s_apart = new(@"(?<![\p{L}\p{Nd}]|[0-9][ .,/-]{0,3})\(?[0-9](?:[ ./()-]{0,3}[0-9]){9,14}(?![\p{L}\p{Nd}:]|[ .,/-]{1,3}[0-9])", RegexOptions.CultureInvariant);

    private static readonly Regex s_day = new("(?:19|20)[0-9]{2}[-./][0-9]{1,2}[-./]|[0-9]{1,2}[-./][0-9]{1,2}[-./](?:19|20)[0-9]{2}", RegexOptions.CultureInvariant);

    /// <summary>Finds the first phone number of a text.</summary>
    /// <param name="text">The text, without links.</param>
    /// <param name="region">The region of the numbers without a country code.</param>
    /// <returns>It as it is written; <see langword="null"/> when there is none.</returns>
    public static string? Find(string text, string region)
    {
        if (Array.Exists(s_tollFree, code => text.IndexOf(code, StringComparison.Ordinal) >= 0) && s_words.Match(text) is { Success: true } word)
        {
            return word.Value;
        }

        if (text.IndexOf('-') >= 0 && s_ending.Match(text) is { Success: true } ending)
        {
            return ending.Value;
        }

        if (!MayHoldOne(text))
        {
            return null;
        }

        foreach (PhoneNumberMatch match in PhoneLibrary.FindIn(text, region, MostCandidates))
        {
            if (!IsSomethingElse(text, match.Start, match.RawString))
            {
                return match.RawString;
            }
        }

        return s_apart.Matches(text).Cast<Match>().FirstOrDefault(match => IsSetApart(text, match, region))?.Value;
    }

    // The library knows the groups of a numbering plan only. These are numbers too, if the digits are: one by one, 202/555/0199, and whatever is called.
    private static bool IsSetApart(string text, Match match, string region)
    {
        string[] groups = match.Value.Split([' ', '.', '/', '(', ')', '-'], StringSplitOptions.RemoveEmptyEntries);
        int first = groups.Length == 4 && groups[0] == "1" ? 1 : 0;
        bool isGrouped = groups.All(group => group.Length == 1)
            || (groups.Length - first == 3 && groups[first].Length == 3 && groups[first + 1].Length == 3 && groups[first + 2].Length == 4)
            || (s_called.IsMatch(text.Substring(0, match.Index)) && !s_day.IsMatch(match.Value));
        return isGrouped && groups.Length > 1 && !IsSomethingElse(text, match.Index, match.Value) && PhoneLibrary.FindIn(string.Concat(groups), region, 1).Any();
    }

    // The library takes tens of microseconds for a text with digits in it, and most have too few that stand together.
    private static bool MayHoldOne(string text)
    {
        (int digits, int signs) = (0, 0);
        foreach (char character in text)
        {
            if (char.IsDigit(character))
            {
                (digits, signs) = (digits + 1, 0);
                if (digits == FewestDigits)
                {
                    return true;
                }
            }
            else if (char.IsLetter(character) || "%$€£¥#,:;!?".IndexOf(character) >= 0 || ++signs > MostSigns)
            {
                digits = 0;
            }
        }

        return false;
    }

    // Of what is grouped as a phone number is, only the sign of an amount says that it is none.
    private static bool IsSomethingElse(string text, int start, string found)
    {
        string before = text.Substring(0, start);
        bool isBare = found.All(char.IsDigit);
        return found.Count(char.IsDigit) < FewestDigits
            || (isBare && s_reference.IsMatch(before) && !s_called.IsMatch(before))
            || (before.Length > 0 && "$€£¥#№".IndexOf(before[before.Length - 1]) >= 0);
    }
}
