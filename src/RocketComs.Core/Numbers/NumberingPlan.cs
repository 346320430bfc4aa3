using RocketComs.Core.Errors;

namespace RocketComs.Core.Numbers;

/// <summary>What is known of the regions and their numbering plans.</summary>
public static class NumberingPlan
{
    /// <summary>The region of numbers without a country code, where nobody says another.</summary>
    public const string DefaultRegion = "US";

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
