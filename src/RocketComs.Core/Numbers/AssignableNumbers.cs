namespace RocketComs.Core.Numbers;

/// <summary>
/// Tells which numbers a numbering plan assigns, as libphonenumber knows the plans. Never changes once made, so threads may share it;
/// neither locks nor allocates for a North American number.
/// </summary>
internal sealed class AssignableNumbers
{
    private const ulong TenDigits = 10_000_000_000;
    private const ulong FourDigits = 10_000;

    private readonly int _countryCode;

    // Null in North America, where what is dialled before a number is its country code.
    private readonly NationalPrefix? _prefix;

    /// <param name="defaultRegion">The region of the numbers without a country code (ISO 3166-1, two letters, in either case).</param>
    /// <exception cref="Errors.InvalidParameterException">The region is not known.</exception>
    public AssignableNumbers(string defaultRegion)
    {
        NumberingPlan.RequireRegion(defaultRegion);
        Region = defaultRegion.ToUpperInvariant();
        if (NumberingPlan.IsNorthAmerican(defaultRegion))
        {
            _countryCode = NumberingPlan.NorthAmericanCode;
            NumberTable.PrepareNorthAmerican();
        }
        else
        {
            _countryCode = PhoneLibrary.CountryCodeOf(defaultRegion);
            _prefix = new NationalPrefix(PhoneLibrary.MetadataOf(defaultRegion));
        }
    }

    /// <summary>The region of the numbers without a country code.</summary>
    public string Region { get; }

    /// <summary>Whether a number of 10 to 15 digits is one that is assigned.</summary>
    /// <param name="value">The digits as a number.</param>
    /// <param name="digits">How many they are, with leading zeros.</param>
    /// <param name="hasPlus">Whether a plus sign stands before them: they begin with a country code.</param>
    public bool IsAssignable(ulong value, int digits, bool hasPlus) => TryNorthAmerican(value, digits, hasPlus, out ulong ten)
        ? NumberTable.NorthAmerican.Contains(ten, (uint)(ten / FourDigits))
        : IsInternational(new DigitRun(value, digits)) || (!hasPlus && _prefix is not null && IsNational(new DigitRun(value, digits), _prefix));

    /// <summary>Whether a number is to be read as one of the North American plan: <c>+1</c> + ten digits, and without a plus sign ten digits or <c>1</c> + ten where the region is of the plan.</summary>
    /// <param name="value">The digits as a number.</param>
    /// <param name="digits">How many they are, with leading zeros.</param>
    /// <param name="hasPlus">Whether a plus sign stands before them.</param>
    /// <param name="ten">The ten digits: area code, exchange, and four more.</param>
    public bool TryNorthAmerican(ulong value, int digits, bool hasPlus, out ulong ten)
    {
        if (digits == NumberingPlan.NorthAmericanDigits + 1)
        {
            ten = value - TenDigits;
            return ten < TenDigits && (hasPlus || _prefix is null);
        }

        ten = value;
        return digits == NumberingPlan.NorthAmericanDigits && !hasPlus && _prefix is null;
    }

    /// <summary>Whether digits are a country code in use and a number that it assigns.</summary>
    public static bool IsInternational(DigitRun number) => CountryCodes.TryPart(number, out int countryCode, out DigitRun national) && IsAssigned(countryCode, national);

    public static bool IsAssigned(int countryCode, DigitRun national) => national.Length >= PrefixSet.Digits
        ? NumberTable.Of(countryCode, national.Length).Contains(national.Value, national.First(PrefixSet.Digits))
        : PhoneLibrary.IsValid(countryCode, national);

    private bool IsNational(DigitRun number, NationalPrefix prefix)
    {
        DigitRun stripped = prefix.Strip(number);
        return IsAssigned(_countryCode, stripped) || (stripped != number && IsAssigned(_countryCode, number));
    }
}
