using System.Text.RegularExpressions;
using RocketComs.Core.Numbers;
using Xunit;

namespace RocketComs.Core.Tests.Numbers;

public sealed class DigitPatternTests
{
    [Theory]
    [InlineData("202", 3)]
    [InlineData("2[0-24]5", 3)]
    [InlineData("[13-57-9][0-9]", 2)]
    [InlineData("[1132-3][0-9]", 2)]
    [InlineData(@"1\d2", 3)]
    [InlineData("1|23|4[56]", 1)]
    [InlineData("1|23|4[56]", 2)]
    [InlineData("(?:1(?:2|3[45])|6)7?", 2)]
    [InlineData("(?:1(?:2|3[45])|6)7?", 3)]
    [InlineData("(?:1|23){2}", 3)]
    [InlineData("9{2,3}(?:[01]{1,2})?", 3)]
    [InlineData("9{2,3}(?:[01]{1,2})?", 4)]
    [InlineData("(12)[3-5]{0,9}", 4)]
    [InlineData("[0-9]{4}", 3)]
    [InlineData("1?2?3?", 2)]
    [InlineData("", 1)]
    [InlineData("8001|8[024]9", 3)]
    public void Shapes_are_the_numbers_that_the_regular_expression_matches(string pattern, int length)
    {
        Regex expected = new("^(?:" + pattern + ")$", RegexOptions.CultureInvariant);
        List<ushort[]>? masks = DigitPattern.Expand(pattern, length);

        Assert.NotNull(masks);
        Assert.All(masks, mask => Assert.Equal(length, mask.Length));
        foreach (string number in Enumerable.Range(0, (int)System.Math.Pow(10, length)).Select(value => new DigitRun((ulong)value, length).ToString()))
        {
            Assert.True(expected.IsMatch(number) == masks.Any(mask => Allows(mask, number)), number);
        }
    }

    [Theory]
    [InlineData("1.")]
    [InlineData("[^1]2")]
    [InlineData("1*")]
    [InlineData("1+")]
    [InlineData("(?!1)2")]
    [InlineData("(12")]
    [InlineData("12)")]
    [InlineData("[12")]
    [InlineData("1{2")]
    [InlineData("1{2,}")]
    [InlineData("1{a}")]
    [InlineData("[3-1]")]
    [InlineData("[1-]")]
    [InlineData("[a1]2")]
    [InlineData("[1-a]2")]
    [InlineData(@"\w1")]
    [InlineData("12$")]
    [InlineData("{2}")]
    public void What_is_not_understood_is_not_guessed(string pattern) => Assert.Null(DigitPattern.Expand(pattern, 2));

    [Fact]
    public void Mask_is_whole_that_allows_every_digit_after_the_prefix()
    {
        ushort[] prefix = [1, 1, 1, 1, 1, 1];
        Assert.True(DigitMask.IsWhole(prefix));
        Assert.True(DigitMask.IsWhole([.. prefix, DigitMask.AnyDigit, DigitMask.AnyDigit]));
        Assert.False(DigitMask.IsWhole([.. prefix, 1, DigitMask.AnyDigit]));
        Assert.False(DigitMask.IsWhole([.. prefix, DigitMask.AnyDigit, 1]));
    }

    private static bool Allows(ushort[] mask, string number) => number.Select((digit, place) => mask[place] >> (digit - '0') & 1).All(bit => bit == 1);
}
