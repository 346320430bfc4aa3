using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace RocketComs.Core.Numbers;

/// <summary>A number of 10 to 15 digits, with or without a plus sign, as it stands in a row.</summary>
internal readonly struct NumberText
{
    public const int FewestDigits = 10;

    /// <summary>The most digits (ITU-T E.164, clause 6.2.1).</summary>
    public const int MostDigits = 15;

    /// <summary>Where the count of digits stands in a number that travels as one word, above the digits: fifteen of them need 50 bits.</summary>
    public const int DigitsShift = 50;

    private const ulong ValueMask = (1UL << DigitsShift) - 1;
    private const ulong Plus = 1UL << 54;

    // Fifteen digits need 50 bits, their count 4: a row's number travels as eight bytes.
    private readonly ulong _bits;

    private NumberText(ulong value, int digits, bool hasPlus) => _bits = value | ((ulong)digits << DigitsShift) | (hasPlus ? Plus : 0);

    /// <summary>The digits as a number; leading zeros show in <see cref="Digits"/> only.</summary>
    public ulong Value => _bits & ValueMask;

    /// <summary>How many digits there are; 0 when there is no number.</summary>
    public byte Digits => (byte)((_bits & ~Plus) >> DigitsShift);

    public bool HasPlus => (_bits & Plus) != 0;

    /// <summary>Reads a number.</summary>
    /// <param name="text">The field, without blanks around it.</param>
    /// <param name="number">The number.</param>
    /// <returns>Whether the text is one.</returns>
    [MethodImpl(Jit.Hot)]
    public static bool TryRead(ReadOnlySpan<byte> text, out NumberText number)
    {
        number = default;
        bool hasPlus = !text.IsEmpty && text[0] == '+';
        ReadOnlySpan<byte> digits = hasPlus ? text.Slice(1) : text;
        if (digits.Length is < FewestDigits or > MostDigits || !TryReadEight(digits, out ulong value))
        {
            return false;
        }

        for (int i = 8; i < digits.Length; i++)
        {
            uint digit = (uint)(digits[i] - '0');
            if (digit > 9)
            {
                return false;
            }

            value = (value * 10) + digit;
        }

        number = new NumberText(value, digits.Length, hasPlus);
        return true;
    }

    public static bool TryRead(string text, out NumberText number) => TryRead(Encoding.UTF8.GetBytes(text), out number);

    public override string ToString() => (HasPlus ? "+" : string.Empty) + Value.ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');

    // Eight digits at once: checked by their high halves, then added up in pairs, fours and eights.
    private static bool TryReadEight(ReadOnlySpan<byte> digits, out ulong value)
    {
        ulong bytes = BinaryPrimitives.ReadUInt64LittleEndian(digits);
        value = bytes - 0x3030_3030_3030_3030;
        if ((((bytes + 0x4646_4646_4646_4646) | value) & 0x8080_8080_8080_8080) != 0)
        {
            return false;
        }

        value = (value * 10) + (value >> 8);
        value = (((value & 0x0000_00FF_0000_00FF) * (100 + (1_000_000UL << 32))) + (((value >> 16) & 0x0000_00FF_0000_00FF) * (1 + (10_000UL << 32)))) >> 32;
        return true;
    }
}

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
