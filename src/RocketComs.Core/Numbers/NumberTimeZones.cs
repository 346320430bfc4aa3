using System.Globalization;
using PhoneNumbers;

namespace RocketComs.Core.Numbers;

/// <summary>
/// Tells in which time zones a number may lie: where its area code or country code is assigned, as libphonenumber's table has it. That is no
/// residence. Answers are remembered by the beginning of a number, so an instance serves one thread, and one after another many numbers.
/// </summary>
/// <param name="numbers">Reads the numbers: those without a country code are of its region.</param>
internal sealed class NumberTimeZones(AssignableNumbers numbers)
{
    private readonly Dictionary<ulong, string[]> _known = [];
    private readonly Dictionary<(int CountryCode, int Length), int> _deciding = [];

    /// <summary>The time zones of a number.</summary>
    /// <param name="text">The number.</param>
    /// <returns>
    /// Their IANA names, the main one first: one for most numbers, several where an area code or a country's mobile numbers are
    /// of several, none where it is not known. The same answer is the same array.
    /// </returns>
    public string[] Of(in NumberText text)
    {
        if (!PhoneKey.TryPart(numbers.KeyOf(text), out int countryCode, out DigitRun national))
        {
            return [];
        }

        if (!_deciding.TryGetValue((countryCode, national.Length), out int deciding))
        {
            _deciding.Add((countryCode, national.Length), deciding = ZoneTable.DecidingDigits(countryCode, national.Length));
        }

        DigitRun number = national.After(countryCode);
        ulong key = (number.Length > deciding ? number.Value - number.Skip(deciding).Value : number.Value) | ((ulong)number.Length << NumberText.DigitsShift);
        if (!_known.TryGetValue(key, out string[]? zones))
        {
            _known.Add(key, zones = ZoneTable.Of(countryCode, national));
        }

        return zones;
    }
}

/// <summary>libphonenumber's table of time zones. Each of its answers is one array for all who ask.</summary>
internal static class ZoneTable
{
    // The longest prefixes of the table: country code and area code with exchange in North America, elsewhere at most nine digits.
    private const int MostNorthAmerican = 7;
    private const int Most = 9;

    // The table has some names that the time zone database keeps as links only, and not every system installs these.
    private static readonly Dictionary<string, string> s_renamed = new(StringComparer.Ordinal)
    {
        ["Africa/Asmera"] = "Africa/Asmara",
        ["America/Buenos_Aires"] = "America/Argentina/Buenos_Aires",
        ["America/Godthab"] = "America/Nuuk",
        ["Asia/Calcutta"] = "Asia/Kolkata",
        ["Asia/Choibalsan"] = "Asia/Ulaanbaatar",
        ["Asia/Katmandu"] = "Asia/Kathmandu",
        ["Asia/Rangoon"] = "Asia/Yangon",
        ["Atlantic/Faeroe"] = "Atlantic/Faroe",
        ["Pacific/Enderbury"] = "Pacific/Kanton",
        ["Pacific/Ponape"] = "Pacific/Pohnpei",
        ["Pacific/Truk"] = "Pacific/Chuuk",
    };

    private static readonly Dictionary<string, string[]> s_answers = new(StringComparer.Ordinal) { [string.Empty] = [] };
    private static readonly Dictionary<int, string[]> s_anywhere = [];
    private static readonly Lazy<string[]> s_northAmerican = new(() => Placed(NumberingPlan.NorthAmericanCode, new DigitRun(0, 1)));

    private static readonly Lazy<HashSet<string>> s_mainZones = new(MainZones);

    private static PhoneNumberUtil Library => PhoneNumberUtil.GetInstance();

    private static PhoneNumberToTimeZonesMapper Table => PhoneNumberToTimeZonesMapper.GetInstance();

