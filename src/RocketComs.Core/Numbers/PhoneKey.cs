namespace RocketComs.Core.Numbers;

/// <summary>Numbers as keys: two are equal where two spellings mean one number. No key is 0.</summary>
/// <remarks>
/// A key holds the digits and, above them, how many they are, for a leading zero makes another number. Above that stands what kind of
/// digits they are: the ten of North America, country code and number, or such as no plan has a place for.
/// </remarks>
internal static class PhoneKey
{
    private const ulong TenDigits = 10_000_000_000;
    private const ulong International = 1UL << 54;
    private const ulong Unknown = 1UL << 55;

    /// <summary>The key of a North American number.</summary>
    /// <param name="ten">Area code, exchange, and four more digits.</param>
    public static ulong OfNorthAmerican(ulong ten) => ten | ((ulong)NumberingPlan.NorthAmericanDigits << NumberText.DigitsShift);

    /// <summary>The key of a number that begins with its country code.</summary>
    public static ulong OfInternational(DigitRun number) =>
        number.Length == NumberingPlan.NorthAmericanDigits + 1 && number.Value / TenDigits == NumberingPlan.NorthAmericanCode
            ? OfNorthAmerican(number.Value % TenDigits)
            : Of(number) | International;

    /// <summary>The key of a number after its country code.</summary>
    public static ulong Of(int countryCode, DigitRun national)
    {
        DigitRun number = national.After(countryCode);
        return number.Length <= NumberText.MostDigits ? OfInternational(number) : OfUnknown(national);
    }

    /// <summary>Parts the number that a key stands for.</summary>
    /// <param name="key">The key.</param>
    /// <param name="countryCode">Its country code.</param>
    /// <param name="national">What follows it.</param>
    /// <returns>Whether it is known where the number is dialled.</returns>
    public static bool TryPart(ulong key, out int countryCode, out DigitRun national)
    {
        national = Digits(key);
        countryCode = NumberingPlan.NorthAmericanCode;
        return (key & International) != 0 ? CountryCodes.TryPart(national, out countryCode, out national) : (key & Unknown) == 0;
    }

    /// <summary>A key as text, the same for every spelling of its number.</summary>
    public static string ToText(ulong key) => ((key & International) != 0 ? "+" : string.Empty) + Digits(key);

    /// <summary>The key of digits of which nobody knows where they are dialled.</summary>
    public static ulong OfUnknown(DigitRun number) => Of(number) | Unknown;

    private static DigitRun Digits(ulong key) => new(key & ((1UL << NumberText.DigitsShift) - 1), (int)(key >> NumberText.DigitsShift) & 0xF);

    private static ulong Of(DigitRun number) => number.Value | ((ulong)number.Length << NumberText.DigitsShift);
}
