namespace RocketComs.Core.Numbers;

/// <summary>Numbers as keys, whatever their spelling.</summary>
internal static class NumberKey
{
    private const ulong TenDigits = 10_000_000_000;
    private const ulong OtherCountry = 1UL << 54;

    /// <summary>The key under which spellings of one number meet: ten digits, <c>1</c> + ten and <c>+1</c> + ten are one.</summary>
    /// <param name="number">The number.</param>
    /// <param name="isNorthAmerican">Whether numbers without a country code are of the North American plan.</param>
    /// <returns>A key that is never 0.</returns>
    public static ulong Of(in NumberText number, bool isNorthAmerican)
    {
        // Country code 1 (ITU-T E.164): the rest is the whole national number.
        // The count of digits is part of the key: a leading zero makes another number.
        // So is the plus sign before ten digits: +47 9234 5678 is Norwegian, 479 234 5678 is not.
        if (isNorthAmerican && number.Digits == 11 && number.Value / TenDigits == 1)
        {
            return (number.Value % TenDigits) | (10UL << NumberText.DigitsShift);
        }

        return number.Value | ((ulong)number.Digits << NumberText.DigitsShift) | (isNorthAmerican && number.HasPlus && number.Digits == 10 ? OtherCountry : 0);
    }

    /// <summary>The last ten digits: the part that two spellings share when only one has a country code.</summary>
    public static ulong LastTen(in NumberText number) => number.Value % TenDigits;

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
