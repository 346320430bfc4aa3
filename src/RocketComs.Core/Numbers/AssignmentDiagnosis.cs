using System.Globalization;

namespace RocketComs.Core.Numbers;

/// <summary>Says why a number is not assigned, as far as that is known, and what to do about it.</summary>
internal static class AssignmentDiagnosis
{
    private const string Check = "Check it against its source. The row can stay if it is a test number.";
    private const int AreaCodeDigits = 3;

    /// <summary>Describes a number that is not assigned. No other number is suggested: Repair writes none.</summary>
    /// <param name="numbers">The plans that it was held against.</param>
    /// <param name="value">The number as it stands in the row: 10 to 15 digits, with or without a plus sign.</param>
    public static (string Message, string Suggestion) Describe(AssignableNumbers numbers, string value)
    {
        _ = NumberText.TryRead(value, out NumberText text);
        DigitRun number = new(text.Value, text.Digits);
        if (numbers.TryNorthAmerican(text.Value, text.Digits, text.HasPlus, out ulong ten))
        {
            return (NorthAmerican(new DigitRun(ten, NumberingPlan.NorthAmericanDigits)), Check);
        }

        if (text.HasPlus)
        {
            return AssignableNumbers.HasPlusBeforeAreaCode(text) ? PhoneFaults.PlusBeforeAreaCode : International(number);
        }

        return number.First(2) == 0 && AssignableNumbers.IsInternational(number.Skip(2))
            ? ("The number begins with 00, which is dialled before a country code and is not part of it.", "Write + instead of 00.")
            : ($"{PhoneLibrary.Name} knows it neither as a number of region {numbers.Region} nor as one that begins with a country code.", Check);
    }

    private static string NorthAmerican(DigitRun number)
    {
        uint prefix = number.First(PrefixSet.Digits);
        uint areaCode = number.First(AreaCodeDigits);
        string exchange = (prefix % 1000).ToString("000", CultureInfo.InvariantCulture);
        string area = areaCode.ToString("000", CultureInfo.InvariantCulture);
        return !NumberTable.NorthAmerican.ContainsAnyOf(areaCode)
            ? $"{PhoneLibrary.Name} knows no area code {area} in the North American plan."
            : NumberTable.NorthAmerican.IsSplit(prefix)
            ? $"{PhoneLibrary.Name} knows no such number of exchange {exchange} in area code {area}."
            : $"{PhoneLibrary.Name} knows no exchange {exchange} in area code {area}.";
    }

    private static (string Message, string Suggestion) International(DigitRun number)
    {
        if (!CountryCodes.TryPart(number, out int countryCode, out DigitRun national))
        {
            return ($"{PhoneLibrary.Name} knows no country code that begins +{number.ToString().Substring(0, 3)}.", Check);
        }

        if (countryCode == NumberingPlan.NorthAmericanCode)
        {
            return ($"After country code 1 there are {national.Length} digits; the North American plan has {NumberingPlan.NorthAmericanDigits}.", Check);
        }

        string? region = PhoneLibrary.RegionOf(countryCode);
        DigitRun stripped = NationalPrefix.Of(countryCode)?.Strip(national) ?? national;
        return stripped != national && AssignableNumbers.IsAssigned(countryCode, stripped)
            ? ($"After country code {countryCode} there is a prefix that is dialled inside the country only.", "Leave it out.")
            : ($"{PhoneLibrary.Name} knows no such number of country code {countryCode}{(region is null ? string.Empty : $" ({region})")}.", Check);
    }
}
