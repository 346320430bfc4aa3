using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using RocketComs.Core.Numbers;
using Xunit;

namespace RocketComs.Core.Tests.Numbers;

public class NumberTextTests
{
    [Theory]
    [InlineData("2025550100", 2025550100UL, 10, false)]
    [InlineData("+12025550100", 12025550100UL, 11, true)]
    [InlineData("0000000000", 0UL, 10, false)]
    [InlineData("+999999999999999", 999999999999999UL, 15, true)]
    [InlineData("012345678901234", 12345678901234UL, 15, false)]
    public void Digits_are_read_as_a_number(string text, ulong value, int digits, bool hasPlus)
    {
        Assert.True(NumberText.TryRead(Encoding.ASCII.GetBytes(text), out NumberText number));
        Assert.Equal((value, digits, hasPlus), (number.Value, number.Digits, number.HasPlus));
        Assert.Equal(text, number.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("123456789")]
    [InlineData("+123456789")]
    [InlineData("1234567890123456")]
    [InlineData("++1234567890")]
    [InlineData("1234567890+")]
    [InlineData(" 1234567890")]
    public void Anything_else_is_none(string text)
    {
        Assert.False(NumberText.TryRead(Encoding.ASCII.GetBytes(text), out NumberText number));
        Assert.Equal(0, number.Digits);
    }

    [Fact]
    public void Any_byte_at_any_place_is_judged_as_a_digit_or_not()
    {
        for (int length = 10; length <= 15; length++)
        {
            for (int place = 0; place < length; place++)
            {
                for (int value = 0; value < 256; value++)
                {
                    byte[] text = [.. Enumerable.Range(0, length).Select(index => (byte)('0' + ((index * 7) % 10)))];
                    text[place] = (byte)value;
                    bool isNumber = value is >= '0' and <= '9' || (value == '+' && place == 0 && length > 10);
                    Assert.True(isNumber == NumberText.TryRead(text, out NumberText number), $"{value} at {place} of {length}");
                    Assert.Equal(isNumber ? Encoding.ASCII.GetString(text) : "0", number.Digits == 0 ? "0" : number.ToString());
                }
            }
        }
    }

    [Fact]
    public void Value_agrees_with_the_library()
    {
#pragma warning disable CA5394 // A test wants the same numbers again.
        Random random = new(11);
        for (int i = 0; i < 50_000; i++)
        {
            string text = (random.Next(2) == 0 ? "+" : string.Empty) + random.NextInt64(1_000_000_000_000_000).ToString("D15", CultureInfo.InvariantCulture)[..random.Next(9, 16)];
            Assert.Equal(Regex.IsMatch(text, @"^\+?\d{10,15}$"), NumberText.TryRead(Encoding.ASCII.GetBytes(text), out NumberText number));
            Assert.True(number.Digits == 0 || number.Value == ulong.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), text);
        }
#pragma warning restore CA5394
    }
}
