using PhoneNumbers;

namespace RocketComs.Core.Numbers;

/// <summary>
/// Tells in which time zones a number may lie: where its area code or country code is assigned, as libphonenumber's table has it. That is no
/// residence. Answers are remembered by the beginning of a number, so an instance serves one thread, and one after another many numbers.
/// </summary>
/// <param name="numbers">Reads the numbers: those without a country code are of its region.</param>
internal sealed class NumberTimeZones(AssignableNumbers numbers)
{
    private const ulong TenDigits = 10_000_000_000;
    private const ulong LastFour = 10_000;
    private const ulong LastThree = 1_000;

    private readonly Dictionary<ulong, string[]> _known = [];

    /// <summary>The time zones of a number.</summary>
    /// <param name="number">The number.</param>
    /// <returns>
    /// Their IANA names, the main one first: one for most numbers, several where an area code or a country's mobile numbers are
    /// of several, none where it is not known. The same answer is the same array.
    /// </returns>
    public string[] Of(in NumberText number)
    {
        if (!PhoneKey.TryPart(numbers.KeyOf(number), out int countryCode, out DigitRun national))
        {
            return [];
        }

        // In North America the table goes no deeper than the exchange, and no plan has a type of number that its last three digits decide.
        bool isNorthAmerican = countryCode == NumberingPlan.NorthAmericanCode && national.Length == NumberingPlan.NorthAmericanDigits;
        ulong key = isNorthAmerican ? (TenDigits + national.Value) / LastFour
            : ZoneTable.HasOneZone(countryCode) ? (ulong)countryCode
            : (national.After(countryCode).Value / LastThree) | ((ulong)national.Length << NumberText.DigitsShift);
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
    private static readonly Dictionary<int, bool> s_hasOneZone = [];
    private static readonly Lazy<string[]> s_northAmerican = new(() => Placed(NumberingPlan.NorthAmericanCode, new DigitRun(0, 1)));

    private static readonly Lazy<HashSet<string>> s_mainZones = new(MainZones);

    private static PhoneNumberUtil Library => PhoneNumberUtil.GetInstance();

    private static PhoneNumberToTimeZonesMapper Table => PhoneNumberToTimeZonesMapper.GetInstance();

    /// <summary>Whether all numbers of a country code lie in one time zone.</summary>
    public static bool HasOneZone(int countryCode)
    {
        lock (s_hasOneZone)
        {
            if (!s_hasOneZone.TryGetValue(countryCode, out bool hasOne))
            {
                // A region beside the main one may have a zone of its own, and its prefixes are long.
                hasOne = Library.GetRegionCodesForCountryCode(countryCode).Count == 1
                    && Enumerable.Range(0, 10).SelectMany(digit => Placed(countryCode, new DigitRun((ulong)digit, 1))).Distinct().Take(2).Count() == 1;
                s_hasOneZone.Add(countryCode, hasOne);
            }

            return hasOne;
        }
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
        PhoneNumberType type = Library.GetNumberType(number);
        return type == PhoneNumberType.UNKNOWN || Library.GetRegionCodeForNumber(number) != Library.GetRegionCodeForCountryCode(countryCode)
            ? Placed(countryCode, national)
            : Answer(Table.GetTimeZonesForNumber(number));
    }

    // By the longest prefix that the table has.
    private static string[] Placed(int countryCode, DigitRun national) => Answer(Table.GetTimeZonesForGeographicalNumber(PhoneLibrary.NumberOf(countryCode, national)));

    private static string[] Answer(List<string> zones)
    {
        string key = zones[0] == Table.GetUnknownTimeZone() ? string.Empty : string.Join(" ", zones);
        lock (s_answers)
        {
            if (!s_answers.TryGetValue(key, out string[]? answer))
            {
                IEnumerable<string> names = zones.OrderBy(static zone => s_mainZones.Value.Contains(zone) ? 0 : 1);
                s_answers.Add(key, answer = [.. names.Select(static zone => s_renamed.TryGetValue(zone, out string? name) ? name : zone).Distinct()]);
            }

            return answer;
        }
    }

    // London and not Guernsey: the zones of the library's own examples of a number in the main region of a country code.
    private static HashSet<string> MainZones() =>
    [
        .. Library.GetSupportedCallingCodes().Select(PhoneLibrary.RegionOf).OfType<string>()
            .Select(static region => Library.GetExampleNumberForType(region, PhoneNumberType.FIXED_LINE)).OfType<PhoneNumber>()
            .Select(Table.GetTimeZonesForGeographicalNumber).Where(static zones => zones.Count == 1).Select(static zones => zones[0]),
    ];
}
