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

    /// <summary>A number of known digits.</summary>
    /// <param name="value">The digits as a number.</param>
    /// <param name="digits">How many they are, with leading zeros.</param>
    /// <param name="hasPlus">Whether a plus sign stands before them.</param>
    public NumberText(ulong value, int digits, bool hasPlus) => _bits = value | ((ulong)digits << DigitsShift) | (hasPlus ? Plus : 0);

    /// <summary>The digits as a number; leading zeros show in <see cref="Digits"/> only.</summary>
    public ulong Value => _bits & ValueMask;

    /// <summary>How many digits there are; 0 when there is no number.</summary>
    public byte Digits => (byte)((_bits & ~Plus) >> DigitsShift);

    public bool HasPlus => (_bits & Plus) != 0;

    /// <summary>Reads a number.</summary>
    /// <param name="text">The field, without blanks around it.</param>
    /// <param name="number">The number.</param>
    /// <returns>Whether the text is one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ReadOnlySpan<byte> text, out NumberText number) => TryRead(text, FewestDigits, out number);

    public static bool TryRead(string text, out NumberText number) => TryRead(Encoding.UTF8.GetBytes(text), out number);

    /// <summary>Reads a number that may be shorter than one to which texts are sent.</summary>
    /// <param name="text">The field, without blanks around it.</param>
    /// <param name="fewestDigits">The fewest digits that it may have, 8 or more.</param>
    /// <param name="number">The number.</param>
    /// <returns>Whether the text is one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ReadOnlySpan<byte> text, int fewestDigits, out NumberText number)
    {
        number = default;
        bool hasPlus = !text.IsEmpty && text[0] == '+';
        ReadOnlySpan<byte> digits = hasPlus ? text.Slice(1) : text;
        if (digits.Length < fewestDigits || digits.Length > MostDigits || !TryReadEight(digits, out ulong value))
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

    public override string ToString() => (HasPlus ? "+" : string.Empty) + Value.ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');

    // Eight digits at once: checked by their high halves, then added up in pairs, fours and eights.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
