using System.Globalization;

namespace RocketComs.Core.Numbers;

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
        countryCode = (int)number.First(length);
        national = number.Skip(length);
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
