using System;
using System.Globalization;

namespace RocketComs.Core.Numbers;

/// <summary>Digits in a row. Leading zeros count: 044 is not 44.</summary>
/// <param name="Value">The digits as a number.</param>
/// <param name="Length">How many they are, 1 to 19.</param>
internal readonly record struct DigitRun(ulong Value, int Length)
{
    private static readonly ulong[] s_powersOfTen = PowersOfTen();

    /// <summary>Gets the zeros at the start; a run of nothing but zeros counts one less, as that digit is the number.</summary>
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

    /// <summary>Reads a number as it stands in a row: digits, with or without a plus sign, which is passed over.</summary>
    public static DigitRun Read(ReadOnlySpan<byte> number)
    {
        ulong value = 0;
        int start = HasPlus(number) ? 1 : 0;
        for (int i = start; i < number.Length; i++)
        {
            value = (value * 10) + (ulong)(number[i] - '0');
        }

        return new DigitRun(value, number.Length - start);
    }

    /// <summary>Whether a number as it stands in a row begins with a plus sign.</summary>
    public static bool HasPlus(ReadOnlySpan<byte> number) => number[0] == '+';

    /// <summary>The first digits, as a number.</summary>
    /// <param name="count">How many, at most all.</param>
    public uint First(int count) => (uint)(Value / s_powersOfTen[Length - count]);

    /// <summary>The run without its first digits.</summary>
    /// <param name="count">How many, fewer than all.</param>
    public DigitRun Skip(int count) => new(Value % s_powersOfTen[Length - count], Length - count);

    /// <inheritdoc/>
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
