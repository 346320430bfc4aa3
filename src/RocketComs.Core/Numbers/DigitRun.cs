using System.Globalization;

namespace RocketComs.Core.Numbers;

/// <summary>Digits in a row. Leading zeros count: 044 is not 44.</summary>
/// <param name="Value">The digits as a number.</param>
/// <param name="Length">How many they are, 1 to 19.</param>
internal readonly record struct DigitRun(ulong Value, int Length)
{
    private static readonly ulong[] s_powersOfTen = PowersOfTen();

    /// <summary>The zeros at the start; a run of nothing but zeros counts one less, as that digit is the number.</summary>
    public int LeadingZeros
    {
        get
        {
            int zeros = 0;
            while (zeros < Length - 1 && Value < s_powersOfTen[Length - 1 - zeros])
            {
                zeros++;
            }

            return zeros;
        }
    }

    /// <summary>The first digits, as a number.</summary>
    /// <param name="count">How many, at most all.</param>
    public uint First(int count) => (uint)(Value / s_powersOfTen[Length - count]);

    /// <summary>The run without its first digits.</summary>
    /// <param name="count">How many, fewer than all.</param>
    public DigitRun Skip(int count) => new(Value % s_powersOfTen[Length - count], Length - count);

    /// <summary>The run with a country code before it, 18 digits at most.</summary>
    public DigitRun After(int countryCode) => new(((ulong)countryCode * s_powersOfTen[Length]) + Value, Length + (countryCode < 10 ? 1 : countryCode < 100 ? 2 : 3));

    public override string ToString() => Value.ToString("D" + Length.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static ulong[] PowersOfTen()
    {
        ulong[] powers = new ulong[20];
        powers[0] = 1;
        for (int i = 1; i < powers.Length; i++)
        {
            powers[i] = powers[i - 1] * 10;
        }

        return powers;
    }
}
