using System;

namespace RocketComs.Core.Rules;

/// <summary>Numbers as keys, whatever their spelling.</summary>
internal static class NumberKey
{
    private const ulong TenDigits = 10_000_000_000;
    private const ulong LengthUnit = 10_000_000_000_000_000;

    /// <summary>The key under which spellings of one number meet: ten digits, <c>1</c> + ten and <c>+1</c> + ten are one.</summary>
    /// <param name="number">10 to 15 digits, with or without a plus sign.</param>
    /// <param name="isNorthAmerican">Whether numbers without a country code are of the North American plan.</param>
    public static ulong Of(ReadOnlySpan<byte> number, bool isNorthAmerican)
    {
        ulong value = 0;
        int digits = 0;
        foreach (byte character in number)
        {
            if (character is >= (byte)'0' and <= (byte)'9')
            {
                value = (value * 10) + (ulong)(character - '0');
                digits++;
            }
        }

        // Country code 1 (ITU-T E.164): the rest is the whole national number.
        // The count of digits is part of the key: a leading zero makes another number.
        return isNorthAmerican && digits == 11 && value / TenDigits == 1 ? (value % TenDigits) + (10 * LengthUnit) : value + ((ulong)digits * LengthUnit);
    }

    /// <summary>The last ten digits: the part that two spellings share when only one has a country code.</summary>
    public static ulong LastTen(ulong key) => key % TenDigits;

    /// <summary>The last ten digits of a text in any spelling; 0 when it has fewer.</summary>
    public static ulong LastTen(string number)
    {
        ulong value = 0;
        int digits = 0;
        foreach (char character in number)
        {
            if (character is >= '0' and <= '9')
            {
                value = ((value * 10) + (ulong)(character - '0')) % TenDigits;
                digits++;
            }
        }

        return digits < 10 ? 0 : value;
    }
}
