using System.Runtime.CompilerServices;

namespace RocketComs.Core.Numbers;

/// <summary>
/// Tells which numbers a numbering plan assigns, as libphonenumber knows the plans, and which spellings are one number. Never changes
/// once made, so threads may share it; neither locks nor allocates for a North American number.
/// </summary>
internal sealed class AssignableNumbers
{
    private const ulong TenDigits = 10_000_000_000;
    private const ulong FourDigits = 10_000;

    private readonly int _countryCode;

    // Null until it is needed, for it is being made.
    private NumberTable? _northAmerican;

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

    /// <summary>Whether a number is one that is assigned, and the key under which all spellings of it meet.</summary>
    /// <param name="number">The number.</param>
    /// <param name="key">Its key, see <see cref="PhoneKey"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsAssignable(in NumberText number, out ulong key)
    {
        if (TryNorthAmerican(number.Value, number.Digits, number.HasPlus, out ulong ten))
        {
            key = PhoneKey.OfNorthAmerican(ten);
            return (_northAmerican ??= NumberTable.NorthAmerican).Contains(ten, (uint)(ten / FourDigits));
        }

        return IsAssignableElsewhere(number, out key);
    }

    /// <summary>Whether a number is written with its country code; <see langword="null"/> when that cannot be told.</summary>
    public bool? HasCountryCode(in NumberText number)
    {
        if (number.HasPlus)
        {
            return true;
        }

        // No country code begins with 0 (ITU-T E.164): it is dialled before a national number, two of them before an international one.
        int zeros = new DigitRun(number.Value, number.Digits).LeadingZeros;
        if (zeros > 0)
        {
            return _prefix is null || zeros > 1 ? null : false;
        }

        return _prefix is null ? number.Digits > NumberingPlan.NorthAmericanDigits : null;
    }

    /// <summary>The key under which all spellings of a number meet.</summary>
    public ulong KeyOf(in NumberText number)
    {
        _ = IsAssignable(number, out ulong key);
        return key;
    }

    /// <summary>Whether a number is to be read as one of the North American plan: <c>+1</c> + ten digits, and without a plus sign ten digits or <c>1</c> + ten where the region is of the plan.</summary>
    /// <param name="value">The digits as a number.</param>
    /// <param name="digits">How many they are, with leading zeros.</param>
    /// <param name="hasPlus">Whether a plus sign stands before them.</param>
    /// <param name="ten">The ten digits: area code, exchange, and four more.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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

    /// <summary>Whether ten digits are a number that the North American plan assigns.</summary>
    public static bool IsNorthAmerican(ulong ten) => NumberTable.NorthAmerican.Contains(ten, (uint)(ten / FourDigits));

    /// <summary>Whether digits are a country code as long as an area code, and a number that it assigns.</summary>
    public static bool HasCodeOfThreeDigits(string digits) =>
        NumberText.TryRead(digits, out NumberText number) && CountryCodes.TryPart(new DigitRun(number.Value, number.Digits), out int code, out DigitRun national)
        && code >= 100 && IsAssigned(code, national);

    /// <summary>Whether digits without a plus sign are assigned in North America or after a country code, or have the 0 of a national number before them.</summary>
    public static bool IsAssignedAnywhere(in NumberText number)
    {
        DigitRun digits = new(number.Value, number.Digits);
        return digits.LeadingZeros == 1 || IsInternational(digits) || (digits.Length == NumberingPlan.NorthAmericanDigits && IsNorthAmerican(number.Value));
    }

    /// <summary>Whether a plus sign stands before ten digits that no country assigns and the North American plan does: before an area code.</summary>
    public static bool HasPlusBeforeAreaCode(in NumberText number) =>
        number.HasPlus && number.Digits == NumberingPlan.NorthAmericanDigits && IsNorthAmerican(number.Value) && !IsInternational(new DigitRun(number.Value, number.Digits));

    /// <summary>Whether digits are a country code in use and a number that it assigns.</summary>
    public static bool IsInternational(DigitRun number) => CountryCodes.TryPart(number, out int countryCode, out DigitRun national) && IsAssigned(countryCode, national);

    public static bool IsAssigned(int countryCode, DigitRun national) => national.Length >= PrefixSet.Digits
        ? NumberTable.Of(countryCode, national.Length).Contains(national.Value, national.First(PrefixSet.Digits))
        : PhoneLibrary.IsValid(countryCode, national);

    // Kept apart, so that the rest is small enough for the loop that asks it of every row.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsAssignableElsewhere(in NumberText number, out ulong key)
    {
        DigitRun digits = new(number.Value, number.Digits);
        if (!number.HasPlus && _prefix is not null && TryNational(digits, _prefix, out DigitRun national))
        {
            key = PhoneKey.Of(_countryCode, national);
            return true;
        }

        bool isInternational = IsInternational(digits);
        key = isInternational ? PhoneKey.OfInternational(digits) : LikelyKey(digits, number.HasPlus);
        return isInternational;
    }

    private bool TryNational(DigitRun number, NationalPrefix prefix, out DigitRun national)
    {
        national = prefix.Strip(number);
        if (IsAssigned(_countryCode, national))
        {
            return true;
        }

        bool isStripped = national != number;
        national = number;
        return isStripped && IsAssigned(_countryCode, number);
    }

    // A number that no table knows may exist all the same, and its owner may have opted out: what is dialled before it is no part of it.
    private ulong LikelyKey(DigitRun number, bool hasPlus)
    {
        if (!hasPlus && DialOut.TryStrip(number, out DigitRun dialled))
        {
            return LikelyKey(dialled, hasPlus: true);
        }

        if (!hasPlus && _prefix is not null)
        {
            DigitRun national = _prefix.Strip(number);
            if (national != number || _prefix.IsPossible(number))
            {
                return PhoneKey.Of(_countryCode, national);
            }
        }

        if (!CountryCodes.TryPart(number, out int countryCode, out DigitRun rest))
        {
            return PhoneKey.OfUnknown(number);
        }

        DigitRun stripped = NationalPrefix.Of(countryCode)?.Strip(rest) ?? rest;
        return PhoneKey.Of(countryCode, IsAssigned(countryCode, stripped) ? stripped : rest);
    }
}
