using System.Collections.Concurrent;
using System.Globalization;
using PhoneNumbers;

namespace RocketComs.Core.Numbers;

/// <summary>The national prefix of a region: what is dialled before a number inside the country, such as the 0 of 07911 123456.</summary>
internal sealed class NationalPrefix
{
    private static readonly ConcurrentDictionary<int, NationalPrefix?> s_prefixes = new();

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

    /// <summary>The prefix in the main region of a country code; <see langword="null"/> where that has no region.</summary>
    public static NationalPrefix? Of(int countryCode) => s_prefixes.GetOrAdd(
        countryCode, static code => PhoneLibrary.RegionOf(code) is { } region ? new NationalPrefix(PhoneLibrary.MetadataOf(region)) : null);

    /// <summary>Whether the region has numbers of as many digits.</summary>
    public bool IsPossible(DigitRun number) => _region.GeneralDesc.PossibleLengthList.Contains(number.Length);

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
