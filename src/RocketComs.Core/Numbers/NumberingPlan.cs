using System.Globalization;
using PhoneNumbers;
using RocketComs.Core.Errors;

namespace RocketComs.Core.Numbers;

/// <summary>What is known of the regions and their numbering plans.</summary>
public static class NumberingPlan
{
    /// <summary>The country code of the North American plan.</summary>
    internal const int NorthAmericanCode = 1;

    /// <summary>The digits of its numbers: area code, exchange and the subscriber's four.</summary>
    internal const int NorthAmericanDigits = 10;

    // The members of the North American Numbering Plan (ITU-T E.164, list of assigned country codes), in the order in which
    // libphonenumber asks them.
    private static readonly string[] s_northAmerican =
    [
        "US", "AG", "AI", "AS", "BB", "BM", "BS", "CA", "DM", "DO", "GD", "GU", "JM", "KN", "KY", "LC", "MP", "MS", "PR", "SX", "TC", "TT", "VC", "VG", "VI",
    ];

    private static readonly HashSet<string> s_northAmericanSet = new(s_northAmerican, StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets the regions after country code 1.</summary>
    internal static IReadOnlyList<string> NorthAmerican => s_northAmerican;

    /// <summary>Refuses a region that libphonenumber does not know.</summary>
    /// <param name="region">The region (ISO 3166-1, two letters, in either case).</param>
    /// <exception cref="InvalidParameterException">It is not known.</exception>
    public static void RequireRegion(string region)
    {
        if (!IsNorthAmerican(region) && PhoneLibrary.CountryCodeOf(region) == 0)
        {
            throw new InvalidParameterException(
                "DefaultRegion", region, $"'{region}' is not a region that has a numbering plan.", "Write the two letters of ISO 3166-1, such as US, CA, GB or DE.");
        }
    }

    /// <summary>Whether a region's numbers are ten digits after country code 1.</summary>
    /// <param name="region">The region (ISO 3166-1, two letters).</param>
    internal static bool IsNorthAmerican(string region) => s_northAmericanSet.Contains(region);
}

/// <summary>Parts numbers as ITU-T E.164 writes them: a country code of one to three digits, and what follows it.</summary>
internal static class CountryCodes
{
    private const int MostDigits = 3;

    // By the first three digits of a number, how many of them are its country code; 0 for none. No code begins another.
    private static readonly Lazy<byte[]> s_lengths = new(ReadLengths);

    /// <summary>Parts a number.</summary>
    /// <param name="number">Country code and national number, three digits or more.</param>
    /// <param name="countryCode">The country code; 0 for none that is in use.</param>
    /// <param name="national">What follows it.</param>
    /// <returns>Whether there is a country code.</returns>
    public static bool TryPart(DigitRun number, out int countryCode, out DigitRun national)
    {
        uint start = number.First(MostDigits);

        // All of 1 is North America, and nothing begins with 0: these need not wait for the library.
        int length = (start / 100) switch { 0 => 0, NumberingPlan.NorthAmericanCode => 1, _ => s_lengths.Value[start] };
        countryCode = length == 0 ? 0 : (int)number.First(length);
        national = length == 0 ? number : number.Skip(length);
        return length > 0;
    }

    private static byte[] ReadLengths()
    {
        byte[] lengths = new byte[1000];
        foreach (int code in PhoneLibrary.CountryCodes)
        {
            int length = code.ToString(CultureInfo.InvariantCulture).Length;
            int followers = length switch { 1 => 100, 2 => 10, _ => 1 };
            lengths.AsSpan(code * followers, followers).Fill((byte)length);
        }

        return lengths;
    }
}

/// <summary>The national prefix of a region: what is dialled before a number inside the country, such as the 0 of 07911 123456.</summary>
internal sealed class NationalPrefix
{
    private readonly PhoneMetadata _region;

    // The prefixes where they are plain digits, such as 0|180020; null where only the library can strip them.
    private readonly DigitRun[]? _prefixes;

    public NationalPrefix(PhoneMetadata region)
    {
        _region = region;
        string[] prefixes = region.HasNationalPrefixForParsing ? region.NationalPrefixForParsing.Split('|') : [];
        bool isPlain = !region.HasNationalPrefixTransformRule && prefixes.All(prefix => prefix.All(character => character is >= '0' and <= '9'));
        _prefixes = isPlain ? [.. prefixes.Select(Run)] : null;
    }

    /// <summary>Strips the prefix off a number.</summary>
    /// <param name="number">The number as it is dialled inside the country.</param>
    /// <returns>What is left of it, or the number itself.</returns>
    public DigitRun Strip(DigitRun number)
    {
        if (_prefixes is null)
        {
            return Run(PhoneLibrary.StripNationalPrefix(number.ToString(), _region));
        }

        foreach (DigitRun prefix in _prefixes)
        {
            if (prefix.Length < number.Length && number.First(prefix.Length) == prefix.Value)
            {
                return number.Skip(prefix.Length);
            }
        }

        return number;
    }

    private static DigitRun Run(string digits) => new(ulong.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture), digits.Length);
}
