using RocketComs.Core.Numbers;
using Xunit;

namespace RocketComs.Core.Tests.Numbers;

public class DigitRunTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("000", 2)]
    [InlineData("7", 0)]
    [InlineData("44", 0)]
    [InlineData("044", 1)]
    [InlineData("100", 0)]
    [InlineData("010", 1)]
    [InlineData("00007", 4)]
    public void Zeros_at_the_start_count(string digits, int zeros)
    {
        DigitRun run = Run(digits);
        Assert.Equal((zeros, digits), (run.LeadingZeros, run.ToString()));
    }

    [Theory]
    [InlineData("0123456", 1, 0u, "123456")]
    [InlineData("0123456", 3, 12u, "3456")]
    [InlineData("9000001", 1, 9u, "000001")]
    public void Digits_are_parted(string digits, int count, uint first, string rest) => Assert.Equal((first, rest), (Run(digits).First(count), Run(digits).Skip(count).ToString()));

    [Theory]
    [InlineData(9, "905")]
    [InlineData(10, "1005")]
    [InlineData(99, "9905")]
    [InlineData(100, "10005")]
    [InlineData(999, "99905")]
    public void Country_code_comes_before_a_number(int code, string number) => Assert.Equal(Run(number), Run("05").After(code));

    private static DigitRun Run(string digits) => new(ulong.Parse(digits, System.Globalization.CultureInfo.InvariantCulture), digits.Length);
}