    /// <summary>How many digits at the start of a number, its country code among them, decide on its zones.</summary>
    /// <param name="countryCode">The country code.</param>
    /// <param name="length">The digits after it.</param>
    public static int DecidingDigits(int countryCode, int length)
    {
        int most = countryCode.ToString(CultureInfo.InvariantCulture).Length + length;
        if (countryCode == NumberingPlan.NorthAmericanCode)
        {
            return Math.Min(most, MostNorthAmerican);
        }

        if (HasOneZone(countryCode))
        {
            return most - length;
        }

        // What type a number is of, and in a shared code of which region, decides too.
        RegionMasks masks = new(length);
        int free = most - Most;
        foreach (PhoneMetadata region in PhoneLibrary.MetadataOf(countryCode))
        {
            foreach (ushort[] mask in masks.OfTypes(region, masks.Of(region.GeneralDesc)))
            {
                free = Math.Min(free, mask.AsEnumerable().Reverse().TakeWhile(static digits => digits == DigitMask.AnyDigit).Count());
            }
        }

        return masks.IsIncomplete ? most : most - Math.Max(0, free);
    }

    /// <summary>The time zones of a number.</summary>
    /// <param name="countryCode">The country code.</param>
    /// <param name="national">What follows it.</param>
    public static string[] Of(int countryCode, DigitRun national)
    {
        if (countryCode == NumberingPlan.NorthAmericanCode)
        {
            // Mobile numbers have area codes there. What is found under the country code alone, such as a toll-free number, may be anywhere.
            string[] zones = Placed(countryCode, national);
            return ReferenceEquals(zones, s_northAmerican.Value) ? [] : zones;
        }

        // A region beside the main one has prefixes of its own; else a mobile number may lie in any zone of its country.
        PhoneNumber number = PhoneLibrary.NumberOf(countryCode, national);
        if (Library.GetRegionCodeForNumber(number) != Library.GetRegionCodeForCountryCode(countryCode))
        {
            return Placed(countryCode, national);
        }

        PhoneNumberType type = Library.GetNumberType(number);
        return type == PhoneNumberType.UNKNOWN || Library.IsNumberGeographical(type, countryCode) ? Placed(countryCode, national) : Anywhere(countryCode, number);
    }

    // The library looks at the type of the number once more, which takes longer than all the rest.
    private static string[] Anywhere(int countryCode, PhoneNumber number)
    {
        lock (s_anywhere)
        {
            if (!s_anywhere.TryGetValue(countryCode, out string[]? zones))
            {
                s_anywhere.Add(countryCode, zones = Answer(Table.GetTimeZonesForNumber(number)));
            }

            return zones;
        }
    }

    // A region beside the main one may have a zone of its own, and its prefixes are long.
    private static bool HasOneZone(int countryCode) =>
        Library.GetRegionCodesForCountryCode(countryCode).Count == 1
        && Enumerable.Range(0, 10).SelectMany(digit => Table.GetTimeZonesForGeographicalNumber(PhoneLibrary.NumberOf(countryCode, new DigitRun((ulong)digit, 1)))).Distinct().Take(2).Count() == 1;

    // By the longest prefix that the table has.
    private static string[] Placed(int countryCode, DigitRun national) => Answer(Table.GetTimeZonesForGeographicalNumber(PhoneLibrary.NumberOf(countryCode, national)));

    private static string[] Answer(List<string> zones)
    {
        string key = zones.Count > 1 ? string.Join(" ", zones) : zones[0] == Table.GetUnknownTimeZone() ? string.Empty : zones[0];
        lock (s_answers)
        {
            if (!s_answers.TryGetValue(key, out string[]? answer))
            {
                IEnumerable<string> names = zones.Count == 1 ? zones : zones.OrderBy(static zone => s_mainZones.Value.Contains(zone) ? 0 : 1);
                s_answers.Add(key, answer = [.. names.Select(static zone => s_renamed.TryGetValue(zone, out string? name) ? name : zone).Distinct()]);
            }

            return answer;
        }
    }

    // London and not Guernsey: the zones of the library's own examples of a number in the main region of a country code.
    private static HashSet<string> MainZones() =>
    [
        .. Library.GetSupportedCallingCodes().Where(static code => !HasOneZone(code)).Select(PhoneLibrary.RegionOf).OfType<string>()
            .Select(static region => Library.GetExampleNumberForType(region, PhoneNumberType.FIXED_LINE)).OfType<PhoneNumber>()
            .Select(Table.GetTimeZonesForGeographicalNumber).Where(static zones => zones.Count == 1).Select(static zones => zones[0]),
    ];
}
