using System.IO.Compression;
using System.Text;
using PhoneNumbers;

namespace RocketComs.Core.Numbers;

/// <summary>What libphonenumber says: what it knows of regions and country codes, and its own word on a number.</summary>
internal static class PhoneLibrary
{
    private const string NonGeographical = "001";

    // Made at the first number that is not of the North American plan: it costs about 30 ms.
    private static PhoneNumberUtil Library => PhoneNumberUtil.GetInstance();

    /// <summary>The name and version of the library, to be named where its tables are what is said.</summary>
    public static string Name { get; } = "libphonenumber " + typeof(PhoneNumberUtil).Assembly.GetName().Version!.ToString(3);

    public static IEnumerable<int> CountryCodes => Library.GetSupportedCallingCodes();

    /// <summary>The country code of a region.</summary>
    /// <param name="region">The region (ISO 3166-1, two letters, in either case).</param>
    /// <returns>The code; 0 when the region is not known.</returns>
    public static int CountryCodeOf(string region) => Library.GetCountryCodeForRegion(region.ToUpperInvariant());

    /// <summary>The main region of a country code; <see langword="null"/> when the code is of no region, such as that of free numbers.</summary>
    public static string? RegionOf(int countryCode) => Library.GetRegionCodeForCountryCode(countryCode) is { Length: 2 } region ? region : null;

    public static PhoneMetadata MetadataOf(string region) => Library.GetMetadataForRegion(region.ToUpperInvariant());

    /// <summary>What the library knows of the regions of a country code, in the order in which it asks them.</summary>
    public static IReadOnlyList<PhoneMetadata> MetadataOf(int countryCode)
    {
        List<PhoneMetadata> regions = [];
        if (countryCode == NumberingPlan.NorthAmericanCode)
        {
            foreach (string region in NumberingPlan.NorthAmerican)
            {
                regions.Add(Load(region));
            }
        }
        else
        {
            foreach (string region in Library.GetRegionCodesForCountryCode(countryCode))
            {
                regions.Add(region == NonGeographical ? Library.GetMetadataForNonGeographicalRegion(countryCode) : Library.GetMetadataForRegion(region));
            }
        }

        return regions;
    }

    /// <summary>The library's word on a number: whether its plan hands it out.</summary>
    /// <param name="countryCode">The country code.</param>
    /// <param name="number">The digits after it.</param>
    public static bool IsValid(int countryCode, DigitRun number) => Library.IsValidNumber(NumberOf(countryCode, number));

    /// <summary>A number as the library takes it.</summary>
    /// <param name="countryCode">The country code.</param>
    /// <param name="number">The digits after it.</param>
    public static PhoneNumber NumberOf(int countryCode, DigitRun number)
    {
        PhoneNumber.Builder builder = new PhoneNumber.Builder().SetCountryCode(countryCode).SetNationalNumber(number.Value);
        int zeros = number.LeadingZeros;
        if (zeros > 0)
        {
            _ = builder.SetNumberOfLeadingZeros(zeros);
        }

        return builder.Build();
    }

    /// <summary>Strips the national prefix, such as the 0 of 07911 123456.</summary>
    /// <param name="digits">The number as it is dialled inside the country.</param>
    /// <param name="metadata">What the library knows of the region.</param>
    public static string StripNationalPrefix(string digits, PhoneMetadata metadata)
    {
        StringBuilder number = new(digits);
        _ = Library.MaybeStripNationalPrefixAndCarrierCode(number, metadata, null);
        return number.ToString();
    }

    /// <summary>Whether a text is one number of a region, assigned there and grouped as it is written there.</summary>
    public static bool IsGrouped(string text, string region)
    {
        PhoneNumberMatch[] found = [.. Library.FindNumbers(text, region, PhoneNumberUtil.Leniency.EXACT_GROUPING, maxTries: 1)];
        return found.Length == 1 && found[0].RawString == text && !found[0].Number.HasExtension;
    }

    // The library itself takes about 30 ms to get ready; this part of it, the metadata of a region as the package embeds it, does not.
    private static PhoneMetadata Load(string region)
    {
        using Stream? resource = typeof(PhoneMetadata).Assembly.GetManifestResourceStream("PhoneNumbers.metadata.PhoneNumberMetadata_" + region);
        if (resource is null)
        {
            return MetadataOf(region);
        }

        using GZipStream content = new(resource, CompressionMode.Decompress);
        return BuildMetadataFromBin.ReadMetadata(content);
    }
}
